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
import { rewrapBadge } from '../people/badges.ts';
import { openSession, findSession } from '../people/sessions.ts';
import { type Database } from '../store/database.ts';
import { type SyncServer, syncServerOf } from '../sync/sync-server.ts';
import { recordInRegistry } from './record-in-registry.ts';

const CENTER = 'center-04' as OrgId;
const STAFF = 'staff-101' as StaffId;
const AT = Date.now();
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

	it('N174 of a restored database, secrets of another badge than the registry knows are swept with the next word about the person', async () => {
		await record(issue);
		await db
			.updateTable('badges')
			.set({ badge: 'f'.repeat(32) })
			.execute();
		const name = { surname: 'Сейітова', given: 'Айгүл', patronymic: 'Б' };
		await record([{ kind: 'correctPerson', staff: STAFF, number: '101', name, window: null }]);
		expect(await db.selectFrom('badges').selectAll().execute()).toEqual([]);
		expect(await context()).toBeNull();
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
