import { createPrivateKey, sign } from 'node:crypto';
import { type Writer } from '#tests/contract/server-store-writer.ts';
import { type FactDraft } from '#lib/domain/fact/fact.ts';
import { type FactId, type JournalId, type OrgId, type Role, type StaffId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type RegistryPlace } from '#lib/domain/registry/known-place.ts';
import { sessionText } from '#lib/domain/registry/session-text.ts';
import { makeBadge } from '#lib/server/people/badges.ts';

const about = (org: OrgId) => ({ subject: { kind: 'org', org }, details: null }) as const;

type Range = { device: JournalId; from: number; to: number; own?: boolean };

/** Somebody with a key, who comes to devices and leaves them. */
export class SignedPerson {
	readonly id: StaffId;
	readonly role: Role;
	readonly key: string;
	readonly #privateKey: string;

	constructor(id: string, role: Role, { key, privateKey }: { key: string; privateKey: string }) {
		[this.id, this.role, this.key, this.#privateKey] = [id as StaffId, role, key, privateKey];
	}

	/**
	 * @param device the journal that is named; by default the one that is written
	 * @param known up to where the device knew the registry
	 */
	unlocks(at: Writer, session: string, device: JournalId = at.journal, known?: RegistryPlace): StoredFact {
		const told = known === undefined ? {} : { known };
		const opened = { device, session: session as FactId, person: this.id, at: at.at + 1000, ...told };
		const key = createPrivateKey({ key: Buffer.from(this.#privateKey, 'base64'), format: 'der', type: 'pkcs8' });
		const signed = sign('sha256', Buffer.from(sessionText(opened)), { key, dsaEncoding: 'ieee-p1363' });
		const body = { device, ...told, signature: signed.toString('base64url') };
		return at.write({ ...about(at.org), type: 'unlocked', body } as FactDraft, session, this.by(session));
	}

	locks(at: Writer, session: string): StoredFact {
		const draft = { ...about(at.org), type: 'locked', body: { session } } as FactDraft;
		return at.write(draft, `${session}-ends`, this.by(session));
	}

	/** Something that is nobody else's business. */
	acts(at: Writer, id: string, session?: string): StoredFact {
		const body = { why: 'other', org: at.org };
		const draft = { ...about(at.org), type: 'setAside', body, details: { text: 'қағаз' } } as FactDraft;
		return at.write(draft, id, this.by(session));
	}

	/** Says whether what was written at a device under their number was theirs. */
	vouches(at: Writer, id: string, session: string, { device, from, to, own = true }: Range): StoredFact {
		const draft = { ...about(at.org), type: 'vouched', body: { device, from, to, count: 1, own } } as FactDraft;
		return at.write(draft, id, this.by(session));
	}

	by(session?: string): { actor: StaffId; role: Role; session?: FactId } {
		return { actor: this.id, role: this.role, ...(session ? { session: session as FactId } : {}) };
	}
}

export async function aSignedPerson(id: string, role: Role): Promise<SignedPerson> {
	return new SignedPerson(id, role, await makeBadge());
}
