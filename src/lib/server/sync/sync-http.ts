import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import * as v from 'valibot';
import { MAX_PUSHED_FACTS, type SyncRequest, SyncRequestSchema, type SyncResponse } from '../../protocol/sync-messages';
import { problem } from '../http/problem';

/** 500 facts of usual size are 1 MB; a body beyond this is split by the device, which halves its batch on 413. */
export const MAX_BODY_BYTES = 32 * 1024 * 1024;
const GZIP_FROM_BYTES = 1024;

const unzip = promisify(gunzip);
const zip = promisify(gzip);

export type ReadSync = { ok: true; request: SyncRequest } | { ok: false; response: Response };

/** Reads a sync request: gzip or plain JSON. What is wrong with it is answered as a problem, never thrown. */
export async function readSyncRequest(request: Request): Promise<ReadSync> {
	const encoding = request.headers.get('content-encoding') ?? 'identity';
	if (encoding !== 'gzip' && encoding !== 'identity') return refuse(problem('badRequest', { detail: 'Only gzip' }));
	const text = await bodyText(request, encoding === 'gzip');
	if (typeof text !== 'string') return text;
	const data = parsed(text);
	if (data === undefined) return refuse(problem('badRequest', { detail: 'The body is not JSON' }));
	if (hasTooManyFacts(data)) return refuse(problem('tooLarge', { detail: `At most ${MAX_PUSHED_FACTS} facts` }));
	const message = v.safeParse(SyncRequestSchema, data);
	if (message.success) return { ok: true, request: message.output };
	return refuse(problem('badRequest', { detail: `Wrong form: ${v.getDotPath(message.issues[0]) ?? 'the body'}` }));
}

/** The answer as JSON, in gzip where the device takes it and it is worth it. */
export async function syncAnswer(answer: SyncResponse, acceptEncoding: string | null): Promise<Response> {
	const headers = new Headers({ 'content-type': 'application/json', 'cache-control': 'no-store' });
	const text = JSON.stringify(answer);
	if (text.length < GZIP_FROM_BYTES || !/\bgzip\b/.test(acceptEncoding ?? '')) return new Response(text, { headers });
	headers.set('content-encoding', 'gzip');
	headers.set('vary', 'accept-encoding');
	// Level 1: a third of the time of the default for a tenth more bytes.
	return new Response(new Uint8Array(await zip(text, { level: 1 })), { headers });
}

/** What the device takes; null where something between it and here spoils what is packed, which the device then says. */
export const acceptedEncoding = (headers: Headers): string | null =>
	headers.has('x-plain-answer') ? null : headers.get('accept-encoding');

async function bodyText(request: Request, isZipped: boolean): Promise<string | Extract<ReadSync, { ok: false }>> {
	if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES) return refuse(problem('tooLarge'));
	try {
		const bytes = Buffer.from(await request.arrayBuffer());
		if (bytes.length > MAX_BODY_BYTES) return refuse(problem('tooLarge'));
		return (isZipped ? await unzip(bytes, { maxOutputLength: MAX_BODY_BYTES }) : bytes).toString('utf8');
	} catch (error) {
		const code = (error as { code?: unknown }).code;
		const isTooLong = code === 'ERR_BUFFER_TOO_LARGE' || (error as { status?: unknown }).status === 413;
		return refuse(isTooLong ? problem('tooLarge') : problem('badRequest', { detail: 'The body cannot be read' }));
	}
}

function hasTooManyFacts(data: unknown): boolean {
	const facts = (data as { facts?: unknown } | null)?.facts;
	return Array.isArray(facts) && facts.length > MAX_PUSHED_FACTS;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

const refuse = (response: Response) => ({ ok: false, response }) as const;
