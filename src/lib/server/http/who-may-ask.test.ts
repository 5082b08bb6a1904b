import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLES } from '#tests/hostile/examples.ts';
import { openDemoDatabase } from '#tests/support/people-database.ts';
import { rolesWith } from '#lib/domain/acts/rights.ts';
import { type FactId, type JournalId, type OrgId, type Role, RoleSchema, type StaffId } from '#lib/domain/fact/ids.ts';
import { rolesOfKind } from '#lib/domain/registry/roles-of-orgs.ts';
import { type Session } from '../people/sessions.ts';
import { TERMINAL } from '../registry/adopt-rows.ts';
import type { Database } from '../store/database.ts';
import { syncServerOf } from '../sync/sync-server.ts';

/** Every endpoint of the program, by its address. */
const routes = import.meta.glob<Record<string, unknown>>('../../../routes/api/**/+server.ts');
const pathOf = (file: string): string => file.replace(/^.*\/routes(.*)\/\+server\.ts$/, '$1');

const CENTER = 'center-04' as OrgId;
const ROLES = RoleSchema.options;
const CALLERS = ['nobody', 'device', 'device without ticket', 'revoked device', 'admin elsewhere', ...ROLES] as const;
type Caller = (typeof CALLERS)[number];

const signedIn: readonly Caller[] = ['admin elsewhere', ...ROLES];
const everybody: readonly Caller[] = CALLERS;
const devices: readonly Caller[] = ['device', 'device without ticket', 'revoked device'];
/** Whatever it may read. */
const working: readonly Caller[] = ['device', 'device without ticket'];
const nobody: readonly Caller[] = [];
/** Whoever may read and write the registry of the Center; the administrator of another org may not. */
const readers: readonly Caller[] = rolesWith('readRegistry');
const admins: readonly Caller[] = ['admin', 'authorityAdmin'];

/** Who is let in. What is not theirs they are told by 401 or 403, or by the registry's own refusal. */
const TABLE: Readonly<Record<string, readonly Caller[]>> = {
	'GET /api/context': ['device', ...signedIn],
	'GET /api/demo': everybody,
	// For a place of their own org; without the demonstration most need a code, too.
	'POST /api/devices': rolesOfKind('center'),
	'POST /api/devices/codes': admins,
	'POST /api/devices/fork': working,
	'PUT /api/devices/key': working,
	'POST /api/devices/ticket': working,
	// Nobody has the link of a server that has people.
	'POST /api/first-start': nobody,
	// A body's own system, by its token: no person and no device.
	'GET /api/exchange/v1/facts': nobody,
	'GET /api/exchange/v1/applications/[number]': nobody,
	'GET /api/exchange/v1/registers/[number]': nobody,
	'GET /api/exchange/v1/wake': nobody,
	'POST /api/exchange/v1/acts': nobody,
	// The document of the interface tells nothing of anybody.
	'GET /api/exchange/v1/openapi.json': everybody,
	// The signature in it decides.
	'POST /api/exchange/v1/token': everybody,
	'GET /api/exchange-clients': readers,
	'POST /api/exchange-clients': ['admin elsewhere', 'authorityAdmin'],
	'DELETE /api/exchange-clients': ['admin elsewhere', ...admins],
	'GET /api/health': everybody,
	// By the address of whoever asks, or a token of the operator's.
	'GET /api/metrics': everybody,
	'GET /api/registry': readers,
	'POST /api/registry': admins,
	'GET /api/registry/audit': readers,
	'GET /api/journal': rolesWith('readJournal'),
	'GET /api/journal/fact': rolesWith('readJournal'),
	'GET /api/journal/place': rolesWith('readJournal'),
	'GET /api/flags': rolesWith('readFlaggedLaw'),
	// Of the whole server, whichever org one is of.
	'GET /api/verification': ['admin elsewhere', ...rolesWith('readJournal')],
	'POST /api/verification': ['admin elsewhere', ...rolesWith('verifyJournal')],
	'GET /api/reports/control': rolesWith('readControl'),
	'GET /api/reports/ledger': rolesWith('readLedger'),
	'GET /api/reports/overview': rolesWith('readOverview'),
	'POST /api/reports/search': signedIn,
	'GET /api/session': signedIn,
	// The right number and password decide, not who asks.
	'POST /api/session': everybody,
	'DELETE /api/session': everybody,
	'POST /api/session/code': everybody,
	'PUT /api/session/password': signedIn,
	'PUT /api/session/pin': signedIn,
	'GET /api/session/others': signedIn,
	'DELETE /api/session/others': signedIn,
	'POST /api/sync': devices,
	'GET /api/sync/wake': ['device', ...signedIn]
};

