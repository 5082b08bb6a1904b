import { setTimeout as wait } from 'node:timers/promises';
import { type SyncResponse } from '#lib/protocol/sync-messages.ts';
import { enrolDevice } from '#tests/support/enrol-device.ts';
import { Writer } from '#tests/contract/server-store-writer.ts';

const AGAIN_MS = 20;
const TIMEOUT_MS = 20_000;
const MOST_AT_ONCE = 5;

export type Acknowledged = { journal: string; seq: number; hash: string };

/** A device that records and sends, each time by whichever server comes next, and remembers what was acknowledged. */
export class LoadingDevice {
	readonly acknowledged: Acknowledged[] = [];
	/** Requests that no server answered. */
	unanswered = 0;
	/** Codes of the problems that servers answered with, in their order. */
	readonly refusals: string[] = [];
	/** How long nothing could be sent, at most, in ms. */
	longestGap = 0;
	readonly #writer: Writer;
	readonly #token: string;
	readonly #next: () => string;
	readonly #serial: () => number;

	private constructor(token: string, journal: string, next: () => string, serial: () => number) {
		this.#token = token;
		this.#next = next;
		this.#serial = serial;
		this.#writer = new Writer(journal);
	}

	static async enrol(base: string, next: () => string, serial: () => number): Promise<LoadingDevice> {
		const { journal, token } = await enrolDevice(base);
		return new LoadingDevice(token, journal, next, serial);
	}

	get journal(): string {
		return this.#writer.journal;
	}

	/**
	 * Works until it is told to stop, and then until all that it has recorded is acknowledged.
	 * @param noted called whenever something more of it was acknowledged
	 */
	async work(isOver: () => boolean, noted: () => void = () => undefined): Promise<void> {
		let acked = 0;
		let answeredAt = performance.now();
		while (!isOver() || acked < this.#writer.head.seq) {
			if (!isOver() && this.#writer.head.seq - acked < MOST_AT_ONCE) this.#writer.accepted(this.#serial());
			const answer = await this.#send(acked);
			if (!answer) {
				this.unanswered += 1;
				await wait(AGAIN_MS);
				continue;
			}
			this.longestGap = Math.max(this.longestGap, performance.now() - answeredAt);
			answeredAt = performance.now();
			const promised = this.acknowledged.at(-1)?.seq ?? 0;
			for (const { journal, seq, hash } of this.#writer.facts.slice(promised, answer.ackedSeq))
				this.acknowledged.push({ journal, seq, hash });
			if (answer.ackedSeq > promised) noted();
			// A server that was restored has less: it gets that again, and what was promised stays promised.
			acked = answer.ackedSeq;
			if (answer.forked || answer.quarantined.length > 0) throw new Error(`The server says ${JSON.stringify(answer)}`);
		}
	}

	async #send(acked: number): Promise<SyncResponse | null> {
		try {
			const response = await fetch(`${this.#next()}/api/sync`, {
				method: 'POST',
				headers: { 'content-type': 'application/json', authorization: `Device ${this.#token}` },
				body: JSON.stringify(this.#writer.request(acked)),
				signal: AbortSignal.timeout(TIMEOUT_MS)
			});
			if (response.ok) return (await response.json()) as SyncResponse;
			this.refusals.push(((await response.json()) as { code: string }).code);
			return null;
		} catch {
			return null;
		}
	}
}
