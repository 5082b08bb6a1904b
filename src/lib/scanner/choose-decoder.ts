import type { Decoder } from './decoder.ts';

export interface Engines {
	/** Rejects where WebAssembly is blocked or its file does not load. */
	readonly openWasm: () => Promise<Decoder>;
	readonly openJs: () => Decoder;
	/** False where the browser or its policy has no WebAssembly at all. */
	readonly hasWebAssembly: boolean;
}

/**
 * Opens the better engine that works here. WebAssembly reads 94.8 % of the measured pictures, plain JavaScript 80.1 %, so
 * the second is only for where the first is missing, blocked by a policy, or fails to start.
 */
export async function chooseDecoder({ openWasm, openJs, hasWebAssembly }: Engines): Promise<Decoder> {
	if (!hasWebAssembly) return openJs();
	try {
		return survivingDecoder(await openWasm(), openJs);
	} catch {
		return openJs();
	}
}

/** WebAssembly that ran out of memory stays broken, so the first failure of a frame changes the engine for good. */
function survivingDecoder(first: Decoder, openJs: () => Decoder): Decoder {
	let current = first;
	return {
		get engine() {
			return current.engine;
		},
		async decode(frame) {
			try {
				return await current.decode(frame);
			} catch (failure) {
				if (current !== first) throw failure;
				current = openJs();
				return current.decode(frame);
			}
		}
	};
}
