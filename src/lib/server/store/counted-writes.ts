import { type Kysely, type Transaction } from 'kysely';
import { type FactId } from '#lib/domain/fact/ids.ts';
import { factIdAt } from './fact-id-at.ts';
import type { Tables } from './database.ts';

/**
 * The mark: numbers facts in order of arrival, and counts whatever else is written. `foreign`: how often another process was found to have
 * written since this one's last transaction, so that whatever is kept in memory of the store may be out of date.
 */
export type Counter = {
	/** The next number, for a fact or for anything else. */
	next: (fact?: FactId) => number;
	foreign: number;
	save: () => Promise<void>;
};

/** How far a transaction came, with the last fact that it wrote. */
type Reached = { mark: number; fact: { nr: number; id: FactId } | undefined };

type CountedWrites = {
	open: (tx: Transaction<Tables>) => Promise<Counter>;
	/** After the commit. */
	committed: (counter: Counter) => void;
};

/**
 * @param lost the database lacks what this process has committed: its mark is behind, or another fact has the number of this one's last. A
 * standby that took over without the last facts counts on from where it was, and may have come past them before this process writes again
 */
export function countWrites(lost: () => void = () => undefined): CountedWrites {
	let own: Reached | undefined;
	let foreign = 0;
	const reached = new WeakMap<Counter, Reached>();
	return {
		open: async (tx) => {
			const row = await tx.selectFrom('meta').select('value').where('key', '=', 'mark').executeTakeFirst();
			const before = Number(row?.value ?? 0);
			if (before !== own?.mark) foreign += 1;
			if (own && before !== own.mark && (before < own.mark || !(await holds(tx, own)))) {
				own = undefined;
				lost();
			}
			let last = before;
			let { fact } = own ?? {};
			const counter: Counter = {
				foreign,
				next: (id) => {
					last += 1;
					if (id !== undefined) fact = { nr: last, id };
					return last;
				},
				save: async () => {
					reached.set(counter, { mark: last, fact });
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

const holds = async (tx: Transaction<Tables>, { fact }: Reached): Promise<boolean> =>
	fact === undefined || (await factIdAt(tx, fact.nr)) === fact.id;

export const saveMeta = (tx: Kysely<Tables>, key: string, value: string) =>
	tx
		.insertInto('meta')
		.values({ key, value })
		.onConflict((on) => on.column('key').doUpdateSet({ value }))
		.execute();