let db: Database;
const folder = mkdtempSync(join(tmpdir(), 'who-may-ask-'));
beforeAll(async () => {
	db = await openDemoDatabase();
	const { registry } = await syncServerOf(db, folder);
	// Where the demonstration has opened it, this is refused and nothing is missing.
	const opening = { kind: 'openOrg', org: 'authority-01' as OrgId } as const;
	await registry.act({ id: 'opening' as FactId, commands: [opening] }, TERMINAL);
});
afterAll(async () => {
	await db.destroy();
	rmSync(folder, { recursive: true });
});

const sessionOf = (role: Role, org = orgOf(role)): Session => {
	const name = { surname: 'А', given: 'Ә' };
	const person = { id: 'staff-101' as StaffId, number: '900', name, roles: [role], org, window: null };
	return { person, hasPin: true, isPinOld: false, expiresAt: Date.now() + 1000, openedAt: Date.now() } as Session;
};
const orgOf = (role: Role): OrgId =>
	role === 'authorityAdmin' || role === 'overseer'
		? ('authority-01' as OrgId)
		: rolesOfKind('center').includes(role)
			? CENTER
			: ('body-15' as OrgId);

const isDevice = (caller: Caller): caller is 'device' | 'device without ticket' | 'revoked device' =>
	devices.includes(caller);

function localsOf(caller: Caller): object {
	if (caller === 'nobody') return {};
	if (caller === 'admin elsewhere') return { session: sessionOf('admin', 'body-15' as OrgId) };
	if (!isDevice(caller)) return { session: sessionOf(caller) };
	const journal = 'hostile-journal' as JournalId;
	return {
		device: {
			id: 'd1',
			number: 7,
			journal,
			org: CENTER,
			key: 'k',
			withheld: caller === 'device without ticket' ? 'ticket' : null,
			isRevoked: caller === 'revoked device'
		}
	};
}

const cookies = { get: () => undefined, getAll: () => [], set: () => undefined, delete: () => undefined };

/** Whether somebody is let in, whatever is then said of the request itself. */
async function isLetIn(handler: unknown, { method, path, body }: (typeof EXAMPLES)[number], caller: Caller) {
	const asked = body as { as?: string } | undefined;
	const role = (ROLES as readonly string[]).includes(caller)
		? caller
		: caller === 'admin elsewhere'
			? 'admin'
			: undefined;
	const sent = asked?.as && role ? { ...asked, as: role } : asked;
	const headers = { 'content-type': 'application/json' };
	const request = new Request(`http://localhost${path}`, {
		method,
		headers,
		...(sent === undefined ? {} : { body: JSON.stringify(sent) })
	});
	const event = {
		params: { number: '1007000042731404' },
		request,
		url: new URL(request.url),
		locals: { db, session: undefined, device: undefined, ...localsOf(caller) },
		cookies,
		getClientAddress: () => '127.0.0.1'
	};
	const response = await (handler as (event: object) => Response | Promise<Response>)(event);
	if (path === '/api/session' && method === 'POST') return true;
	if (response.headers.get('content-type')?.includes('event-stream')) {
		await response.body?.cancel();
		return true;
	}
	const answer = (await response.json().catch(() => ({}))) as Answer;
	const { code, refusal, refused } = answer;
	// A wrong password, an old proof of the password and a device without a code are no question of who asks.
	if (code === 'wrongCredentials' || code === 'codeNeeded') return true;
	if (path.startsWith('/api/session') && method === 'PUT' && signedIn.includes(caller)) return true;
	const why = refusal?.code ?? refused?.[0]?.code;
	return !(response.status === 401 || response.status === 403 || why === 'noRight' || why === 'notYourOrg');
}
type Answer = { code?: string; refusal?: { code: string }; refused?: { code: string }[] };

describe('who may ask what of the server', () => {
	it('N139 every endpoint is in the table', async () => {
		const found: string[] = [];
		for (const [file, load] of Object.entries(routes))
			for (const method of Object.keys(await load())) found.push(`${method} ${pathOf(file)}`);
		expect(found.sort()).toEqual(Object.keys(TABLE).sort());
	});

	it.each(Object.entries(TABLE))(
		'N139 %s is answered to exactly those whom the table names',
		async (endpoint, allowed) => {
			const [method, path] = endpoint.split(' ') as [string, string];
			const example = EXAMPLES.find(
				(each) => each.method === method && (each.route ?? each.path.split('?')[0]) === path
			)!;
			const load = Object.entries(routes).find(([file]) => pathOf(file) === path)![1];
			const handler = (await load())[method];
			const letIn: Caller[] = [];
			for (const caller of CALLERS) if (await isLetIn(handler, example, caller)) letIn.push(caller);
			expect(letIn).toEqual(CALLERS.filter((caller) => allowed.includes(caller)));
		}
	);
});
