import { chooseDecoder } from './choose-decoder.ts';
import { openJsDecoder } from './decoder-js.ts';
import type { FromDecoder, ToDecoder } from './decoder-messages.ts';
import { openWasmDecoder } from './decoder-wasm.ts';
import type { Decoder } from './decoder.ts';

// The wasm's address comes by message: an asset imported in here would be missing from `$service-worker`'s list, so offline.
let decoder: Promise<Decoder> | undefined;

self.addEventListener('message', (event: MessageEvent<ToDecoder>) => void hear(event.data));

async function hear(message: ToDecoder): Promise<void> {
	if (message.type === 'start') {
		decoder = chooseDecoder({
			hasWebAssembly: typeof WebAssembly === 'object',
			openWasm: () => openWasmDecoder(message.wasmUrl),
			openJs: openJsDecoder
		});
		say({ type: 'ready', engine: (await decoder).engine });
		return;
	}
	const { id, buffer, width, height } = message;
	try {
		if (!decoder) throw new Error('The decoder was given a frame before its start');
		const engine = await decoder;
		const codes = await engine.decode({ data: new Uint8ClampedArray(buffer), width, height });
		say({ type: 'codes', id, codes, engine: engine.engine });
	} catch (failure) {
		say({ type: 'failed', id, message: String(failure) });
	}
}

function say(message: FromDecoder): void {
	self.postMessage(message);
}
