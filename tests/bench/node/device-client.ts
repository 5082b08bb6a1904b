import { Agent, request } from 'node:http';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type DeviceKey, signed } from '#lib/protocol/device-key.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/sync-messages.ts';
import { wireFactOf } from '#lib/sync/sync-round.ts';

/** `secret`: the private half of the device's key, PKCS#8 in base64url. */
export type DeviceOnServer = { journal: string; token: string; org: string; secret: string };

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
	#ticket = '';
	readonly #device: DeviceOnServer;
	readonly #key: DeviceKey;
	readonly #base: string;
	readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });

	private constructor(base: string, device: DeviceOnServer, key: DeviceKey) {
		this.#base = base;
		this.#device = device;
		this.#key = key;
	}

	static async start(base: string, device: DeviceOnServer): Promise<DeviceClient> {
		const secret = Buffer.from(device.secret, 'base64url');
		const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
		const signing = await crypto.subtle.importKey('pkcs8', secret, algorithm, false, ['sign']);
		// The public half is the server's already, and nothing that is signed later names it.
		const client = new DeviceClient(base, device, { signing, key: '' });
		await client.#getTicket();
		return client;
	}

	/** Reads the stream to its end, so that what others sent before is no part of what is measured. */
	async catchUp(): Promise<void> {
		const nothing: Batch = { facts: Buffer.alloc(0), zipped: null, count: 0, last: this.#acked };
		while (await this.post(nothing));
	}

	/** @returns whether the stream has more to fetch */
	async post(batch: Batch): Promise<boolean> {
		const { seq, hash } = this.#acked;
		const { journal } = this.#device;
		const of = batch.last;
		const place =
			of.seq === 0
				? null
				: { ...of, signature: await signed(crypto.subtle, this.#key, { purpose: 'push', journal, ...of }) };
		const head = `{"protocol":${PROTOCOL_VERSION},"journal":"${journal}","lastSeq":${of.seq},"ackedSeq":${seq},"ackedHash":"${hash}","cursor":${this.#cursor},${place ? `"signed":${JSON.stringify(place)},` : ''}"facts":[`;
		const { zipped } = batch;
		const body = zipped
			? Buffer.concat([gzipSync(head, { level: 1 }), zipped, gzipSync(']}', { level: 1 })])
			: Buffer.concat([Buffer.from(head), batch.facts, Buffer.from(']}')]);
		const answer = await this.#send('sync', body, zipped ? { 'content-encoding': 'gzip' } : {});
		const acked = Number(/"ackedSeq":(\d+)/.exec(answer)?.[1]);
		if (
			acked !== batch.last.seq ||
			answer.includes('"forked"') ||
			answer.includes('"unproven"') ||
			answer.includes('"withheld"') ||
			!answer.includes('"quarantined":[]')
		)
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

	/** By two requests, as every device gets one. */
	async #getTicket(): Promise<void> {
		const ask = async (request: object) => {
			const body = Buffer.from(JSON.stringify(request));
			return JSON.parse(await this.#send('devices/ticket', body)) as { challenge: string; ticket: { value: string } };
		};
		const { challenge } = await ask({});
		const said = { purpose: 'ticket', challenge, last: '' } as const;
		const signature = await signed(crypto.subtle, this.#key, said);
		this.#ticket = (await ask({ signed: { challenge, last: '', signature } })).ticket.value;
	}

	#send(path: string, body: Buffer, more: Record<string, string> = {}): Promise<string> {
		return new Promise((resolve, reject) => {
			const headers = {
				'content-type': 'application/json',
				authorization: `Device ${this.#device.token} ${this.#ticket}`.trimEnd(),
				'content-length': body.length,
				...more
			};
			const options = { method: 'POST', agent: this.#agent, headers };
			const sent = request(new URL(`/api/${path}`, this.#base), options, (response) => {
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
