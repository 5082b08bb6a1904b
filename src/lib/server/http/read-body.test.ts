import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createShapeLimit } from './json-shape.ts';
import { readBody } from './read-body.ts';

const LIMIT = { bytes: 1000, ms: 1000, shape: { depth: 4, values: 20 } };
const request = (body: BodyInit | null) =>
	new Request('http://tereze.test/', { method: 'POST', body, duplex: 'half' } as RequestInit);
/** A body that comes in pieces, and says nothing of its length. */
const inPieces = (...pieces: Uint8Array[]) =>
	new ReadableStream<Uint8Array>({
		start(controller) {
			pieces.forEach((piece) => controller.enqueue(piece));
			controller.close();
		}
	});
const bytes = (text: string) => new TextEncoder().encode(text);
const takes = (text: string, limit = LIMIT.shape) => createShapeLimit(limit).takes(bytes(text));

describe('a body', () => {
	it('N75 a body is read, plain or packed, in pieces that cut a letter', async () => {
		const text = '{"a":"Қазақ"}';
		expect(await readBody(request(text), LIMIT)).toEqual({ ok: true, text });
		const whole = bytes(text);
		expect(await readBody(request(inPieces(whole.slice(0, 7), whole.slice(7))), LIMIT)).toEqual({ ok: true, text });
		expect(await readBody(request(gzipSync(text)), LIMIT, true)).toEqual({ ok: true, text });
		expect(await readBody(request(null), LIMIT)).toEqual({ ok: true, text: '' });
	});

	it('N75 a body is given up at the first byte too many, announced or not', async () => {
		const large = 'x'.repeat(1001);
		expect(await readBody(request(large), LIMIT)).toEqual({ ok: false, code: 'tooLarge' });
		let asked = 0;
		const endless = new ReadableStream<Uint8Array>(
			{
				pull(controller) {
					asked += 1;
					controller.enqueue(new Uint8Array(300));
				}
			},
			{ highWaterMark: 0 }
		);
		expect(await readBody(request(endless), LIMIT)).toEqual({ ok: false, code: 'tooLarge' });
		expect(asked).toBeLessThan(6);
	});

	it('N75 what opens to too much is given up while it opens', async () => {
		const bomb = Buffer.concat(new Array<Buffer>(400).fill(gzipSync(Buffer.alloc(1_000_000))));
		const before = process.memoryUsage().arrayBuffers;
		const limit = { ...LIMIT, bytes: 1_000_000 };
		expect(await readBody(request(bomb), limit, true)).toEqual({ ok: false, code: 'tooLarge' });
		expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000);
	});

	it('N75 what opens to too deep a nesting is given up at that depth', async () => {
		const limit = { bytes: 32_000_000, ms: 5000, shape: { depth: 16, values: 20_000 } };
		for (const text of ['['.repeat(8_000_000), '{"a":'.repeat(1_000_000), `[${'[],'.repeat(2_000_000)}0]`]) {
			const bomb = request(gzipSync(text, { level: 1 }));
			const from = performance.now();
			expect(await readBody(bomb, limit, true)).toMatchObject({ code: 'badRequest' });
			expect(performance.now() - from).toBeLessThan(1000);
		}
	});

	it('N75 a body that is broken, cut or no text is refused', async () => {
		for (const body of [Buffer.from('not gzip'), gzipSync('{"a":1}').subarray(0, 12)])
			expect(await readBody(request(body), LIMIT, true)).toMatchObject({ ok: false, code: 'badRequest' });
		expect(await readBody(request(new Uint8Array([0x22, 0xff, 0x22])), LIMIT)).toMatchObject({ code: 'badRequest' });
	});

	it('N75 a body that does not come in time is given up', async () => {
		const silent = new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(bytes('{')) });
		expect(await readBody(request(silent), { ...LIMIT, ms: 30 })).toEqual({ ok: false, code: 'tooSlow' });
	});
});

describe('the shape of JSON, before it is read', () => {
	it.each([
		['[[[[1]]]]', true],
		['[[[[[1]]]]]', false],
		['{"a":{"b":{"c":{}}}}', true],
		['{"a":{"b":{"c":{"d":[]}}}}', false],
		['["[[[[[[", "{{{{{{"]', true],
		['["\\"[[[[[", "\\\\", "]"]', true],
		['["\\\\", [[[[]]]]]', false],
		[`[${'1,'.repeat(19)}1]`, true],
		[`[${'1,'.repeat(20)}1]`, false],
		[`["${','.repeat(100)}"]`, true]
	])('N75 %.30s within four levels and twenty values: %s', (text, taken) => {
		expect(takes(text)).toBe(taken);
	});

	it('N75 the shape is the same however the text is cut', () => {
		const text = '["\\"[[[[[", {"a":[{"b":"\\\\"}]}]';
		for (let cut = 0; cut < text.length; cut += 1) {
			const shape = createShapeLimit(LIMIT.shape);
			expect([shape.takes(bytes(text.slice(0, cut))), shape.takes(bytes(text.slice(cut)))]).toEqual([true, true]);
		}
	});
});
