import { randomBytes } from 'node:crypto';
import { type EventEmitter } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ADDRESS_HEADER, answerRequests, type Handler, PROTOCOL_HEADER } from './http/answer-request.ts';
import { readClientFiles } from './http/client-files.ts';
import { createGuardedServer } from './http/guard-server.ts';
import { holdFile } from './hold-file.ts';
import { loadWhole } from './load-whole.ts';
import { keepPrivate } from './private-files.ts';
import { hasPeople } from './has-people.ts';
import { openLog } from '#lib/server/operation/open-log.ts';
import { type Settings } from '#lib/server/settings/read-settings.ts';

/** Streams of "there is something for you" never end by themselves. */
const PATIENCE_MS = 2000;
/** A server that is being stopped answers what is under way and closes its database first. */
const HANDOVER_MS = 10_000;

/** `firstStart`: the token of the link that sets up a server without people; null where there is somebody. */
export type Serving = { port: number; firstStart: string | null; stop: () => Promise<void> };

/**
 * Serves the built program. The framework reads its environment while its handler is loaded, so that is set first;
 * protocol and address of a request are reported by two headers of our own, which a client cannot set from outside.
 */
export async function serve(settings: Settings, root: string): Promise<Serving> {
	const log = openLog('server');
	const build = join(root, 'build');
	keepPrivate(settings.dataDir);
	const held = () => log.warn('Another server still uses these data; waiting for it');
	const release = await holdFile(join(settings.dataDir, 'server.lock'), { held, patienceMs: HANDOVER_MS });
	if (!release) throw new RangeError(`Another server uses the data in ${settings.dataDir}. Stop it, or set DATA_DIR`);
	// Of this start only; the handler closes it with the first person.
	const token = settings.demo === 'off' ? randomBytes(32).toString('base64url') : '';
	Object.assign(process.env, {
		DATA_DIR: settings.dataDir,
		TEREZE_ROOT: root,
		PROTOCOL_HEADER,
		ADDRESS_HEADER,
		TEREZE_DEMO: settings.demo,
		TEREZE_FIRST_START: token,
		// The endpoints have smaller limits of their own.
		BODY_SIZE_LIMIT: '32M'
	});
	// An empty one is none here, and an error there.
	if (settings.origin === undefined) delete process.env['ORIGIN'];
	else process.env['ORIGIN'] = settings.origin;
	const files = await readClientFiles(join(build, 'client'));
	const { handler } = (await import(pathToFileURL(join(build, 'handler.js')).href)) as { handler: Handler };
	const listener = answerRequests({ handler, files, proxy: settings.proxy, log });
	const { host } = settings;
	// `localhost` is one of two addresses or both, and browsers try both: listen wherever it may mean this machine.
	const hosts = host === 'localhost' ? ['127.0.0.1', '::1'] : [host];
	const servers: Server[] = [];
	let port = settings.port;
	for (const address of hosts) {
		const server = await listen(createGuardedServer(listener), port, address, servers.length > 0);
		if (!server) continue;
		server.on('error', (error) => log.error({ err: error }, 'A connection was not taken'));
		servers.push(server);
		port = (server.address() as AddressInfo).port;
	}
	void loadWhole(join(build, 'server')).catch((error: unknown) =>
		log.error({ err: error }, 'Not all of the build loads')
	);
	return {
		port,
		firstStart: token !== '' && !(await hasPeople(settings)) ? token : null,
		stop: async () => {
			const closing = servers.map((server) => new Promise((done) => server.close(done)));
			servers.forEach((server) => server.closeIdleConnections());
			const timer = setTimeout(() => servers.forEach((server) => server.closeAllConnections()), PATIENCE_MS);
			await Promise.all(closing);
			clearTimeout(timer);
			// The same event that adapter-node's own server emits: the hooks close the database on it.
			(process as EventEmitter).emit('sveltekit:shutdown', 'SIGTERM');
		}
	};
}

/** @returns undefined if the address does not exist here and it is `optional` (a machine without IPv6) */
function listen(server: Server, port: number, address: string, optional: boolean): Promise<Server | undefined> {
	return new Promise((resolve, reject) => {
		const refused = (error: NodeJS.ErrnoException): void => {
			const missing = error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT';
			if (optional && missing) resolve(undefined);
			else reject(error);
		};
		server.once('error', refused);
		server.listen(port, address, () => {
			server.off('error', refused);
			resolve(server);
		});
	});
}
