import { type FactDraft, type FactType } from '#lib/domain/fact/fact.ts';
import { type FactId, type JournalId, type OrgId, type Role, type StaffId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type JournalHead, writeFact } from '#lib/domain/fact/write-fact.ts';
import { makePaperNumber } from '#lib/domain/number/paper-number.ts';
import { type Cursor, type SyncRequest, type WireFact } from '#lib/protocol/sync-messages.ts';

export const CENTER = 'center-04' as OrgId;
export const OTHER_CENTER = 'center-05' as OrgId;
export const BODY = 'body-15' as OrgId;
export const OTHER_BODY = 'body-16' as OrgId;
const SERIALS = 99_999;
/** The serial-th number that is given: by the first device, and by the next ones when that has given all. */
export const numberOf = (serial: number) =>
	makePaperNumber(1, 7 + Math.floor((serial - 1) / SERIALS), 1 + ((serial - 1) % SERIALS), 123);
export const REGISTER = makePaperNumber(9, 7, 1, 1);

let ids = 0;

/** Writes facts of one journal as a device does, and makes the requests that push them. */
export class Writer {
	readonly facts: StoredFact[] = [];
	readonly org: OrgId;
	readonly device: { id: string; org: OrgId };
	head: JournalHead;
	cursor: Cursor | null = null;
	at = 1_795_000_000_000;
	role: Role = 'centerInspector';

	constructor(journal: string, org: OrgId = CENTER, device = { id: `device-of-${journal}`, org }) {
		this.org = org;
		this.device = device;
		this.head = { journal: journal as JournalId, seq: 0, hash: '' };
	}

	get journal(): JournalId {
		return this.head.journal;
	}

	write<T extends FactType>(
		draft: FactDraft<T>,
		id = `fact-${(ids += 1)}`,
		by: { actor: StaffId; role: Role; session?: FactId } = { actor: 'staff-1' as StaffId, role: this.role }
	): StoredFact {
		const stamp = {
			at: (this.at += 1000),
			clock: { offsetMs: 0, ageMs: 0 },
			...by,
			org: this.org
		};
		const source = { newId: () => id as FactId, newSalt: () => `salt-${id}` };
		return this.add(writeFact(draft as FactDraft, stamp, this.head, source));
	}

	/** Puts any text at the end of the journal, as a broken device would. */
	writeText(text: string, hash: string): StoredFact {
		const { journal, seq } = this.head;
		const broken = { id: `broken-${hash}` as FactId, journal, seq: seq + 1, hash, text, type: '?' };
		return this.add({ ...broken, applications: [], personal: null });
	}

	accepted(serial: number, body: OrgId = BODY, id?: string): StoredFact {
		return this.write(
			{
				type: 'accepted',
				subject: { kind: 'application', number: numberOf(serial) },
				body: {
					regulation: { id: 'child-benefit-under-18', version: 1 },
					entry: 'center',
					center: this.org,
					body,
					visitStartedAt: this.at,
					documents: [],
					language: 'kk'
				},
				details: { surname: 'Оспанов', given: 'Ержан', address: 'Шымкент', documents: [] }
			},
			id
		);
	}

	registered(serial: number, id?: string): StoredFact {
		const subject = { kind: 'application', number: numberOf(serial) } as const;
		return this.write({ type: 'registered', subject, body: {}, details: null }, id);
	}

	redirected(serial: number, toBody: OrgId): StoredFact {
		const subject = { kind: 'application', number: numberOf(serial) } as const;
		return this.write({ type: 'redirected', subject, body: { toBody }, details: { text: 'басқа орган' } });
	}

	dispatched(serials: number[], toBody: OrgId = BODY): StoredFact {
		const subject = { kind: 'register', number: REGISTER } as const;
		const rows = serials.map((serial) => ({ paper: numberOf(serial) }));
		return this.write({ type: 'dispatched', subject, body: { rows, toBody }, details: { courier: 'Серік' } });
	}

	dayClosed(): StoredFact {
		const subject = { kind: 'org', org: this.org } as const;
		return this.write({ type: 'dayClosed', subject, body: { date: '2026-11-23', covers: [] }, details: null });
	}

	dayOff(): StoredFact {
		const subject = { kind: 'org', org: this.org } as const;
		return this.write({ type: 'calendarChanged', subject, body: { date: '2026-11-26', day: 'dayOff' }, details: null });
	}

	/** A head's word: in these days somebody acts in a head's place; ends included. */
	appointed(staff: string, from: string, to: string): StoredFact {
		this.role = 'head';
		const subject = { kind: 'org', org: this.org } as const;
		const body = { staff: staff as StaffId, role: 'head', insteadOf: null, from, to } as const;
		return this.write({ type: 'actingAppointed', subject, body, details: { text: 'бұйрық № 12' } });
	}

	/** A copy of this store as it is, as a PC image or a copied profile is. */
	clone(device = `${this.device.id}-clone`): Writer {
		const copy = new Writer(this.journal, this.org, { id: device, org: this.org });
		copy.facts.push(...this.facts);
		copy.head = { ...this.head };
		copy.cursor = this.cursor;
		copy.at = this.at + 500;
		return copy;
	}

	/** @param acked seq that the server is known to hold; all later facts are pushed */
	request(acked = 0, more: Partial<SyncRequest> = {}): SyncRequest {
		return {
			protocol: 1,
			journal: this.journal,
			lastSeq: this.head.seq,
			ackedSeq: acked,
			ackedHash: this.facts[acked - 1]?.hash ?? '',
			cursor: this.cursor,
			facts: this.facts.slice(acked).map(onWire),
			...more
		};
	}

	private add(fact: StoredFact): StoredFact {
		this.facts.push(fact);
		this.head = { ...this.head, seq: fact.seq, hash: fact.hash };
		return fact;
	}
}

export const onWire = ({ text, personal }: StoredFact): WireFact => ({ text, personal });
export const idOnWire = ({ text }: WireFact): string => (JSON.parse(text) as { id: string }).id;
