import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ALL_PAPERS } from '#lib/domain/documents/testing/all-papers.ts';
import { createPrintClient, type PrintWorker } from './print-client.ts';
import { type PrintAnswer, type PrintRequest } from './print-messages.ts';

const PDF = new Blob(['%PDF'], { type: 'application/pdf' });
const MADE = ({ id }: PrintRequest): PrintAnswer => ({ type: 'made', id, pdf: PDF });

/** Workers in the order in which they were started; each does what its script says, the last script for all later. */
function workers(...scripts: ((request: PrintRequest) => PrintAnswer | 'silent' | 'crash')[]) {
	const started: { requests: PrintRequest[]; ended: boolean }[] = [];
	const startWorker = (): PrintWorker => {
		const script = scripts[Math.min(started.length, scripts.length - 1)];
		const log = { requests: [] as PrintRequest[], ended: false };
		started.push(log);
		const worker: PrintWorker = {
			onmessage: null,
			onerror: null,
			terminate: () => void (log.ended = true),
			postMessage: (request) => {
				log.requests.push(request);
				const answer = script?.(request) ?? 'silent';
				queueMicrotask(() => {
					if (answer === 'crash') worker.onerror?.({ message: 'out of memory' });
					else if (answer !== 'silent') worker.onmessage?.({ data: answer });
				});
			}
		};
		return worker;
	};
	return { startWorker, started };
}

describe('the print client', () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	it('P24 gives the file and tells the worker where the faces are', async () => {
		const { startWorker, started } = workers(MADE);
		const client = createPrintClient({ startWorker });
		expect(await client.makePdf([ALL_PAPERS.receipt])).toEqual({ ok: true, pdf: PDF });
		expect(started[0]?.requests[0]).toEqual({
			type: 'make',
			id: 1,
			fonts: { normal: '/fonts/NotoSans-Regular.ttf', bold: '/fonts/NotoSans-Bold.ttf' },
			models: [ALL_PAPERS.receipt]
		});
	});

	it('P24 uses one worker for the warm-up and all papers', async () => {
		const { startWorker, started } = workers((request) =>
			request.type === 'warm-up' ? { type: 'ready', id: request.id } : MADE(request)
		);
		const client = createPrintClient({ startWorker });
		await client.warmUp();
		await client.makePdf([ALL_PAPERS.receipt]);
		await client.makePdf([ALL_PAPERS['packet-label']]);
		expect(started).toHaveLength(1);
	});

	it.each(['fonts', 'layout'] as const)('P24 a failure of the %s is a value', async (reason) => {
		const { startWorker } = workers(({ id }) => ({ type: 'failed', id, reason, detail: 'why' }));
		const outcome = await createPrintClient({ startWorker }).makePdf([ALL_PAPERS.receipt]);
		expect(outcome).toEqual({ ok: false, reason, detail: 'why' });
	});

	it('P24 a crash answers everyone who waits, and the next paper starts a new worker', async () => {
		const { startWorker, started } = workers((request) => (request.id === 2 ? 'crash' : 'silent'), MADE);
		const client = createPrintClient({ startWorker });
		const both = await Promise.all([client.makePdf([ALL_PAPERS.receipt]), client.makePdf([ALL_PAPERS.receipt])]);
		expect(both).toEqual(Array(2).fill({ ok: false, reason: 'worker', detail: 'out of memory' }));
		expect(started[0]?.ended).toBe(true);
		expect(await client.makePdf([ALL_PAPERS.receipt])).toMatchObject({ ok: true });
		expect(started).toHaveLength(2);
	});

	it('P24 a silent worker is ended after the time limit', async () => {
		const { startWorker, started } = workers(() => 'silent');
		const outcome = createPrintClient({ startWorker, timeoutMs: 5000 }).makePdf([ALL_PAPERS.receipt]);
		await vi.advanceTimersByTimeAsync(4999);
		expect(started[0]?.ended).toBe(false);
		await vi.advanceTimersByTimeAsync(1);
		expect(await outcome).toMatchObject({ ok: false, reason: 'timeout' });
		expect(started[0]?.ended).toBe(true);
	});

	it('P24 a worker that cannot start is a value too', async () => {
		const startWorker = () => {
			throw new Error('blocked by policy');
		};
		const outcome = await createPrintClient({ startWorker }).makePdf([ALL_PAPERS.receipt]);
		expect(outcome).toMatchObject({ ok: false, reason: 'worker', detail: 'Error: blocked by policy' });
	});
});
