import * as v from 'valibot';
import { SyncResponseSchema } from '../protocol/sync-messages';
import { type Transport, type TransportFailure, type TransportResult } from './transport';

export type HttpTransportOptions = {
	fetch: typeof fetch;
	/** Token of this device; null before it has one, then nothing is sent. */
	deviceToken: () => Promise<string | null>;
	url?: string;
	timeoutMs?: number;
};

const GZIP_FROM_CHARS = 8 * 1024;
const TIMEOUT_MS = 60_000;

/** `POST /api/sync`. Every failure is a value; the caller waits and tries again. */
export function httpTransport({
	fetch,
	deviceToken,
	url = '/api/sync',
	timeoutMs = TIMEOUT_MS
}: HttpTransportOptions): Transport {
	return async (request) => {
		const token = await deviceToken();
		if (token === null) return { ok: false, reason: 'unauthorized' };
		const headers: Record<string, string> = { 'content-type': 'application/json', authorization: `Device ${token}` };
		const text = JSON.stringify(request);
		let body: BodyInit = text;
		if (text.length >= GZIP_FROM_CHARS && typeof CompressionStream === 'function') {
			body = await gzipped(text);
			headers['content-encoding'] = 'gzip';
		}
		try {
			const signal = AbortSignal.timeout(timeoutMs);
			const response = await fetch(url, {
				method: 'POST',
				headers,
				body,
				signal,
				cache: 'no-store',
				credentials: 'omit'
			});
			return response.ok ? parsed(await response.json()) : { ok: false, reason: reasonOf(response.status) };
		} catch (error) {
			return { ok: false, reason: failureOf(error) };
		}
	};
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

function reasonOf(status: number): TransportFailure {
	if (status === 413) return 'tooLarge';
	if (status === 401 || status === 403) return 'unauthorized';
	if (status === 408 || status === 429 || status >= 500) return 'server';
	return status >= 400 ? 'refused' : 'unreadable';
}

function failureOf(error: unknown): TransportFailure {
	if (error instanceof SyntaxError) return 'unreadable';
	const name = error instanceof Error ? error.name : '';
	return name === 'TimeoutError' || name === 'AbortError' ? 'timeout' : 'offline';
}
