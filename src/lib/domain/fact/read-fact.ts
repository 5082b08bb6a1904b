import * as v from 'valibot';
import { type Envelope, EnvelopeSchema, type Fact, factForms, type FactType } from './fact';
import { personalHash, sha256Hex } from './hash';
import { type PersonalPart, type StoredFact } from './stored-fact';
import { touchedApplications } from './touched';

export type UnreadableReason = 'notJson' | 'envelope' | 'body' | 'personal' | 'personalHash';

export type ReadFact =
	| { ok: true; known: true; fact: Fact }
	/** A type or version from a newer Tereze: kept, relayed, shown as "needs a newer version", not folded. */
	| { ok: true; known: false; envelope: LooseEnvelope }
	| { ok: false; reason: UnreadableReason };

/** What can be said of a fact whose form this version does not know. */
export type LooseEnvelope = Pick<
	Envelope,
	'id' | 'type' | 'journal' | 'seq' | 'prev' | 'subject' | 'at' | 'org' | 'body'
> & { v: number };

const LooseEnvelopeSchema = v.looseObject({
	...v.pick(EnvelopeSchema, ['id', 'type', 'journal', 'seq', 'prev', 'subject', 'at', 'org', 'body']).entries,
	v: v.number()
});

const isKnownType = (type: string): type is FactType => Object.hasOwn(factForms, type);

/**
 * Parses the exact text of a fact and, where it is at hand, its personal part. Never throws on bad input.
 * @param vouched the part was compared with the fact's hash of it before, as every store does before it keeps one
 */
export function readFact(text: string, personal: PersonalPart | null, vouched = false): ReadFact {
	const json = parseJson(text);
	const strict = v.safeParse(EnvelopeSchema, json);
	if (!strict.success || !isKnownType(strict.output.type)) return readUnknown(json);
	const form = factForms[strict.output.type];
	const body = v.safeParse(form.body as v.GenericSchema, strict.output.body);
	if (!body.success) return { ok: false, reason: 'body' };
	const details = readPersonal(strict.output, form.personal, personal, vouched);
	if (!details.ok) return details;
	return { ok: true, known: true, fact: { ...strict.output, body: body.output, details: details.value } as Fact };
}

/** What is not a fact of a known form: one from a newer Tereze, or none. */
function readUnknown(json: unknown): ReadFact {
	const loose = v.safeParse(LooseEnvelopeSchema, json);
	if (!loose.success) return { ok: false, reason: json === undefined ? 'notJson' : 'envelope' };
	const isOurs = loose.output.v === 1 && isKnownType(loose.output.type);
	return isOurs ? { ok: false, reason: 'envelope' } : { ok: true, known: false, envelope: loose.output };
}

/** Everything a store keeps beside the text, derived from it. Undefined where the text is not even an envelope. */
export function storedFactOf(text: string, personal: PersonalPart | null): StoredFact | undefined {
	const loose = v.safeParse(LooseEnvelopeSchema, parseJson(text));
	if (!loose.success) return undefined;
	const { id, journal, seq, type } = loose.output;
	return {
		id,
		journal,
		seq,
		hash: sha256Hex(text),
		text,
		type,
		applications: touchedApplications(loose.output),
		personal
	};
}

function readPersonal(
	envelope: Envelope,
	form: v.GenericSchema | null,
	part: PersonalPart | null,
	vouched: boolean
): { ok: true; value: unknown } | { ok: false; reason: UnreadableReason } {
	if (part === null || form === null) return { ok: true, value: null };
	if (!vouched && personalHash(part.salt, part.text) !== envelope.personal)
		return { ok: false, reason: 'personalHash' };
	const value = v.safeParse(form, parseJson(part.text));
	return value.success ? { ok: true, value: value.output } : { ok: false, reason: 'personal' };
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
