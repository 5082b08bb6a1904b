import { type ControlRow } from '#lib/domain/control/control-row.ts';

/** Rows by number, and the numbers that changed since they were read. Plain: whoever shows them says when they changed. */
export class ControlCache {
	readonly rows = new Map<string, ControlRow>();
	readonly touched = new Set<string>();

	/** Puts rows in the place of what was known of these numbers. */
	replace(numbers: readonly string[], rows: readonly ControlRow[]): void {
		for (const number of numbers) this.rows.delete(number);
		for (const row of rows) this.rows.set(row.number, row);
	}

	/** What was touched, once. */
	takeTouched(): string[] {
		const numbers = [...this.touched];
		this.touched.clear();
		return numbers;
	}
}
