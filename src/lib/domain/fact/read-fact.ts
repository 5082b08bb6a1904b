import * as v from 'valibot';
import { isOutOfBounds, nestsTooDeep, VersionSchema } from './bounds.ts';
import { type Envelope, EnvelopeSchema, type Fact, factForms, type FactType } from './fact.ts';
import { personalHash, sha256Hex } from './hash.ts';
import { FactIdSchema, type FactId } from './ids.ts';
import { type PersonalPart, type StoredFact } from './stored-fact.ts';
import { touchedApplications } from './touched.ts';

/** `bounds`: the form is right, but a time, a number or a length is out of bounds. */
export type UnreadableReason = 'notJson' | 'envelope' | 'body' | 'personal' | 'personalHash' | 'bounds';

type ReadFact =
	| { ok: true; known: true; fact: Fact }
	/** A type or version from a newer Tereze: kept, relayed, shown as "needs a newer version", not folded. */
	| { ok: true; known: false; envelope: LooseEnvelope }
	| { ok: false; reason: UnreadableReason };

/** The readable fields of a fact whose form is unknown to this version. */
export type LooseEnvelope = Pick<
	Envelope,
	'id' | 'type' | 'journal' | 'seq' | 'prev' | 'subject' | 'at' | 'org' | 'body'
> & { v: number };

const LooseEnvelopeSchema = v.looseObject({
	...v.pick(EnvelopeSchema, ['id', 'type', 'journal', 'seq', 'prev', 'subject', 'at', 'org', 'body']).entries,
	v: VersionSchema
});

/** The place of a text in its journal's chain, whatever its content. */
const PlaceSchema = v.pick(EnvelopeSchema, ['id', 'journal', 'seq', 'prev']);
export type FactPlace = v.InferOutput<typeof PlaceSchema>;

const isKnownType = (type: string): type is FactType => Object.hasOwn(factForms, type);

/**
 * Parses the exact text of a fact and, where present, its personal part. Never throws on bad input.
 * @param vouched the part was already compared with the fact's hash of it, as every store does before storing it
 */
export function readFact(text: string, personal: PersonalPart | null, vouched = false): ReadFact {
	const json = parseJson(text);
	const strict = v.safeParse(EnvelopeSchema, json);
	if (!strict.success || !isKnownType(strict.output.type)) return readUnknown(json, strict.issues);
	const form = factForms[strict.output.type];
	const body = v.safeParse(form.body as v.GenericSchema, strict.output.body);
	if (!body.success) return { ok: false, reason: isOutOfBounds(body.issues) ? 'bounds' : 'body' };
	const details = readPersonal(strict.output, form.personal, personal, vouched);
	if (!details.ok) return details;
	return { ok: true, known: true, fact: { ...strict.output, body: body.output, details: details.value } as Fact };
}

/** A text without a known form: a fact from a newer Tereze, or none. */
function readUnknown(json: unknown, issues: readonly v.BaseIssue<unknown>[] | undefined): ReadFact {
	if (json === undefined) return { ok: false, reason: 'notJson' };
	const loose = v.safeParse(LooseEnvelopeSchema, json);
	const isOurs = loose.success && loose.output.v === 1 && isKnownType(loose.output.type);
	if (loose.success && !isOurs) return { ok: true, known: false, envelope: loose.output };
	return { ok: false, reason: isOutOfBounds((isOurs ? issues : loose.issues) ?? []) ? 'bounds' : 'envelope' };
}

/** The place of a text that may be unreadable otherwise: the chain continues over it. Undefined where it has none. */
export function placeIn(text: string): FactPlace | undefined {
	const place = v.safeParse(PlaceSchema, parseJson(text));
	return place.success ? place.output : undefined;
}

/** The facts that a fact of any version acts on. */
export function causesIn({ text }: Pick<StoredFact, 'text'>): FactId[] {
	const { on } = (parseJson(text) ?? {}) as { on?: unknown };
	return Array.isArray(on) ? on.filter((id): id is FactId => v.is(FactIdSchema, id)) : [];
}

/** What a store keeps besides the text, derived from it. Undefined where the text is not even an envelope. */
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
	if (value.success) return { ok: true, value: value.output };
	return { ok: false, reason: isOutOfBounds(value.issues) ? 'bounds' : 'personal' };
}

/** A lone surrogate: the text's bytes would differ between readers. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Undefined where it is no JSON, or no form can match it. */
function parseJson(text: string): unknown {
	if (LONE_SURROGATE.test(text) || nestsTooDeep(text)) return undefined;
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
