import { hash as hashOf } from 'node:crypto';
import { type Envelope } from '#lib/domain/fact/fact.ts';
import { type FactId, type OrgId, type JournalId } from '#lib/domain/fact/ids.ts';
import {
	type FactPlace,
	placeIn,
	readFact,
	type LooseEnvelope,
	type UnreadableReason
} from '#lib/domain/fact/read-fact.ts';
import { type PersonalPart } from '#lib/domain/fact/stored-fact.ts';
import { touchedApplications } from '#lib/domain/fact/touched.ts';
import { type WireFact } from '#lib/protocol/sync-messages.ts';

/** Besides what cannot be read: it speaks for another org, binds others without a right, or is of a journal nobody asked for. */
export type QuarantineCause = UnreadableReason | 'org' | 'right' | 'journal';

/** What the server reads of a fact whose form it may not know. */
export type ReadEnvelope = Pick<LooseEnvelope, 'id' | 'type' | 'subject' | 'at' | 'org' | 'body' | 'prev'> & {
	on?: readonly FactId[];
};

/** One pushed text with its place in a journal, and what is wrong with it, if anything. */
export type Arrival = {
	text: string;
	hash: string;
	personal: PersonalPart | null;
	/** Place and id; null where the text is not even an envelope. */
	place: FactPlace | null;
} & (
	| { cause: null; envelope: ReadEnvelope; applications: string[]; declaresPersonal: boolean }
	| { cause: QuarantineCause }
);

/** SHA-256 of the UTF-8 bytes, lower-case hex: the same as the domain's, by the native function. */
export const nativeSha256 = (text: string): string => hashOf('sha256', text);

/** Reads one fact from the wire. Never throws on bad input: what cannot be read is told by `cause`. */
export function readArrival({ text, personal }: WireFact): Arrival {
	const base = { text, hash: nativeSha256(text), personal };
	// The part is compared with its hash below, by the native function; the domain's own takes as long as all else together.
	const read = readFact(text, personal, true);
	if (!read.ok) {
		const cause = read.reason === 'personal' && !isVouched(personal, declaredBy(text)) ? 'personalHash' : read.reason;
		return { ...base, place: placeIn(text) ?? null, cause };
	}
	const envelope: ReadEnvelope & { journal: JournalId; seq: number } = read.known
		? (read.fact as unknown as Envelope)
		: read.envelope;
	const declared = (envelope as { personal?: unknown }).personal;
	const place = { journal: envelope.journal, seq: envelope.seq, prev: envelope.prev, id: envelope.id };
	if (!isVouched(personal, declared)) return { ...base, place, cause: 'personalHash' };
	return {
		...base,
		place,
		cause: null,
		envelope,
		applications: touchedApplications(envelope),
		declaresPersonal: typeof declared === 'string'
	};
}

/** Whether the fact belongs where it came from: a device speaks for its own org only. */
export function isOfOrg(arrival: Arrival, orgs: readonly OrgId[]): boolean {
	return arrival.cause !== null || orgs.includes(arrival.envelope.org);
}

/** Whether the fact declares the hash of this part. */
function isVouched(personal: PersonalPart | null, declared: unknown): boolean {
	return personal === null || nativeSha256(personal.salt + personal.text) === declared;
}

const declaredBy = (text: string): unknown => (JSON.parse(text) as { personal?: unknown }).personal;
