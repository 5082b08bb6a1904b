import { type Fact, type FactDraft } from '../fact/fact.ts';
import { sha256Hex } from '../fact/hash.ts';
import { type FactId } from '../fact/ids.ts';
import { isListFact } from '../fact/traits.ts';
import { namedParties } from '../fact/touched.ts';
import { type FlagReason } from '../fact/verdict-facts.ts';

/** A word of the server about a fact: that it flags it for a reason, or withdraws that. */
export type Word = { reason: FlagReason; nth: number; stands: boolean };

/** What the server writes of it. The same word has the same id whichever server says it, so a restored one repeats itself. */
export function verdictDraft(fact: Fact, { reason, nth, stands }: Word): FactDraft<'flagged' | 'flagWithdrawn'> {
	const rows = isListFact(fact) ? { rows: fact.body.rows.map(({ paper }) => ({ paper })) } : {};
	const tell = fact.subject.kind === 'application' ? [fact.org] : namedParties(fact);
	const type = stands ? 'flagged' : 'flagWithdrawn';
	return {
		id: verdictId(fact.id, type, reason, nth),
		type,
		subject: fact.subject,
		body: { fact: fact.id, reason, nth, what: fact.type, ...rows, tell },
		details: null
	};
}

/** A UUID of version 8: its bits are those of a hash. */
function verdictId(fact: FactId, type: string, reason: FlagReason, nth: number): FactId {
	const hex = sha256Hex(`${type} ${fact} ${reason} ${nth}`);
	const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16);
	const parts = [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`8${hex.slice(13, 16)}`,
		variant + hex.slice(17, 20),
		hex.slice(20, 32)
	];
	return parts.join('-') as FactId;
}
