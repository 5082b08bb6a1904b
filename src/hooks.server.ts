import { mkdirSync } from 'node:fs';
import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';
import pino from 'pino';
import { verificationsOf } from '#lib/server/audit/verifications-of.ts';
import { refuseDemoPeople } from '#lib/server/demo/refused-people.ts';
import { seedDemo } from '#lib/server/demo/seed-demo.ts';
import { seedWork } from '#lib/server/demo/seed-work.ts';
import { findDevice } from '#lib/server/devices/find-device.ts';
import { accessLine } from '#lib/server/http/access-log.ts';
import { foreignBy } from '#lib/server/http/check-origin.ts';
import { noteFault } from '#lib/server/http/fault.ts';
import { faultProblem, problem, problemCodeOf } from '#lib/server/http/problem.ts';
import { sessionTokens } from '#lib/server/http/session-cookie.ts';
import { withoutBody } from '#lib/server/http/without-body.ts';
import { noteRefusedWrite } from '#lib/server/operation/can-write.ts';
import { openLog } from '#lib/server/operation/open-log.ts';
import { newerSchemaIn } from '#lib/server/operation/newer-schema.ts';
import { findSession, type Session } from '#lib/server/people/sessions.ts';
import { settingsNow } from '#lib/server/settings/read-settings.ts';
import { isAway } from '#lib/server/store/away.ts';
import { type Database, openDatabase } from '#lib/server/store/database.ts';
import { isNoRoom } from '#lib/server/store/no-room.ts';
import { isWriteRefused } from '#lib/server/store/refused-write.ts';
import { roomOf } from '#lib/server/store/room.ts';
import { syncServerOf } from '#lib/server/sync/sync-server.ts';

const settings = settingsNow();
const log = openLog('tereze');
/** Who was let in, what was refused and what was changed of accounts: where a real Center works, or `ACCESS_LOG=on`. */
const access = pino({ name: 'access', enabled: settings.accessLog });
let db: Database;

/** Opens the database, brings it up to date and sees whether it is still the same one, before the first request is taken. */
export const init: ServerInit = async () => {
	const { database, dataDir: folder, demo } = settings;
	mkdirSync(folder, { recursive: true });
	db = await openDatabase(database, (error) => log.warn({ err: error }, 'A connection to the database was lost')).catch(
		tellNewer
	);
	roomOf(db, database.kind === 'sqlite' ? folder : null);
	// Opened now and not at the first sync: a database that was copied back begins a new epoch before anything is written.
	const server = await syncServerOf(db, folder);
	await verificationsOf(db, folder);
	const isNew = demo !== 'off' && (await seedDemo(db, server.law().directory));
	if (demo === 'off') await refuseDemoPeople(db);
	if (isNew && demo === 'on') await seedWork(db, server, Date.now());
	if (isNew) await server.registry.adoptRows();
	// All requests are answered by then, so nothing is under way.
	process.once('sveltekit:shutdown', async () => {
		await server.epoch.close();
		await server.deviceReports.flush();
		await db.destroy();
	});
};

/** @throws RangeError with what to do, where a newer program has been here */
function tellNewer(error: unknown): never {
	const newer = newerSchemaIn(error);
	if (newer === null) throw error;
	throw new RangeError(
		`A newer version of Tereze has changed this database (${newer}): start that version, or restore a backup from before the update`
	);
}

/** Who asks, and from where; the endpoints decide what they may have. Pages are empty shells and hold nothing personal. */
export const handle: Handle = async (input) => {
	try {
		const response = await answered(input);
		await noteAccess(input.event, response);
		return withoutBody(input.event.request, response);
	} catch (error) {
		return failed(error, input.event);
	}
};

const answered: Handle = async ({ event, resolve }) => {
	const { request, url, cookies, locals } = event;
	const isApi = url.pathname.startsWith('/api/');
	const foreign = isApi ? foreignBy(request, url.origin) : null;
	if (foreign) return problem(foreign);
	locals.db = db;
	if (isApi) {
		locals.session = await sessionOf(sessionTokens(cookies));
		locals.device = await findDevice(db, request.headers.get('authorization'));
	}
	const response = await resolve(event);
	if (isApi && locals.failure) return locals.failure;
	if (isApi && response.status >= 400 && !/\+json$/.test(response.headers.get('content-type') ?? '')) {
		// The framework's own answers: no such address, no such method.
		const own = problem(problemCodeOf(response.status));
		const allow = response.headers.get('allow');
		if (allow !== null) own.headers.set('allow', allow);
		return own;
	}
	if (!isApi) response.headers.set('permissions-policy', 'camera=(self), microphone=(), geolocation=(), payment=()');
	response.headers.set('cache-control', response.headers.get('cache-control') ?? (isApi ? 'no-store' : 'no-cache'));
	return response;
};

async function noteAccess({ request, url, locals, getClientAddress }: RequestEvent, response: Response): Promise<void> {
	if (!access.isLevelEnabled('info') || !url.pathname.startsWith('/api/')) return;
	const asked = { method: request.method, path: url.pathname, address: getClientAddress() };
	const who = { person: locals.session?.person.number, device: locals.device?.number };
	const line = await accessLine({ ...asked, ...who }, response);
	if (line) access.info(line);
}

/** The first that has not ended, of the tokens that a browser holds. */
async function sessionOf(tokens: readonly string[]): Promise<Session | undefined> {
	for (const token of tokens) {
		const session = await findSession(db, token, Date.now());
		if (session) return session;
	}
	return undefined;
}

/** What an endpoint throws becomes its answer here; the framework asks for it in the middle of `resolve`. */
export const handleError: HandleServerError = ({ error, event, status }) => {
	if (status >= 500) event.locals.failure = failed(error, event);
	return { message: status === 404 ? 'Not found' : 'Unexpected' };
};

/** A disk that is full or refuses is the operator's to mend and says so; anything else is a fault of ours, with its number in the log. */
function failed(error: unknown, { request, url }: RequestEvent): Response {
	if (isNoRoom(error)) {
		roomOf(db).noteFull();
		log.error({ err: error }, 'The disk is full');
		return problem('noRoom');
	}
	if (isWriteRefused(error)) {
		noteRefusedWrite(db);
		log.error({ err: error }, 'The disk refuses to be written');
		return problem('unavailable');
	}
	if (isAway(error)) {
		log.warn({ err: error }, 'The database does not answer');
		return problem('unavailable');
	}
	return faultProblem(noteFault(log, error, { method: request.method, path: url.pathname }));
}
