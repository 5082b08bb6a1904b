import type { ServerResponse } from 'node:http';
import { problemParts, type ProblemDetails } from '#lib/server/http/problem.ts';
import type { ProblemCode } from '#lib/protocol/problem.ts';

/** The same problem as the endpoints answer, for what is refused before they are asked. */
export function writeProblem(res: ServerResponse, code: ProblemCode, details: ProblemDetails = {}): void {
	const { status, headers, body } = problemParts(code, details);
	for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
	res.setHeader('content-length', Buffer.byteLength(body));
	res.writeHead(status);
	res.end(res.req.method === 'HEAD' ? undefined : body);
}

/** A whole answer as it goes through a bare connection, where there is no request to answer: it could not be read. */
export function problemText(code: ProblemCode, reason: string): string {
	const { status, headers, body } = problemParts(code);
	const lines = Object.entries({ ...headers, 'content-length': String(Buffer.byteLength(body)), connection: 'close' });
	return `HTTP/1.1 ${status} ${reason}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`;
}
