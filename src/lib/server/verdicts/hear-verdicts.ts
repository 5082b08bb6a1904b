import { type FactOf } from '#lib/domain/fact/fact.ts';
import { isVerdictType } from '#lib/domain/fact/verdict-facts.ts';
import { type JournalTransaction } from '../store/journal-store.ts';
import { askFor } from './ask-again.ts';

/** A verdict that a device has of a server before a restore: nothing proves it, but the device goes by it. */
export type HeardVerdict = FactOf<'flagged'> | FactOf<'flagWithdrawn'>;

export const isVerdict = (fact: { type: string }): fact is HeardVerdict => isVerdictType(fact.type);

/** No server says so much of one fact: whoever tells of it made it up. */
const MOST_WORDS = 1000;

/**
 * A restored server takes what devices hold of it as the last word, judges those facts again, and says the answer with a higher number:
 * then all agree. A verdict that was made up gains nothing by that.
 */
export async function hearVerdicts(
	tx: Pick<JournalTransaction, 'flags' | 'saveFlags' | 'judging' | 'saveJudging' | 'judgedFrom'>,
	heard: readonly HeardVerdict[]
): Promise<boolean> {
	const honest = heard.filter(({ body }) => body.nth <= MOST_WORDS).sort((a, b) => a.body.nth - b.body.nth);
	if (honest.length === 0) return false;
	const known = await tx.flags([...new Set(honest.map(({ body }) => body.fact))]);
	const last = new Map(known.map((row) => [`${row.fact} ${row.reason}`, row]));
	const learnt = new Map<string, (typeof known)[number]>();
	for (const { type, body } of honest) {
		const key = `${body.fact} ${body.reason}`;
		const row = last.get(key);
		if (row && row.nth >= body.nth) continue;
		const word = {
			...{ fact: body.fact, reason: body.reason, nth: body.nth },
			...{ actor: row?.actor ?? null, stands: type === 'flagged', heard: true }
		};
		last.set(key, word);
		learnt.set(key, word);
	}
	if (learnt.size === 0) return false;
	await tx.saveFlags([...learnt.values()]);
	await askFor(tx, { facts: [...learnt.values()].map(({ fact }) => fact), actors: [], journals: [] });
	return true;
}
