import type { DecodedCode, Decoder, Frame } from './decoder.ts';
import type { FromDecoder, ToDecoder } from './decoder-messages.ts';

/** The part of `Worker` that the client needs. */
export interface DecoderWorker {
	postMessage(message: ToDecoder, transfer: Transferable[]): void;
	addEventListener(type: 'message', listener: (event: { data: FromDecoder }) => void): void;
	addEventListener(type: 'error', listener: (event: { message?: string }) => void): void;
	terminate(): void;
}

export type FrameAnswer =
	| { readonly ok: true; readonly codes: readonly DecodedCode[]; readonly engine: Decoder['engine'] }
	/** `busy`: a frame is still in flight, take a later one. `failed`: the frame could not be read. `closed`: no worker any more. */
	| { readonly ok: false; readonly reason: 'busy' | 'failed' | 'closed' };

export interface DecoderClient {
	/** Which engine the worker chose; null when the worker did not start. */
	readonly engine: Promise<Decoder['engine'] | null>;
	/** True while a frame is with the worker: the next one would be refused. */
	readonly busy: boolean;
	/** Gives the frame away: its buffer moves to the worker and is empty afterwards. */
	decode(frame: Frame): Promise<FrameAnswer>;
	close(): void;
}

/**
 * Talks to the decoder's worker, one frame in flight: a queue would show codes of papers that were long taken away.
 * @param wasmUrl our own copy of `zxing_reader.wasm`, see `open-decoder.ts`
 */
export function decoderClient(worker: DecoderWorker, wasmUrl: string): DecoderClient {
	let last = 0;
	let open = true;
	let waiting: { id: number; settle: (answer: FrameAnswer) => void } | null = null;
	let started: (engine: Decoder['engine'] | null) => void = () => undefined;
	const engine = new Promise<Decoder['engine'] | null>((resolve) => (started = resolve));

	function settle(id: number, answer: FrameAnswer): void {
		if (waiting?.id !== id) return;
		const { settle } = waiting;
		waiting = null;
		settle(answer);
	}

	function close(): void {
		open = false;
		worker.terminate();
		started(null);
		if (waiting) settle(waiting.id, { ok: false, reason: 'closed' });
	}

	worker.addEventListener('message', ({ data: message }) => {
		if (message.type === 'ready') started(message.engine);
		else if (message.type === 'codes') settle(message.id, { ok: true, codes: message.codes, engine: message.engine });
		else settle(message.id, { ok: false, reason: 'failed' });
	});
	// A worker whose script does not load or throws at its top says nothing but this.
	worker.addEventListener('error', close);
	worker.postMessage({ type: 'start', wasmUrl }, []);

	return {
		engine,
		get busy() {
			return waiting !== null;
		},
		async decode({ data, width, height }) {
			if (!open) return { ok: false, reason: 'closed' };
			if (waiting) return { ok: false, reason: 'busy' };
			const id = ++last;
			const answer = new Promise<FrameAnswer>((settle) => (waiting = { id, settle }));
			worker.postMessage({ type: 'frame', id, buffer: data.buffer, width, height }, [data.buffer]);
			return answer;
		},
		close
	};
}
