import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { type DecoderClient, decoderClient } from './decoder-client';
import NewDecoderWorker from './decoder.worker?worker';

/**
 * Starts the decoder for a page. The wasm is imported here, in page code, and not in the worker: only what pages import is
 * on the list that the service worker keeps for offline use.
 */
export function openDecoder(): DecoderClient {
	return decoderClient(new NewDecoderWorker({ name: 'decoder' }), wasmUrl);
}
