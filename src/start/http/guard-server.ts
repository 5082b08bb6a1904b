import { createServer, type RequestListener, type Server } from 'node:http';
import { problemText } from './write-problem.ts';

/** Within these the headers, and the whole of a request, must have come: a device gives a request up after a minute itself. */
const HEADERS_MS = 15_000;
const REQUEST_MS = 75_000;
/** Silence on a connection that asked for something; streams say something each 25 s. */
const SILENCE_MS = 120_000;
const KEEP_ALIVE_MS = 65_000;
const HEADER_BYTES = 16 * 1024;
/** The streams of all windows of the country, and as many requests beside them; each costs some 20 kB. */
const MOST_CONNECTIONS = 10_000;

/** A server that nothing on a connection can end, and on which nobody holds a place for ever by being slow. */
export function createGuardedServer(listener: RequestListener): Server {
	const server = createServer(
		{
			keepAliveTimeout: KEEP_ALIVE_MS,
			headersTimeout: HEADERS_MS,
			requestTimeout: REQUEST_MS,
			connectionsCheckingInterval: 2000,
			maxHeaderSize: HEADER_BYTES
		},
		listener
	);
	server.timeout = SILENCE_MS;
	server.maxConnections = MOST_CONNECTIONS;
	// What cannot be read as a request has no answer of its own: the connection gets one, and ends.
	server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
		socket.on('error', () => undefined);
		if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
		socket.end(unreadable(error.code), () => socket.destroy());
	});
	server.on('connect', (_, socket) => {
		socket.on('error', () => undefined);
		socket.end(problemText('methodNotAllowed', 'Method Not Allowed'), () => socket.destroy());
	});
	// Whatever is expected, the answer will say: 417 helps nobody.
	server.on('checkExpectation', listener);
	return server;
}

function unreadable(code: string | undefined): string {
	if (code === 'HPE_HEADER_OVERFLOW') return problemText('headersTooLarge', 'Request Header Fields Too Large');
	if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return problemText('tooSlow', 'Request Timeout');
	return problemText('badRequest', 'Bad Request');
}
