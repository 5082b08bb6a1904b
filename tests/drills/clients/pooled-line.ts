import { Agent, type IncomingMessage, request } from 'node:http';

/** Connections for requests, as a proxy shares them among all whom it serves. Each stream has one of its own beside them. */
const POOLED = 64;
const TIMEOUT_MS = 30_000;

export type Headers = Readonly<Record<string, string>>;

/** Whatever did not end in an answer 200. */
export class NotAnswered extends Error {}

/** The way of many browsers to one server, through a proxy in front of it that names the address of each. */
export class PooledLine {
	readonly #base: string;
	readonly #agent = new Agent({ keepAlive: true, maxSockets: POOLED });
	readonly #streams = new Set<IncomingMessage>();

	constructor(base: string) {
		this.#base = base;
	}

	/** @throws NotAnswered */
	post(path: string, body: unknown, headers: Headers): Promise<unknown> {
		return new Promise((resolve, reject) => {
			const lost = (error: Error) => reject(new NotAnswered(error.message));
			const text = JSON.stringify(body);
			const own = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
			const options = { method: 'POST', agent: this.#agent, headers: { ...headers, ...own }, timeout: TIMEOUT_MS };
			const sent = request(new URL(path, this.#base), options, (answer) => {
				textOf(answer).then((whole) => {
					if (answer.statusCode === 200) resolve(JSON.parse(whole));
					else reject(new NotAnswered(`${path}: ${answer.statusCode} ${whole.slice(0, 200)}`));
				}, lost);
			});
			sent.once('error', lost).once('timeout', () => sent.destroy(new Error(`${path}: no answer`)));
			sent.end(text);
		});
	}

	/**
	 * Opens a stream of news and returns when it is open.
	 * @param ended called once where it ends before this line does
	 * @throws NotAnswered
	 */
	listen(path: string, headers: Headers, woken: () => void, ended: () => void): Promise<void> {
		return new Promise((resolve, reject) => {
			const asked = request(new URL(path, this.#base), { agent: false, headers }, (answer) => {
				if (answer.statusCode !== 200) {
					answer.resume();
					return reject(new NotAnswered(`${path}: ${answer.statusCode}`));
				}
				this.#streams.add(answer);
				answer.setEncoding('utf8').on('data', (text: string) => {
					for (const line of text.split('\n')) if (line.startsWith('data:')) woken();
				});
				answer.once('error', () => undefined).once('close', () => this.#streams.delete(answer) && ended());
				resolve();
			});
			asked.once('error', (error) => reject(new NotAnswered(error.message))).end();
		});
	}

	close(): void {
		const open = [...this.#streams];
		this.#streams.clear();
		for (const stream of open) stream.destroy();
		this.#agent.destroy();
	}
}

async function textOf(stream: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of stream) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString();
}
