import { type Envelope, type FactDraft } from './fact.ts';
import { personalHash, sha256Hex } from './hash.ts';
import { type FactId, type JournalId, type OrgId, type Role, type StaffId } from './ids.ts';
import { type PersonalPart, type StoredFact } from './stored-fact.ts';
import { touchedApplications } from './touched.ts';

/** Who acts, where and when: what the device adds to a draft. */
export type Stamp = {
	at: number;
	clock: Envelope['clock'];
	actor: StaffId;
	role: Role;
	org: OrgId;
	window?: string;
	session?: FactId;
};

/** The last fact of a journal; `seq` 0 and an empty hash before the first. */
export type JournalHead = { journal: JournalId; seq: number; hash: string };

/** Where ids and salts come from: randomness is an argument. */
export type FactSource = { newId: () => FactId; newSalt: () => string };

/**
 * Gives a draft its place after `head` and its exact text. `JSON.stringify` escapes lone surrogates, so the text is well formed and
 * its UTF-8 bytes are the same for every reader.
 */
export function writeFact(draft: FactDraft, stamp: Stamp, head: JournalHead, source: FactSource): StoredFact {
	const personal: PersonalPart | null =
		draft.details === null ? null : { salt: source.newSalt(), text: JSON.stringify(draft.details) };
	const envelope = {
		v: 1 as const,
		id: draft.id ?? source.newId(),
		type: draft.type,
		journal: head.journal,
		seq: head.seq + 1,
		prev: head.hash,
		subject: draft.subject,
		...(draft.on?.length ? { on: draft.on } : {}),
		...(draft.replaces?.length ? { replaces: draft.replaces } : {}),
		at: stamp.at,
		...(draft.occurredAt === undefined ? {} : { occurredAt: draft.occurredAt }),
		clock: stamp.clock,
		actor: stamp.actor,
		role: stamp.role,
		org: stamp.org,
		...(stamp.window === undefined ? {} : { window: stamp.window }),
		...(stamp.session === undefined ? {} : { session: stamp.session }),
		...(draft.countersigned ? { countersigned: draft.countersigned } : {}),
		...(personal ? { personal: personalHash(personal.salt, personal.text) } : {}),
		body: draft.body
	};
	const text = JSON.stringify(envelope);
	return {
		id: envelope.id,
		journal: head.journal,
		seq: envelope.seq,
		hash: sha256Hex(text),
		text,
		type: draft.type,
		applications: touchedApplications(envelope as unknown as Envelope),
		personal
	};
}
