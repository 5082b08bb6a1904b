import { randomUUID } from 'node:crypto';
import { type FactDraft } from '#lib/domain/fact/fact.ts';
import { type FactId, type JournalId, type OrgId, type Role } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type JournalHead, type Stamp, writeFact } from '#lib/domain/fact/write-fact.ts';
import { type DeviceResponse } from '#lib/protocol/device-messages.ts';
import { type Person, type SessionResponse } from '#lib/protocol/session-messages.ts';
import { MAX_PUSHED_FACTS, PROTOCOL_VERSION, type SyncResponse } from '#lib/protocol/sync-messages.ts';
import { wireFactOf } from '#lib/sync/sync-round.ts';

/** A device of the org without a browser: it signs in, gets its number, and sends what it records. */
export class OtherDevice {
	readonly number: number;
	readonly #origin: string;
	readonly #token: string;
	readonly #person: Person;
	#head: JournalHead;
	#acked: Pick<JournalHead, 'seq' | 'hash'> = { seq: 0, hash: '' };

	private constructor(origin: string, person: Person, { number, token }: DeviceResponse, journal: JournalId) {
		[this.#origin, this.#person, this.#token, this.number] = [origin, person, token, number];
		this.#head = { journal, seq: 0, hash: '' };
	}

	static async enrol(origin: string, staffNumber: string): Promise<OtherDevice> {
		const signedIn = await post(origin, '/api/session', { number: staffNumber, password: `tereze-${staffNumber}` });
		const { person } = (await signedIn.json()) as SessionResponse;
		const cookie = signedIn.headers
			.getSetCookie()
			.map((each) => each.split(';')[0])
			.join('; ');
		const journal = randomUUID() as string as JournalId;
		const { org, window } = person;
		const place = window === null ? { org, kind: 'body' } : { org, kind: 'window', window };
		const enrolled = await post(origin, '/api/devices', { journal, place }, { cookie });
		return new OtherDevice(origin, person, (await enrolled.json()) as DeviceResponse, journal);
	}

	/** Records these and sends them, each batch after the one before it was acknowledged. */
	async send(drafts: readonly FactDraft[], role: Role = this.#person.roles[0]!): Promise<void> {
		for (let from = 0; from < drafts.length; from += MAX_PUSHED_FACTS)
			await this.#push(drafts.slice(from, from + MAX_PUSHED_FACTS).map((draft) => this.#write(draft, role)));
	}

	async #push(facts: readonly StoredFact[]): Promise<void> {
		const { seq, hash } = this.#acked;
		const last = facts.at(-1)!;
		const request = {
			protocol: PROTOCOL_VERSION,
			journal: this.#head.journal,
			lastSeq: last.seq,
			ackedSeq: seq,
			ackedHash: hash,
			cursor: null,
			facts: facts.map(wireFactOf)
		};
		const answer = await post(this.#origin, '/api/sync', request, { authorization: `Device ${this.#token}` });
		const { ackedSeq } = (await answer.json()) as SyncResponse;
		if (ackedSeq !== last.seq) throw new Error(`Sent up to ${last.seq}, taken up to ${ackedSeq}`);
		this.#acked = { seq: last.seq, hash: last.hash };
	}

	/** What a demonstration's play needs to write this device's journal itself. */
	get forPlay(): { journal: JournalId; number: number; org: OrgId } {
		return { journal: this.#head.journal, number: this.number, org: this.#person.org };
	}

	/** Sends a journal that was written elsewhere, from its first fact on. */
	async sendWritten(facts: readonly StoredFact[]): Promise<void> {
		for (let from = 0; from < facts.length; from += MAX_PUSHED_FACTS)
			await this.#push(facts.slice(from, from + MAX_PUSHED_FACTS));
	}

	#write(draft: FactDraft, role: Role): StoredFact {
		const { id: actor, org, window } = this.#person;
		const clock = { offsetMs: 0, ageMs: 0 };
		const stamp: Stamp = { at: Date.now(), clock, actor, role, org, ...(window === null ? {} : { window }) };
		const newId = () => randomUUID() as string as FactId;
		const fact = writeFact(draft, stamp, this.#head, { newId, newSalt: randomUUID });
		this.#head = { journal: fact.journal, seq: fact.seq, hash: fact.hash };
		return fact;
	}
}

async function post(
	origin: string,
	path: string,
	body: unknown,
	headers: Record<string, string> = {}
): Promise<Response> {
	const response = await fetch(`${origin}${path}`, {
		method: 'POST',
		// A connection that waited while facts were written may have been closed meanwhile.
		headers: { 'content-type': 'application/json', connection: 'close', origin, ...headers },
		body: JSON.stringify(body)
	});
	if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
	return response;
}
