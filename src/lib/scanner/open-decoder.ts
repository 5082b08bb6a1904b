import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { type DecoderClient, decoderClient } from './decoder-client.ts';
import NewDecoderWorker from './decoder.worker.ts?worker';

/**
 * Starts the decoder for a page. The wasm is imported here, in page code, and not in the worker: only what pages import is
 * on the list that the service worker keeps for offline use.
 */
export function openDecoder(): DecoderClient {
	return decoderClient(new NewDecoderWorker({ name: 'decoder' }), wasmUrl);
}
