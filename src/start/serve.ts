import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Settings } from './settings.ts';
import { staticHeaders } from './static-headers.ts';

type Handler = (req: IncomingMessage, res: object, next: () => void) => void;

const PROTOCOL_HEADER = 'x-tereze-protocol';
const ADDRESS_HEADER = 'x-tereze-address';
/** Streams of "there is something for you" never end by themselves. */
const PATIENCE_MS = 2000;

export type Serving = { port: number; stop: () => Promise<void> };

/**
 * Serves the built program. The framework reads its environment while its handler is loaded, so that is set first;
 * protocol and address of a request are told by two headers of our own, which a client cannot set from outside.
 */
export async function serve(settings: Settings, root: string): Promise<Serving> {
	Object.assign(process.env, {
		DATA_DIR: settings.dataDir,
		PROTOCOL_HEADER,
		ADDRESS_HEADER,
		// 500 facts of a push with their personal parts; the endpoints have smaller limits of their own.
		BODY_SIZE_LIMIT: process.env['BODY_SIZE_LIMIT'] ?? '32M'
	});
	const { handler } = (await import(pathToFileURL(join(root, 'build', 'handler.js')).href)) as { handler: Handler };
	const { host } = settings;
	// `localhost` is one of two addresses or both, and browsers try both: listen wherever it may mean this machine.
	const hosts = host === 'localhost' ? ['127.0.0.1', '::1'] : [host];
	const servers: Server[] = [];
	let port = settings.port;
	for (const address of hosts) {
		const server = await listen(answerWith(handler, settings), port, address, servers.length > 0);
		if (!server) continue;
		servers.push(server);
		port = (server.address() as AddressInfo).port;
	}
	return {
		port,
		stop: async () => {
			const closing = servers.map((server) => new Promise((done) => server.close(done)));
			servers.forEach((server) => server.closeIdleConnections());
			const timer = setTimeout(() => servers.forEach((server) => server.closeAllConnections()), PATIENCE_MS);
			await Promise.all(closing);
			clearTimeout(timer);
			// The same word that adapter-node's own server says: the hooks close the database on it.
			process.emit('sveltekit:shutdown' as never, 'SIGTERM' as never);
		}
	};
}

function answerWith(handler: Handler, settings: Settings): Server {
	return createServer({ keepAliveTimeout: 65_000 }, (req, res) => {
		const asked = (name: string) => (settings.trustProxy ? req.headers[name]?.toString() : undefined);
		req.headers[PROTOCOL_HEADER] = asked('x-forwarded-proto') === 'https' ? 'https' : 'http';
		// The last entry is the proxy's own word; those before it came from the client.
		req.headers[ADDRESS_HEADER] =
			asked('x-forwarded-for')?.split(',').at(-1)?.trim() ?? req.socket.remoteAddress ?? 'unknown';
		const path = (req.url ?? '/').split('?')[0] ?? '/';
		for (const [name, value] of Object.entries(staticHeaders(path))) res.setHeader(name, value);
		handler(req, res, () => res.writeHead(404).end());
	});
}

/** @returns undefined if the address does not exist here and it is `optional` (a machine without IPv6) */
function listen(server: Server, port: number, address: string, optional: boolean): Promise<Server | undefined> {
	return new Promise((resolve, reject) => {
		server.once('error', (error: NodeJS.ErrnoException) => {
			const missing = error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT';
			if (optional && missing) resolve(undefined);
			else reject(error);
		});
		server.listen(port, address, () => resolve(server));
	});
}
