import { describe, expect, it } from 'vitest';
import { type Engines, chooseDecoder } from './choose-decoder.ts';
import type { Decoder } from './decoder.ts';
import { blankPicture } from './testing/code-picture.ts';

const FRAME = blankPicture(2, 2);
const says = (engine: Decoder['engine'], text: string): Decoder => ({
	engine,
	decode: async () => [{ format: 'qr', text }]
});
const ENGINES: Engines = {
	hasWebAssembly: true,
	openWasm: async () => says('wasm', 'from wasm'),
	openJs: () => says('js', 'from js')
};

describe('the choice of a decoder', () => {
	it('X3 is WebAssembly where it works', async () => {
		const decoder = await chooseDecoder(ENGINES);
		expect(decoder.engine).toBe('wasm');
		expect(await decoder.decode(FRAME)).toEqual([{ format: 'qr', text: 'from wasm' }]);
	});

	it('X3 is plain JavaScript where WebAssembly is missing, and WebAssembly is not tried', async () => {
		const openWasm = () => Promise.reject(new Error('tried'));
		expect((await chooseDecoder({ ...ENGINES, hasWebAssembly: false, openWasm })).engine).toBe('js');
	});

	it('X3 is plain JavaScript where a policy blocks WebAssembly', async () => {
		const openWasm = () => Promise.reject(new WebAssembly.CompileError("violates 'unsafe-eval'"));
		expect((await chooseDecoder({ ...ENGINES, openWasm })).engine).toBe('js');
	});

	it('X3 changes to plain JavaScript at the frame that breaks WebAssembly, and stays there', async () => {
		let calls = 0;
		const broken: Decoder = {
			engine: 'wasm',
			decode: () => {
				calls++;
				return Promise.reject(new WebAssembly.RuntimeError('out of memory'));
			}
		};
		const decoder = await chooseDecoder({ ...ENGINES, openWasm: async () => broken });
		expect(await decoder.decode(FRAME)).toEqual([{ format: 'qr', text: 'from js' }]);
		expect(await decoder.decode(FRAME)).toEqual([{ format: 'qr', text: 'from js' }]);
		expect([decoder.engine, calls]).toEqual(['js', 1]);
	});

	it('X3 tells when plain JavaScript breaks too', async () => {
		const broken: Decoder = { engine: 'wasm', decode: () => Promise.reject(new Error('first')) };
		const worse: Decoder = { engine: 'js', decode: () => Promise.reject(new Error('second')) };
		const decoder = await chooseDecoder({ ...ENGINES, openWasm: async () => broken, openJs: () => worse });
		await expect(decoder.decode(FRAME)).rejects.toThrow('second');
		await expect(decoder.decode(FRAME)).rejects.toThrow('second');
	});
});
