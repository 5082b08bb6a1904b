import * as v from 'valibot';
import { ProblemSchema } from '#lib/protocol/problem.ts';
import { PLAIN_ANSWER_HEADER, type SyncRequest, SyncResponseSchema } from '#lib/protocol/sync-messages.ts';
import { type DeviceAccess } from './device-access.ts';
import { createLine, type Line } from './line.ts';
import { type Transport, type TransportFailure, type TransportResult } from './transport.ts';

type HttpTransportOptions = {
	fetch: typeof fetch;
	access: DeviceAccess;
	line?: Line;
	url?: string;
	timeoutMs?: number;
};

const GZIP_FROM_CHARS = 8 * 1024;
const TIMEOUT_MS = 60_000;
/** Failures after a compressed body that was corrupted on the way, or that a proxy did not let through. */
const PACKING_MAY_BE_SPOILED: ReadonlySet<TransportFailure> = new Set(['refused', 'unreadable']);

/**
 * `POST /api/sync`. Every failure is a value; the caller waits and tries again. Where a compressed request or answer fails, the
 * same is sent uncompressed at once; if that is answered, the connection is remembered as uncompressed only.
 */
export function httpTransport(options: HttpTransportOptions): Transport {
	const { access, line = createLine() } = options;
	const carry = async (request: SyncRequest): Promise<TransportResult> => {
		const authorization = await access.authorization();
		if (authorization === null) return { ok: false, reason: 'unauthorized' };
		const text = JSON.stringify(request);
		if (line.isPlain()) return post(text, authorization, true, { ...options, line });
		const first = await post(text, authorization, false, { ...options, line });
		if (first.ok || !PACKING_MAY_BE_SPOILED.has(first.reason)) return first;
		const plain = await post(text, authorization, true, { ...options, line });
		if (!plain.ok) return first;
		line.goPlain();
		return plain;
	};
	return async (request) => {
		const answer = await carry(request);
		if (!answer.ok || !answer.response.withheld) return answer;
		// What was sent is taken; the next request reads.
		const { withheld, ...response } = answer.response;
		return (await access.admit(withheld)) ? { ok: true, response: { ...response, more: true } } : answer;
	};
}

type Ways = HttpTransportOptions & { line: Line };

async function post(text: string, authorization: string, isPlain: boolean, ways: Ways): Promise<TransportResult> {
	const { fetch, line, url = '/api/sync', timeoutMs = TIMEOUT_MS } = ways;
	const headers: Record<string, string> = { 'content-type': 'application/json', authorization };
	let body: BodyInit = text;
	if (isPlain) headers[PLAIN_ANSWER_HEADER] = '1';
	else if (text.length >= GZIP_FROM_CHARS && typeof CompressionStream === 'function') {
		body = await gzipped(text);
		headers['content-encoding'] = 'gzip';
	}
	try {
		const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), line.signal()]);
		const init: RequestInit = { method: 'POST', headers, body, signal, cache: 'no-store', credentials: 'omit' };
		const response = await fetch(url, init);
		return response.ok ? parsed(await response.json()) : { ok: false, reason: await reasonOf(response) };
	} catch (error) {
		return { ok: false, reason: failureOf(error) };
	}
}

/** A whole body, not a stream: Chromium streams request bodies only over HTTP/2 with `duplex: 'half'`. */
async function gzipped(text: string): Promise<ArrayBuffer> {
	const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
	return new Response(stream).arrayBuffer();
}

function parsed(json: unknown): TransportResult {
	const response = v.safeParse(SyncResponseSchema, json);
	return response.success ? { ok: true, response: response.output } : { ok: false, reason: 'unreadable' };
}

/** Tereze's own answers are recognised by the form of their problem details. */
async function reasonOf(response: Response): Promise<TransportFailure> {
	const { status, headers } = response;
	const isOurs = headers.get('content-type')?.startsWith('application/problem+json') ?? false;
	if (status === 507) return 'noRoom';
	if (status === 407 || (status === 401 && !isOurs && headers.has('www-authenticate'))) return 'proxySignIn';
	if (status === 403 && isOurs) {
		const problem = v.safeParse(ProblemSchema, await response.json());
		if (problem.success && problem.output.code === 'wrongHost') return 'wrongHost';
	}
	return reasonOfStatus(status);
}

function reasonOfStatus(status: number): TransportFailure {
	if (status === 413) return 'tooLarge';
	if (status === 401 || status === 403) return 'unauthorized';
	if (status === 408 || status === 429 || status >= 500) return 'server';
	return status >= 400 ? 'refused' : 'unreadable';
}

function failureOf(error: unknown): TransportFailure {
	if (error instanceof SyntaxError) return 'unreadable';
	const name = error instanceof Error ? error.name : '';
	return name === 'TimeoutError' ? 'timeout' : 'offline';
}
