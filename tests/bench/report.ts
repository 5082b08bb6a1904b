import os from 'node:os';

/** One measured figure. `met` is null where there is no aim to compare with. */
export type Figure = {
	name: string;
	value: number;
	unit: string;
	/** What was measured, how often, beside what. */
	conditions: string;
	aim: string;
	met: boolean | null;
	/** Figures beside it and single values. */
	beside?: Record<string, number | number[] | string>;
};

export const quantile = (values: readonly number[], share: number): number => {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
};
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Three significant digits are more than a shared machine gives. */
const shown = (value: number): string =>
	value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));

export const machine = (): string =>
	`${os.cpus().length} × ${os.cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.versions.node}, load ${os.loadavg()[0]?.toFixed(1)}`;

export function table(figures: readonly Figure[]): string {
	const rows = figures.map(({ name, value, unit, aim, met, conditions }) => [
		name,
		`${shown(value)} ${unit}`,
		aim,
		met === null ? '' : met ? 'met' : 'missed',
		conditions
	]);
	const all = [['figure', 'measured', 'aim', '', 'conditions'], ...rows];
	const widths = all[0]!.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
	return all
		.map((row) =>
			row
				.map((cell, column) => cell.padEnd(widths[column]!))
				.join('  ')
				.trimEnd()
		)
		.join('\n');
}
