import type { DecodedCode, Decoder } from './decoder.ts';

/** What the page tells the decoder's worker. */
export type ToDecoder =
	| { readonly type: 'start'; readonly wasmUrl: string }
	| {
			readonly type: 'frame';
			readonly id: number;
			readonly buffer: ArrayBuffer;
			readonly width: number;
			readonly height: number;
	  };

/** What the worker answers: once `ready`, then one message per frame. */
export type FromDecoder =
	| { readonly type: 'ready'; readonly engine: Decoder['engine'] }
	| {
			readonly type: 'codes';
			readonly id: number;
			readonly codes: readonly DecodedCode[];
			readonly engine: Decoder['engine'];
	  }
	| { readonly type: 'failed'; readonly id: number; readonly message: string };
