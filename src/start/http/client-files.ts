import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { readRange } from './byte-range.ts';
import { writeProblem } from './write-problem.ts';

/** A file of the build with its packed forms, read once: a running server needs nothing of its build's folder any more. */
export type ClientFile = {
	type: string;
	modified: string;
	tag: string;
	body: Buffer;
	packed: { gzip?: Buffer; br?: Buffer };
};
export type ClientFiles = ReadonlyMap<string, ClientFile>;

const TYPES: Record<string, string> = {
	js: 'text/javascript; charset=utf-8',
	css: 'text/css; charset=utf-8',
	html: 'text/html; charset=utf-8',
	txt: 'text/plain; charset=utf-8',
	json: 'application/json',
	webmanifest: 'application/manifest+json',
	wasm: 'application/wasm',
	svg: 'image/svg+xml',
	png: 'image/png',
	ttf: 'font/ttf',
	woff2: 'font/woff2'
};
const endingOf = (path: string): string => /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';

/** All files that browsers get as they are, by their address. */
export async function readClientFiles(folder: string): Promise<ClientFiles> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const places = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
	const known = new Set(places);
	const bare = places.filter((place) => !known.has(place.replace(/\.(?:gz|br)$/, '')) || !/\.(?:gz|br)$/.test(place));
	const files = await Promise.all(
		bare.map(async (place): Promise<[string, ClientFile]> => {
			const packed = async (ending: string) =>
				known.has(`${place}.${ending}`) ? readFile(`${place}.${ending}`) : undefined;
			const [body, gzip, br, { mtime }] = await Promise.all([readFile(place), packed('gz'), packed('br'), stat(place)]);
			const address = place.slice(folder.length).replaceAll('\\', '/').normalize();
			const tag = createHash('sha256').update(body).digest('base64url').slice(0, 22);
			const type = TYPES[endingOf(place)] ?? 'application/octet-stream';
			return [
				address,
				{ type, tag, modified: mtime.toUTCString(), body, packed: { ...(gzip && { gzip }), ...(br && { br }) } }
			];
		})
	);
	return new Map(files);
}

/** An address that can only be a file's: where there is none, a page in its place would be taken for it. */
export const isFileAddress = (path: string): boolean =>
	/^\/(?:_app|fonts)\//.test(path) || endingOf(path) in TYPES || endingOf(path) === 'map';

/** Sends a file: whole, packed, a part of it, or the news that the asker has it already (RFC 9110). */
export function sendFile(req: IncomingMessage, res: ServerResponse, file: ClientFile): void {
	const { 'if-none-match': known, 'if-range': condition, range, 'accept-encoding': taken } = req.headers;
	res.setHeader('vary', 'accept-encoding');
	res.setHeader('last-modified', file.modified);
	res.setHeader('accept-ranges', 'bytes');
	const wholeTag = `"${file.tag}"`;
	// A part is a part of the plain file: packed forms are for whoever takes all of it.
	const isPart = req.method === 'GET' && range !== undefined && (condition === undefined || condition === wholeTag);
	const part = isPart ? readRange(range, file.body.length) : null;
	if (part === 'unsatisfiable') {
		res.setHeader('content-range', `bytes */${file.body.length}`);
		return writeProblem(res, 'rangeNotSatisfiable');
	}
	const encoding = part ? undefined : encodingFor(file, String(taken ?? ''));
	const tag = encoding ? `"${file.tag}-${encoding}"` : wholeTag;
	res.setHeader('etag', tag);
	if (known !== undefined && (known.trim() === '*' || tagsOf(known).includes(tag))) {
		res.writeHead(304).end();
		return;
	}
	const whole = encoding ? file.packed[encoding]! : file.body;
	const bytes = part ? whole.subarray(part.start, part.end + 1) : whole;
	if (part) res.setHeader('content-range', `bytes ${part.start}-${part.end}/${file.body.length}`);
	if (encoding) res.setHeader('content-encoding', encoding);
	res.setHeader('content-type', file.type);
	res.setHeader('content-length', bytes.length);
	res.writeHead(part ? 206 : 200);
	res.end(req.method === 'HEAD' ? undefined : bytes);
}

const tagsOf = (header: string): string[] => header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));

function encodingFor({ packed }: ClientFile, accepted: string): 'br' | 'gzip' | undefined {
	const isTaken = (name: string) =>
		accepted.split(',').some((part) => new RegExp(`^\\s*${name}\\s*(?:;(?!\\s*q=0(?:\\.0*)?\\s*$)|$)`, 'i').test(part));
	if (packed.br && isTaken('br')) return 'br';
	return packed.gzip && isTaken('gzip') ? 'gzip' : undefined;
}
