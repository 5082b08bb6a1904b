import { Agent, createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** What a line does to a request, each as likely as the others when it is bad. */
const FAULTS = ['late', 'cutBefore', 'cutHalfway', 'answerLost', 'answerCut', 'twice'] as const;
type Fault = (typeof FAULTS)[number];
/** Of ten requests so many meet a fault. */
const BAD_OF_TEN = 4;
const LATE_MS = 400;

export type BadLine = { base: string; counts: Record<Fault, number>; close: () => Promise<void> };

/** A proxy in front of a server that delays, cuts and duplicates what goes through it. */
export async function openBadLine(to: string, random: () => number): Promise<BadLine> {
	const counts: Record<Fault, number> = { late: 0, cutBefore: 0, cutHalfway: 0, answerLost: 0, answerCut: 0, twice: 0 };
	const agent = new Agent({ keepAlive: false });
	const server = createServer((asked, answer) => {
		const isBad = asked.url === '/api/sync' && random() * 10 < BAD_OF_TEN;
		const fault = isBad ? FAULTS[Math.floor(random() * FAULTS.length)]! : null;
		if (fault) counts[fault] += 1;
		carry(asked, answer, fault).catch(() => answer.destroy());
	});

	const carry = async (asked: IncomingMessage, answer: ServerResponse, fault: Fault | null): Promise<void> => {
		const body = await bytesOf(asked);
		if (fault === 'cutBefore') return void answer.destroy();
		if (fault === 'late') await wait(LATE_MS);
		const isHalf = fault === 'cutHalfway';
		const forward = () => ask(asked, isHalf ? body.subarray(0, body.length / 2) : body, isHalf);
		if (isHalf) {
			void forward().catch(() => undefined);
			return void answer.destroy();
		}
		// The second one overtakes the answer of the first.
		const again = fault === 'twice' ? forward().catch(() => undefined) : undefined;
		const { status, headers, bytes } = await forward();
		await again;
		if (fault === 'answerLost') return void answer.destroy();
		answer.writeHead(status, headers);
		if (fault !== 'answerCut') return void answer.end(bytes);
		answer.write(bytes.subarray(0, bytes.length / 2), () => answer.destroy());
	};

	const ask = (asked: IncomingMessage, body: Buffer, isCut: boolean): Promise<Answer> =>
		new Promise((resolve, reject) => {
			// The server is to see its own address, as behind a proxy that is set up well.
			const { host: _, origin, ...rest } = asked.headers;
			const headers = origin === undefined ? rest : { ...rest, origin: to };
			const sent = request(new URL(asked.url ?? '/', to), { method: asked.method, headers, agent }, (response) => {
				bytesOf(response).then(
					(bytes) => resolve({ status: response.statusCode ?? 502, headers: plain(response), bytes }),
					reject
				);
			});
			sent.once('error', reject);
			if (isCut) sent.write(body, () => sent.destroy());
			else sent.end(body);
		});
	await listening(server);
	return {
		base: `http://localhost:${(server.address() as AddressInfo).port}`,
		counts,
		close: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections())
	};
}

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; bytes: Buffer };

/** The length is that of what was received whole. */
function plain({ headers }: IncomingMessage): Answer['headers'] {
	const { connection: _, 'transfer-encoding': __, ...rest } = headers;
	return rest;
}

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of stream) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}

const listening = (server: Server): Promise<void> =>
	new Promise((resolve) => void server.listen(0, 'localhost', () => resolve()));
