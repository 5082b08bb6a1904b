import { createGunzip } from 'node:zlib';
import { Readable } from 'node:stream';
import type { ProblemCode } from '#lib/protocol/problem.ts';
import { createShapeLimit, type ShapeLimit } from './json-shape.ts';

export type BodyLimit = {
	/** Bytes of the text, unpacked where it comes packed. */
	bytes: number;
	/** How long all of it may take to arrive. */
	ms: number;
	/** Of the JSON in it. */
	shape: ShapeLimit;
};
type ReadBody = { ok: true; text: string } | { ok: false; code: ProblemCode; detail?: string };

/**
 * The text of a request, given up at the first byte too many: what is packed is unpacked piece by piece, and its nesting is
 * counted as it opens, so that a small body never becomes a large one in memory.
 */
export async function readBody(request: Request, limit: BodyLimit, isZipped = false): Promise<ReadBody> {
	if (Number(request.headers.get('content-length') ?? 0) > limit.bytes) return { ok: false, code: 'tooLarge' };
	if (!request.body) return { ok: true, text: '' };
	const arriving = request.body.getReader();
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<'late'>((done) => (timer = setTimeout(() => done('late'), limit.ms)));
	const source = piecesOf(arriving, late, limit.bytes);
	const pieces = isZipped ? unzipped(source) : source;
	const decoder = new TextDecoder('utf-8', { fatal: true });
	const shape = createShapeLimit(limit.shape);
	let bytes = 0;
	let text = '';
	try {
		for await (const piece of pieces) {
			bytes += piece.length;
			if (bytes > limit.bytes) return { ok: false, code: 'tooLarge' };
			if (!shape.takes(piece))
				return { ok: false, code: 'badRequest', detail: 'Nested too deeply, or too many values' };
			text += decoder.decode(piece, { stream: true });
		}
		return { ok: true, text: text + decoder.decode() };
	} catch (error) {
		return { ok: false, ...refusalOf(error) };
	} finally {
		clearTimeout(timer);
		// Not cancelled: that would cut the connection before the answer is on it.
		arriving.releaseLock();
	}
}

class Refusal extends Error {
	readonly code: ProblemCode;
	constructor(code: ProblemCode) {
		super(code);
		this.code = code;
	}
}

async function* piecesOf(
	reader: ReadableStreamDefaultReader<Uint8Array>,
	late: Promise<'late'>,
	most: number
): AsyncGenerator<Uint8Array> {
	let bytes = 0;
	for (;;) {
		const next = await Promise.race([reader.read(), late]);
		if (next === 'late') throw new Refusal('tooSlow');
		if (next.done) return;
		bytes += next.value.length;
		if (bytes > most) throw new Refusal('tooLarge');
		yield next.value;
	}
}

/** An error of the packed pieces goes on to whoever reads the unpacked ones. */
function unzipped(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
	const source = Readable.from(pieces);
	const gunzip = createGunzip();
	source.on('error', (error) => gunzip.destroy(error));
	gunzip.on('close', () => source.destroy());
	return source.pipe(gunzip);
}

function refusalOf(error: unknown): { code: ProblemCode; detail?: string } {
	if (error instanceof Refusal) return { code: error.code };
	// The framework's own limit, for what says nothing of its length.
	if ((error as { status?: unknown } | null)?.status === 413) return { code: 'tooLarge' };
	return { code: 'badRequest', detail: 'The body cannot be read' };
}
