import { type Kysely, type Transaction } from 'kysely';
import type { Tables } from './database.ts';

/**
 * The mark: numbers facts in order of arrival, and counts whatever else is written. `foreign`: how often another process was found to have
 * written since this one's last transaction, so that whatever is kept in memory of the store may be out of date.
 */
export type Counter = { next: () => number; foreign: number; save: () => Promise<void> };

type CountedWrites = {
	open: (tx: Transaction<Tables>) => Promise<Counter>;
	/** After the commit. */
	committed: (counter: Counter) => void;
};

/** @param lost the mark is behind what this process has committed: the database is another one than before, and lacks something */
export function countWrites(lost: () => void = () => undefined): CountedWrites {
	let own: number | undefined;
	let foreign = 0;
	const reached = new WeakMap<Counter, number>();
	return {
		open: async (tx) => {
			const row = await tx.selectFrom('meta').select('value').where('key', '=', 'mark').executeTakeFirst();
			const before = Number(row?.value ?? 0);
			if (own !== undefined && before < own) lost();
			if (before !== own) foreign += 1;
			let last = before;
			const counter: Counter = {
				foreign,
				next: () => (last += 1),
				save: async () => {
					reached.set(counter, last);
					if (last > before) await saveMeta(tx, 'mark', String(last));
				}
			};
			return counter;
		},
		committed: (counter) => {
			own = reached.get(counter);
		}
	};
}

export const saveMeta = (tx: Kysely<Tables>, key: string, value: string) =>
	tx
		.insertInto('meta')
		.values({ key, value })
		.onConflict((on) => on.column('key').doUpdateSet({ value }))
		.execute();
