import { setTimeout as wait } from 'node:timers/promises';
import { type FactDraft } from '#lib/domain/fact/fact.ts';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type DeviceKey, signed } from '#lib/protocol/device-key.ts';
import { type TicketResponse } from '#lib/protocol/device-messages.ts';
import { type Cursor, MAX_PUSHED_FACTS, PROTOCOL_VERSION, type SyncResponse } from '#lib/protocol/sync-messages.ts';
import { wireFactOf } from '#lib/sync/sync-round.ts';
import { type DeviceOnServer } from '#tests/bench/node/device-client.ts';
import { visit } from '#tests/bench/facts/work-of-a-day.ts';
import { journalOf, newId, numbersOf } from '#tests/bench/facts/written-facts.ts';
import { type Acknowledged } from '../loading-device.ts';
import { type Delays } from './delays.ts';
import { type Headers, NotAnswered, type PooledLine } from './pooled-line.ts';

/** As a browser waits before it tries again. */
const AGAIN_MS = 1500;
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const;

export type Surroundings = {
	line: PooledLine;
	delays: Delays;
	/** Of the proxy's client. */
	address: string;
	/** Of the body to which its papers go. */
	body: OrgId;
	/** By which its papers are numbered. */
	number: number;
};

/** A window's device with all that it asks of a server: it records, signs, sends, waits for news and reads. */
export class SimulatedWindow {
	readonly acknowledged: Acknowledged[] = [];
	/** Ids of the facts of others that it has read. */
	readonly received = new Set<string>();
	receivedTwice = 0;
	/** Requests and streams that did not come to their end. */
	unanswered = 0;
	readonly device: DeviceOnServer;
	readonly #around: Surroundings;
	readonly #key: DeviceKey;
	readonly #write: ReturnType<typeof journalOf>;
	readonly #numbers: ReturnType<typeof numbersOf>;
	readonly #facts: StoredFact[] = [];
	#printed: FactDraft<'printed'> | undefined;
	#headers: Headers = {};
	#acked = 0;
	#cursor: Cursor | null = null;
	#round: Promise<void> | undefined;
	#isAskedAgain = false;

	private constructor(device: DeviceOnServer, around: Surroundings, key: DeviceKey) {
		this.device = device;
		this.#around = around;
		this.#key = key;
		this.#write = journalOf(device.journal, device.org as OrgId);
		this.#numbers = numbersOf(around.number);
	}

	/** Gets its ticket, reads what there is, and waits for news. */
	static async open(device: DeviceOnServer, around: Surroundings): Promise<SimulatedWindow> {
		const secret = Buffer.from(device.secret, 'base64url');
		const signing = await crypto.subtle.importKey('pkcs8', secret, ALGORITHM, false, ['sign']);
		const window = new SimulatedWindow(device, around, { signing, key: '' });
		await window.#getTicket();
		await window.#listen();
		await window.sync();
		return window;
	}

	/** Records the next fact of a visit: an acceptance, then the print of its receipt. */
	record(): void {
		const { body, number } = this.#around;
		const at = Date.now();
		if (this.#printed) {
			this.#facts.push(this.#write(this.#printed, 'centerInspector', at));
			this.#printed = undefined;
		} else {
			const orgs = { center: this.device.org as OrgId, body };
			const sources = { number: this.#numbers, newId };
			const { accepted, printed } = visit(number + this.#facts.length, at, orgs, sources);
			this.#facts.push(this.#write(accepted, 'centerInspector', at));
			this.#printed = printed;
		}
	}

	/** Sends and reads until nothing is left. What is asked for meanwhile is done by the same round. */
	sync(): Promise<void> {
		this.#isAskedAgain = true;
		this.#round ??= this.#drain().finally(() => (this.#round = undefined));
		return this.#round;
	}

	/** Reads its org's whole stream once more, as a device whose store was lost. */
	readAnew(): Promise<void> {
		this.#cursor = null;
		this.received.clear();
		return this.sync();
	}

	async #drain(): Promise<void> {
		let isMore = false;
		while (this.#isAskedAgain || isMore) {
			this.#isAskedAgain = false;
			try {
				isMore = (await this.#exchange()) || this.#acked < this.#facts.length;
			} catch (error) {
				if (!(error instanceof NotAnswered)) throw error;
				this.unanswered += 1;
				isMore = true;
				await wait(AGAIN_MS);
			}
		}
	}

	async #exchange(): Promise<boolean> {
		const { line, delays } = this.#around;
		const facts = this.#facts.slice(this.#acked, this.#acked + MAX_PUSHED_FACTS);
		for (const { id } of facts) delays.noteSent(id, this.device.org);
		const from = performance.now();
		const answer = (await line.post('/api/sync', await this.#request(facts), this.#headers)) as SyncResponse;
		if (facts.length > 0) delays.push.push(performance.now() - from);
		if (answer.forked || answer.withheld || answer.unproven || answer.quarantined.length > 0)
			throw new Error(`The server answered ${JSON.stringify({ ...answer, facts: answer.facts.length })}`);
		for (const { journal, seq, hash } of this.#facts.slice(this.#acked, answer.ackedSeq))
			this.acknowledged.push({ journal, seq, hash });
		this.#acked = answer.ackedSeq;
		for (const { text } of answer.facts) this.#take((JSON.parse(text) as { id: string }).id);
		this.#cursor = answer.cursor;
		return answer.more;
	}

	async #request(facts: readonly StoredFact[]): Promise<object> {
		const { journal } = this.device;
		const acked = this.#facts[this.#acked - 1];
		const last = facts.at(-1);
		const place = last && { seq: last.seq, hash: last.hash };
		const signature = place && (await signed(crypto.subtle, this.#key, { purpose: 'push', journal, ...place }));
		return {
			protocol: PROTOCOL_VERSION,
			journal,
			lastSeq: this.#facts.length,
			ackedSeq: this.#acked,
			ackedHash: acked?.hash ?? '',
			cursor: this.#cursor,
			facts: facts.map(wireFactOf),
			...(place ? { signed: { ...place, signature } } : {})
		};
	}

	#take(id: string): void {
		if (this.received.has(id)) this.receivedTwice += 1;
		this.received.add(id);
		this.#around.delays.noteArrived(id);
	}

	async #listen(): Promise<void> {
		const { line, delays } = this.#around;
		const woken = () => {
			delays.noteWoken(this.device.org);
			void this.sync();
		};
		const again = () => {
			this.unanswered += 1;
			setTimeout(() => void this.#listen().catch(again), AGAIN_MS).unref();
		};
		await line.listen('/api/sync/wake', this.#headers, woken, again);
	}

	/** By two requests, as every device gets one. */
	async #getTicket(): Promise<void> {
		const { line, address } = this.#around;
		const headers = { 'x-forwarded-for': address, authorization: `Device ${this.device.token}` };
		const ask = (body: object) => line.post('/api/devices/ticket', body, headers) as Promise<TicketResponse>;
		const { challenge } = await ask({});
		if (challenge === undefined) throw new Error('The server gave no challenge');
		const signature = await signed(crypto.subtle, this.#key, { purpose: 'ticket', challenge, last: '' });
		const { ticket } = await ask({ signed: { challenge, last: '', signature } });
		if (!ticket) throw new Error('The server gave no ticket');
		this.#headers = { ...headers, authorization: `${headers.authorization} ${ticket.value}` };
	}
}
