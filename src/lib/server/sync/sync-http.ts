import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import * as v from 'valibot';
import {
	MAX_PUSHED_FACTS,
	PLAIN_ANSWER_HEADER,
	PROTOCOL_VERSION,
	type SyncRequest,
	SyncRequestSchema,
	type SyncResponse
} from '#lib/protocol/sync-messages.ts';
import { problem } from '../http/problem.ts';
import { readBody } from '../http/read-body.ts';

/**
 * 500 facts of usual size are 1 MB; a body beyond this is split by the device, which halves its batch on 413. A fact is a text
 * in the message, so the message itself is flat. The time is that of a device's own patience.
 */
const SYNC_LIMIT = { bytes: 8 * 1024 * 1024, ms: 60_000, shape: { depth: 16, values: 20_000 } } as const;
const GZIP_FROM_BYTES = 1024;

const zip = promisify(gzip);

type ReadSync = { ok: true; request: SyncRequest } | { ok: false; response: Response };

/** Reads a sync request: gzip or plain JSON. What is wrong with it is answered as a problem, never thrown. */
export async function readSyncRequest(request: Request): Promise<ReadSync> {
	const encoding = request.headers.get('content-encoding') ?? 'identity';
	if (encoding !== 'gzip' && encoding !== 'identity') return refuse(problem('badRequest', { detail: 'Only gzip' }));
	const body = await readBody(request, SYNC_LIMIT, encoding === 'gzip');
	if (!body.ok) return refuse(problem(body.code, body.detail === undefined ? {} : { detail: body.detail }));
	const data = parsed(body.text);
	if (data === undefined) return refuse(problem('badRequest', { detail: 'The body is not JSON' }));
	if (hasTooManyFacts(data)) return refuse(problem('tooLarge', { detail: `At most ${MAX_PUSHED_FACTS} facts` }));
	const message = v.safeParse(SyncRequestSchema, data);
	if (message.success) return { ok: true, request: message.output };
	if (isNewer(data)) return refuse(problem('unavailable', OLDER_HERE));
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
	headers.has(PLAIN_ANSWER_HEADER) ? null : headers.get('accept-encoding');

/** Its program has met a newer server: it waits as for one that is away, and is told nothing that would make it split or give up. */
const OLDER_HERE = { detail: 'This server is older than the device', retryAfterSeconds: 60 } as const;

function isNewer(data: unknown): boolean {
	const protocol = (data as { protocol?: unknown } | null)?.protocol;
	return typeof protocol === 'number' && protocol > PROTOCOL_VERSION;
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
