import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 as uuid } from 'uuid';
import { openDemoDatabase } from '#tests/support/people-database.ts';
import { type FactId, type OrgId } from '#lib/domain/fact/ids.ts';
import { type RegistryCommand } from '#lib/domain/registry/registry-command.ts';
import { type ContextResponse } from '#lib/protocol/context-messages.ts';
import { makePinVerifier } from '#lib/protocol/pin.ts';
import { type SyncResponse } from '#lib/protocol/sync-messages.ts';
import { Writer } from '#tests/contract/server-store-writer.ts';
import { GET as getContext } from '../../../routes/api/context/+server.ts';
import { PUT as putPin } from '../../../routes/api/session/pin/+server.ts';
import { POST as postSync } from '../../../routes/api/sync/+server.ts';
import { personOf } from '../people/person.ts';
import { SESSION_MS } from '../people/sessions.ts';
import { TERMINAL } from '../registry/adopt-rows.ts';
import { type Database } from '../store/database.ts';
import { type SyncServer, syncServerOf } from '../sync/sync-server.ts';
import { createContextVersions } from './context-versions.ts';

const CENTER = 'center-04' as OrgId;
const OTHER = 'body-15' as OrgId;
const folder = mkdtempSync(join(tmpdir(), 'context-'));
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

type Handler = (event: object) => Promise<Response>;
const call = (handler: unknown, locals: object, body?: string): Promise<Response> => {
	const headers = { 'content-type': 'application/json' };
	const request = new Request('http://localhost/', body ? { method: 'POST', headers, body } : {});
	return (handler as Handler)({ request, locals: { db, ...locals }, cookies: { get: () => undefined } });
};
const synced = async (org: OrgId = CENTER): Promise<SyncResponse> => {
	const writer = new Writer(`J-${uuid()}`, org);
	const answer = await call(postSync, { device: writer.device }, JSON.stringify(writer.request()));
	return (await answer.json()) as SyncResponse;
};
const contextOf = async (org: OrgId = CENTER): Promise<ContextResponse> =>
	(await (await call(getContext, { device: { id: 'd', org } })).json()) as ContextResponse;
const act = (...commands: RegistryCommand[]) => server.registry.act({ id: uuid() as FactId, commands }, TERMINAL);
const row = (number: string) =>
	db.selectFrom('people').selectAll().where('number', '=', number).executeTakeFirstOrThrow();

describe('the version of an org’s context', () => {
	it('S186 an answer of sync names the version of what the context would be, whatever the hour', async () => {
		const [first, second] = [await contextOf(), await contextOf()];
		expect(first.version).toMatch(/^[0-9a-f]{16}$/);
		expect(second.version).toBe(first.version);
		expect((await synced()).context).toBe(first.version);
		expect((await synced(OTHER)).context).toBe((await contextOf(OTHER)).version);
	});

	it('S186 who left by the registry is out of it with the next sync, and in no other org it changes', async () => {
		const [before, others] = [await synced(), await synced(OTHER)];
		const { id } = personOf(await row('102'));
		expect(await act({ kind: 'leave', staff: id })).toMatchObject({ ok: true });
		const after = await synced();
		expect(after.context).not.toBe(before.context);
		const { version, people } = await contextOf();
		expect(after.context).toBe(version);
		expect(people.map(({ number }) => number)).not.toContain('102');
		expect((await synced(OTHER)).context).toBe(others.context);
	});

	it('S186 a PIN set at one device is another version for all of the org, who are woken', async () => {
		const before = await synced();
		let woken = 0;
		const stop = server.hub.listen(CENTER, () => (woken += 1));
		const expiresAt = Date.now() + SESSION_MS;
		const session = { person: personOf(await row('101')), hasPin: false, isPinOld: false, expiresAt };
		const body = JSON.stringify({ verifier: await makePinVerifier('482915') });
		expect((await call(putPin, { session }, body)).status).toBe(204);
		expect((await synced()).context).not.toBe(before.context);
		expect(woken).toBe(1);
		stop();
	});

	it('S186 an org that is not known here has none, and its device’s facts are taken', async () => {
		const writer = new Writer('J-unknown', 'center-99' as OrgId);
		writer.dayClosed();
		const answer = await call(postSync, { device: writer.device }, JSON.stringify(writer.request()));
		const response = (await answer.json()) as SyncResponse;
		expect([response.ackedSeq, response.context]).toEqual([1, undefined]);
	});

	it('S186 people are read once for many requests, anew after a change, and after a while', async () => {
		let [reads, now] = [0, 0];
		const read = async () => ({ version: String((reads += 1)) });
		const versions = createContextVersions({ read, now: () => now, failed: () => undefined });
		const many = await Promise.all(Array.from({ length: 50 }, () => versions.of(CENTER)));
		expect(new Set(many)).toEqual(new Set(['1']));
		versions.changed(OTHER);
		expect(await versions.of(CENTER)).toBe('1');
		versions.changed();
		expect(await versions.of(CENTER)).toBe('2');
		now += 5 * 60_000;
		expect(await versions.of(CENTER)).toBe('3');
		// The terminal entered somebody; a device asked before that was noticed.
		await versions.answered(CENTER, 'newer');
		expect(await versions.of(CENTER)).toBe('4');
	});
});
