import { Agent, request } from 'node:http';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { wireFactOf } from '#lib/sync/sync-round.ts';

export type DeviceOnServer = { journal: string; token: string; org: string };

/** A body is sent zipped from here on, as the devices do. */
const GZIP_FROM_CHARS = 8 * 1024;

export type Batch = { facts: Buffer; zipped: Buffer | null; count: number; last: { seq: number; hash: string } };

/** Facts ready to be posted. The zipped piece is a gzip member of its own: head and end of a body are put around it later. */
export function batchOf(facts: readonly StoredFact[]): Batch {
	const text = facts.map((fact) => JSON.stringify(wireFactOf(fact))).join(',');
	const { seq, hash } = facts.at(-1)!;
	const zipped = text.length >= GZIP_FROM_CHARS ? gzipSync(text, { level: 6 }) : null;
	return { facts: Buffer.from(text), zipped, count: facts.length, last: { seq, hash } };
}

/** A device without a browser: it posts batches that were made before, and follows acknowledgement and cursor. */
export class DeviceClient {
	#acked = { seq: 0, hash: '' };
	#cursor = 'null';
	readonly #device: DeviceOnServer;
	readonly #url: URL;
	readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });

	constructor(base: string, device: DeviceOnServer) {
		this.#url = new URL('/api/sync', base);
		this.#device = device;
	}

	/** Reads the stream to its end, so that what others sent before is no part of what is measured. */
	async catchUp(): Promise<void> {
		const nothing: Batch = { facts: Buffer.alloc(0), zipped: null, count: 0, last: this.#acked };
		while (await this.post(nothing));
	}

	/** @returns whether the stream has more to fetch */
	async post(batch: Batch): Promise<boolean> {
		const { seq, hash } = this.#acked;
		const { journal, token } = this.#device;
		const head = `{"protocol":1,"journal":"${journal}","lastSeq":${batch.last.seq},"ackedSeq":${seq},"ackedHash":"${hash}","cursor":${this.#cursor},"facts":[`;
		const { zipped } = batch;
		const body = zipped
			? Buffer.concat([gzipSync(head, { level: 1 }), zipped, gzipSync(']}', { level: 1 })])
			: Buffer.concat([Buffer.from(head), batch.facts, Buffer.from(']}')]);
		const answer = await this.#send(body, {
			'content-type': 'application/json',
			authorization: `Device ${token}`,
			...(zipped ? { 'content-encoding': 'gzip' } : {})
		});
		const acked = Number(/"ackedSeq":(\d+)/.exec(answer)?.[1]);
		if (acked !== batch.last.seq || answer.includes('"forked"') || !answer.includes('"quarantined":[]'))
			throw new Error(`Sent up to ${batch.last.seq}, the server says: ${answer.slice(0, 300)}`);
		this.#acked = batch.last;
		const cursor = /"cursor":(\{[^}]*\}),"more":(true|false)/.exec(answer.slice(-600));
		if (!cursor) throw new Error(`No cursor in the answer: ${answer.slice(-300)}`);
		this.#cursor = cursor[1]!;
		return cursor[2] === 'true';
	}

	close(): void {
		this.#agent.destroy();
	}

	#send(body: Buffer, headers: Record<string, string>): Promise<string> {
		return new Promise((resolve, reject) => {
			const options = { method: 'POST', agent: this.#agent, headers: { ...headers, 'content-length': body.length } };
			const sent = request(this.#url, options, (response) => {
				const chunks: Buffer[] = [];
				response.on('data', (chunk: Buffer) => chunks.push(chunk));
				response.on('end', () => {
					const bytes = Buffer.concat(chunks);
					const text = (response.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString();
					if (response.statusCode === 200) resolve(text);
					else reject(new Error(`${response.statusCode}: ${text.slice(0, 300)}`));
				});
			});
			sent.on('error', reject).end(body);
		});
	}
}
