import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import pino from 'pino';
import { hasDemoWork, isDemo } from '$lib/server/demo/demo-people';
import { seedDemo } from '$lib/server/demo/seed-demo';
import { seedWork } from '$lib/server/demo/seed-work';
import { findDevice } from '$lib/server/devices/find-device';
import { mayChange } from '$lib/server/http/check-origin';
import { problem, problemCodeOf } from '$lib/server/http/problem';
import { findSession, SESSION_COOKIE } from '$lib/server/people/sessions';
import { type Database, openDatabase } from '$lib/server/store/database';
import { syncServerOf } from '$lib/server/sync/sync-server';

const log = pino({ name: 'tereze', level: process.env['LOG_LEVEL'] ?? 'warn' });
let db: Database;

/** Opens the database, brings it up to date and sees whether it is still the same one, before the first request is taken. */
export const init: ServerInit = async () => {
	const folder = resolve(process.env['DATA_DIR'] ?? 'data');
	mkdirSync(folder, { recursive: true });
	db = await openDatabase(join(folder, 'tereze.db'));
	const isNew = isDemo(process.env) && (await seedDemo(db));
	// Opened now and not at the first sync: a database that was copied back begins a new epoch before anything is written.
	const { epoch, receiver } = await syncServerOf(db, folder);
	if (isNew && hasDemoWork(process.env)) await seedWork(db, receiver, Date.now());
	// All requests are answered by then, so nothing is under way.
	process.once('sveltekit:shutdown', async () => {
		await epoch.close();
		await db.destroy();
	});
};

/** Who asks, and from where; the endpoints decide what they may have. Pages are empty shells and hold nothing personal. */
export const handle: Handle = async ({ event, resolve }) => {
	const { request, url, cookies, locals } = event;
	const isApi = url.pathname.startsWith('/api/');
	if (isApi && !mayChange(request, url.origin)) return problem('foreignOrigin');
	locals.db = db;
	if (isApi) {
		const token = cookies.get(SESSION_COOKIE);
		locals.session = token === undefined ? undefined : await findSession(db, token, Date.now());
		locals.device = await findDevice(db, request.headers.get('authorization'));
	}
	const response = await resolve(event);
	if (isApi && response.status >= 400 && response.headers.get('content-type') !== 'application/problem+json') {
		// The framework's own answers: no such address, no such method.
		return problem(problemCodeOf(response.status));
	}
	if (!isApi) response.headers.set('permissions-policy', 'camera=(self), microphone=(), geolocation=(), payment=()');
	return response;
};

/** What nobody expected: the log has the whole of it, the answer only an id to look for there. */
export const handleError: HandleServerError = ({ error, event, status }) => {
	const id = crypto.randomUUID();
	if (status >= 500)
		log.error({ id, err: error, method: event.request.method, path: event.url.pathname }, 'unexpected');
	return { message: status === 404 ? 'Not found' : `Unexpected: ${id}` };
};
