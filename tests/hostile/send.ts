import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Hostile } from './generate.ts';

export type Sent = {
	/** 0: the connection ended without an answer. */
	status: number;
	/** From the last byte sent to the first of the answer, or to the end of the connection; null if neither came. */
	ms: number | null;
};

/** Nobody waits longer than this for an answer that is owed; what never comes to its end is left soon. */
const LONGEST_MS = 20_000;
const LEFT_AFTER_MS = 150;

/** Sends it on a connection of its own and waits for the first line of an answer. */
export async function send(port: number, { pieces, pauseMs, isWhole }: Hostile): Promise<Sent> {
	const socket = connect({ port, host: '127.0.0.1', noDelay: true });
	const answered = Promise.withResolvers<Sent>();
	let lastByteAt = performance.now();
	const done = (status: number): void => answered.resolve({ status, ms: performance.now() - lastByteAt });
	let got = '';
	socket.on('data', (piece: Buffer) => {
		got += piece.toString('latin1', 0, 128);
		// 100 is an invitation, the answer comes after it.
		const status = /^(?:HTTP\/1\.1 100[^\r]*\r\n\r\n)*HTTP\/1\.1 (?!100)(\d{3})/.exec(got)?.[1];
		if (status !== undefined) done(Number(status));
	});
	// The server may end a connection before all was sent: that is an answer, too.
	socket.on('error', () => done(0)).on('close', () => done(0));
	const timer = setTimeout(() => answered.resolve({ status: 0, ms: null }), isWhole ? LONGEST_MS : LEFT_AFTER_MS);
	for (const piece of pieces) {
		if (pauseMs > 0) await wait(pauseMs);
		if (!socket.destroyed) socket.write(piece, () => (lastByteAt = performance.now()));
	}
	const result = await answered.promise;
	clearTimeout(timer);
	socket.destroy();
	return result;
}
