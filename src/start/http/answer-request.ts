import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type FaultLog, noteFault } from '#lib/server/http/fault.ts';
import { staticHeaders } from '../static-headers.ts';
import { checkRequest } from './check-request.ts';
import { type ClientFiles, isFileAddress, sendFile } from './client-files.ts';
import { type Proxy } from '#lib/server/settings/proxy.ts';
import { whoAsks } from './who-asks.ts';
import { writeProblem } from './write-problem.ts';

/** The framework's own handler: pages and endpoints. */
export type Handler = (req: IncomingMessage, res: ServerResponse, next: () => void) => unknown;
export type Answering = { handler: Handler; files: ClientFiles; proxy: Proxy; log: FaultLog };

export const PROTOCOL_HEADER = 'x-tereze-protocol';
export const ADDRESS_HEADER = 'x-tereze-address';

const READING = 'GET, HEAD';

/**
 * Answers every request, whatever is in it: the one place where an exception becomes an answer. What the framework's handler
 * throws, at once or later, is a 500 with a number that is also in the log, and the process goes on.
 */
export function answerRequests(answering: Answering): RequestListener {
	return (req, res) => {
		// Whoever went away in the middle is no fault of this process: without listeners these would end it.
		req.on('error', () => undefined);
		res.on('error', () => undefined);
		const failed = (error: unknown): void => {
			const fault = noteFault(answering.log, error, { method: req.method, path: pathOf(req) });
			if (res.headersSent) res.destroy();
			else writeProblem(res, 'serverFault', { instance: `urn:uuid:${fault}` });
		};
		try {
			const done = answer(req, res, answering);
			if (done instanceof Promise) done.catch(failed);
		} catch (error) {
			failed(error);
		}
	};
}

function answer(req: IncomingMessage, res: ServerResponse, { handler, files, proxy }: Answering): unknown {
	const { protocol, address } = whoAsks(req, proxy);
	const setHeaders = (path: string): void => {
		for (const [name, value] of Object.entries(staticHeaders(path, protocol))) res.setHeader(name, value);
	};
	const checked = checkRequest(req);
	if (!checked.ok) {
		setHeaders('');
		return writeProblem(res, checked.code, { detail: checked.detail });
	}
	const { path, url } = checked;
	setHeaders(path);
	if (!path.startsWith('/api/')) {
		if (req.method === 'OPTIONS') return void res.writeHead(204, { allow: READING }).end();
		if (req.method !== 'GET' && req.method !== 'HEAD') {
			res.setHeader('allow', READING);
			return writeProblem(res, 'methodNotAllowed');
		}
		const file = files.get(path.normalize());
		if (file) return sendFile(req, res, file);
		if (isFileAddress(path)) return writeProblem(res, 'notFound');
	}
	req.url = url;
	// Nothing that is made for the asker has parts.
	delete req.headers.range;
	req.headers[PROTOCOL_HEADER] = protocol;
	req.headers[ADDRESS_HEADER] = address;
	return handler(req, res, () => writeProblem(res, 'notFound'));
}

/** Without the query: it may hold whom somebody searches for. */
const pathOf = ({ url = '' }: IncomingMessage): string => url.split('?')[0]!.slice(0, 200);
