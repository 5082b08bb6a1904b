import { describe, expect, it } from 'vitest';
import { type DecoderWorker, decoderClient } from './decoder-client.ts';
import type { FromDecoder, ToDecoder } from './decoder-messages.ts';
import { blankPicture } from './testing/code-picture.ts';

type Heard = { data: FromDecoder; message?: string };

/** A worker that hears, and answers only when the test says so. */
function quietWorker() {
	const heard: ToDecoder[] = [];
	const listeners: Record<string, ((event: Heard) => void)[]> = { message: [], error: [] };
	let terminated = false;
	const worker: DecoderWorker = {
		postMessage: (message, transfer) => void heard.push(structuredClone(message, { transfer })),
		addEventListener(type: string, listener: (event: Heard) => void) {
			listeners[type]!.push(listener);
		},
		terminate: () => (terminated = true)
	};
	return {
		worker,
		heard,
		answer: (data: FromDecoder) => listeners.message!.forEach((listener) => listener({ data })),
		break: () => listeners.error!.forEach((listener) => listener({ data: undefined as unknown as FromDecoder })),
		isTerminated: () => terminated
	};
}

const codes = [{ format: 'qr', text: 'x' }] as const;

describe('the page side of the decoder', () => {
	it('X4 starts the worker with the address of the wasm and learns which engine runs', async () => {
		const { worker, heard, answer } = quietWorker();
		const client = decoderClient(worker, '/reader.wasm');
		expect(heard).toEqual([{ type: 'start', wasmUrl: '/reader.wasm' }]);
		answer({ type: 'ready', engine: 'js' });
		expect(await client.engine).toBe('js');
	});

	it('X4 gives a frame away and gets its codes', async () => {
		const { worker, heard, answer } = quietWorker();
		const client = decoderClient(worker, '');
		const frame = blankPicture(4, 2);
		const reply = client.decode(frame);
		expect(frame.data.byteLength).toBe(0);
		expect(heard[1]).toMatchObject({ type: 'frame', id: 1, width: 4, height: 2 });
		answer({ type: 'codes', id: 1, codes, engine: 'wasm' });
		expect(await reply).toEqual({ ok: true, codes, engine: 'wasm' });
	});

	it('X4 refuses a frame while another is in flight, and leaves it whole', async () => {
		const { worker, answer } = quietWorker();
		const client = decoderClient(worker, '');
		const first = client.decode(blankPicture(4, 2));
		const second = blankPicture(4, 2);
		expect(client.busy).toBe(true);
		expect(await client.decode(second)).toEqual({ ok: false, reason: 'busy' });
		expect(second.data.byteLength).toBe(32);
		answer({ type: 'failed', id: 1, message: 'broken' });
		expect(await first).toEqual({ ok: false, reason: 'failed' });
		expect(client.busy).toBe(false);
	});

	it('X4 takes no answer for a frame that is not in flight', async () => {
		const { worker, answer } = quietWorker();
		const client = decoderClient(worker, '');
		const reply = client.decode(blankPicture(2, 2));
		answer({ type: 'codes', id: 7, codes, engine: 'wasm' });
		expect(client.busy).toBe(true);
		answer({ type: 'codes', id: 1, codes: [], engine: 'wasm' });
		expect(await reply).toEqual({ ok: true, codes: [], engine: 'wasm' });
	});

	it('X4 ends the frame in flight when closed, and takes none afterwards', async () => {
		const { worker, isTerminated } = quietWorker();
		const client = decoderClient(worker, '');
		const reply = client.decode(blankPicture(2, 2));
		client.close();
		expect(await reply).toEqual({ ok: false, reason: 'closed' });
		expect(await client.decode(blankPicture(2, 2))).toEqual({ ok: false, reason: 'closed' });
		expect(isTerminated()).toBe(true);
	});

	it('X4 is closed when the worker does not load', async () => {
		const { worker, ...levers } = quietWorker();
		const client = decoderClient(worker, '');
		levers.break();
		expect(await client.engine).toBeNull();
		expect(await client.decode(blankPicture(2, 2))).toEqual({ ok: false, reason: 'closed' });
	});
});
