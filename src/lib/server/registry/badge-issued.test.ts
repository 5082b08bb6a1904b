import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 as uuid } from 'uuid';
import { openDemoDatabase } from '#tests/support/people-database.ts';
import { type FactId, type OrgId, type StaffId } from '#lib/domain/fact/ids.ts';
import { badgeIdOf, readBadge } from '#lib/domain/number/badge.ts';
import { stretchNewPin } from '#lib/protocol/badge-key.ts';
import { type RegistryRequest } from '#lib/protocol/registry-messages.ts';
import { type Person } from '#lib/protocol/session-messages.ts';
import { readContext } from '../devices/read-context.ts';
import { keepBadge, makeBadge, type MadeBadge, rewrapBadge } from '../people/badges.ts';
import { openSession, findSession } from '../people/sessions.ts';
import { type Database } from '../store/database.ts';
import { type SyncServer, syncServerOf } from '../sync/sync-server.ts';
import { recordInRegistry } from './record-in-registry.ts';

const CENTER = 'center-04' as OrgId;
const STAFF = 'staff-101' as StaffId;
const AT = Date.now();
const BY = { actor: 'staff-104' as StaffId, role: 'admin', org: CENTER } as const;
const ADMIN = { id: 'staff-104', org: CENTER } as Person;
const folder = mkdtempSync(join(tmpdir(), 'badge-issued-'));

let db: Database;
let server: SyncServer;
beforeAll(async () => {
	db = await openDemoDatabase();
	server = await syncServerOf(db, folder);
	await server.registry.adoptRows();
});
afterAll(async () => {
	await db.destroy();
	rmSync(folder, { recursive: true });
});

type Commands = RegistryRequest['commands'];
const record = (commands: Commands, more: Partial<RegistryRequest> = {}) =>
	recordInRegistry(db, server.registry, { id: uuid() as FactId, as: 'admin', commands, ...more }, ADMIN, {
		at: AT,
		secret: server.secret
	});
const issue: Commands = [{ kind: 'issueBadge', staff: STAFF }];
const context = async () => {
	const { people } = await readContext(db, CENTER, { at: AT, law: server.law() });
	return people.find(({ id }) => id === STAFF)!.badge;
};

describe('a badge that an administrator issues', () => {
	it('N176 its digits are told once, and not by a preview nor where the act was done before', async () => {
		const id = uuid() as FactId;
		expect(await record(issue, { id, preview: true })).toEqual({ ok: true, codes: [], badges: [] });
		expect(await context()).toBeNull();
		const answer = await record(issue, { id });
		const [card] = answer.ok ? answer.badges : [];
		const read = readBadge(card!.digits);
		expect([card!.staff, read?.ok]).toEqual([STAFF, true]);
		expect(await record(issue, { id })).toEqual({ ok: true, codes: [], badges: [] });
		expect(await context()).toMatchObject({ id: read?.ok && badgeIdOf(read.digits) });
	});

	it('N173 asks for a new PIN until one is chosen that fits, and reaches the devices of the org wrapped', async () => {
		await record(issue);
		const { token } = await openSession(db, STAFF, AT);
		expect(await context()).toMatchObject({ wrapped: null });
		expect(await findSession(db, token, AT)).toMatchObject({ isPinOld: true });
		await rewrapBadge(db, server.secret, STAFF, await stretchNewPin('905716', 100_000));
		expect(await context()).toMatchObject({ wrapped: { kind: 'badge+pin/1' } });
		expect(await findSession(db, token, AT)).toMatchObject({ isPinOld: false });
	});

	it('I100 of two badges issued at the same moment the later one counts, whoever keeps its secrets first', async () => {
		const [first, second] = [await makeBadge(), await makeBadge()];
		const act = ({ badge, key }: MadeBadge) =>
			server.registry.act({ id: uuid() as FactId, commands: [{ kind: 'issueBadge', staff: STAFF, badge, key }] }, BY);
		await act(first);
		await act(second);
		expect(await context()).toBeNull();
		await keepBadge(db, server.secret, STAFF, second);
		await keepBadge(db, server.secret, STAFF, first);
		expect(await context()).toMatchObject({ id: second.badge });
	});

	it('N174 a badge of which a restored database knows no secrets opens nothing, and is issued anew', async () => {
		await record(issue);
		await db.updateTable('badges').set({ digits: null, private_key: null, wrapped: null }).execute();
		expect(await context()).toBeNull();
		const { token } = await openSession(db, STAFF, AT);
		expect(await findSession(db, token, AT)).toMatchObject({ isPinOld: false });
		await record(issue);
		expect(await context()).not.toBeNull();
	});

	it('I101 voided, it is in the context of no device and in no row any more; leaving does the same', async () => {
		await record(issue);
		await record([{ kind: 'voidBadge', staff: STAFF, reason: '' }]);
		expect(await context()).toBeNull();
		expect(await db.selectFrom('badges').selectAll().execute()).toEqual([]);
		await record(issue);
		await record([{ kind: 'leave', staff: STAFF }]);
		expect(await db.selectFrom('badges').selectAll().execute()).toEqual([]);
	});
});
