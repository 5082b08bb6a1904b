import { createHash, randomUUID } from 'node:crypto';
import { type EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROTOCOL_VERSION } from '#lib/protocol/sync-messages.ts';
import { findDevice } from '#lib/server/devices/find-device.ts';
import { type Database } from '#lib/server/store/database.ts';
import { syncServerOf } from '#lib/server/sync/sync-server.ts';
import { openDemoDatabase } from '#tests/support/people-database.ts';
import { POST as postTicket } from '../../src/routes/api/devices/ticket/+server.ts';
import { POST as postSync } from '../../src/routes/api/sync/+server.ts';
import { GET as getWake } from '../../src/routes/api/sync/wake/+server.ts';
import { CURSOR, exchangeOf, RECORDED } from './protocol-exchange.ts';

/**
 * What every program ever released demands of an answer, frozen here on purpose: the schema of now would follow its own changes. What is
 * beside it, older programs leave out.
 */
const Answer = v.object({
	epoch: v.string(),
	ackedSeq: v.number(),
	quarantined: v.array(v.object({ hash: v.string(), journal: v.string(), seq: v.number(), reason: v.string() })),
	facts: v.array(
		v.object({ text: v.string(), personal: v.nullable(v.object({ salt: v.string(), text: v.string() })) })
	),
	cursor: v.object({ epoch: v.string(), position: v.number(), hash: v.string() }),
	more: v.boolean(),
	serverTime: v.number(),
	forked: v.optional(v.never()),
	wants: v.optional(v.never())
});
type Answer = v.InferOutput<typeof Answer>;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

let folder: string;
let db: Database;
beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'protocol-'));
	db = await openDemoDatabase();
	await syncServerOf(db, folder);
});
afterEach(async () => {
	(process as EventEmitter).emit('sveltekit:shutdown');
	await db.destroy();
	rmSync(folder, { recursive: true });
});

async function enrol({ journal, token, key = null }: { journal: string; token: string; key?: string | null }) {
	const { id: registered_by } = await db.selectFrom('people').select('id').limit(1).executeTakeFirstOrThrow();
	const last = await db.selectFrom('devices').select('number').orderBy('number', 'desc').executeTakeFirst();
	const place = { org: 'center-04', place: 'window', window: '1' };
	const given = { id: randomUUID(), number: (last?.number ?? 0) + 1, token_hash: sha256(token), key };
	const row = { ...given, journal, ...place, registered_by, registered_at: 0, revoked_at: null };
	await db.insertInto('devices').values(row).execute();
}

/** The endpoint of the program, asked as over the wire. */
async function ask(handler: unknown, path: string, authorization: string, body?: string): Promise<Response> {
	const headers = { 'content-type': 'application/json', authorization };
	const url = new URL(path, 'http://localhost');
	const request = new Request(url, body === undefined ? { headers } : { method: 'POST', headers, body });
	const device = await findDevice(db, authorization);
	const event = { request, url, locals: { db, device }, getClientAddress: () => '127.0.0.1' };
	return (handler as (event: object) => Promise<Response>)(event);
}

/** A device with the program of that time: it knows its recorded requests, its token, its key, and what it was answered last. */
class OldDevice {
	readonly #recorded: ReturnType<typeof exchangeOf>;
	#cursor = '';
	#ticket = '';

	constructor(protocol: number) {
		this.#recorded = exchangeOf(protocol);
	}

	get authorization(): string {
		return `Device ${this.#recorded.device.token} ${this.#ticket}`.trimEnd();
	}

	async send(what: keyof ReturnType<typeof exchangeOf>['requests']): Promise<Answer> {
		const { body } = this.#recorded.requests[what];
		const answer = await ask(postSync, '/api/sync', this.authorization, body.replace(CURSOR, this.#cursor));
		expect(answer.status).toBe(200);
		const told = v.parse(Answer, await answer.json());
		this.#cursor = JSON.stringify(told.cursor);
		return told;
	}

	/** As version 4 gets it: what is signed is spelled out here, for the program of that time will not change. */
	async getTicket(secret: string): Promise<void> {
		const told = async (body: object) =>
			(await (await ask(postTicket, '/api/devices/ticket', this.authorization, JSON.stringify(body))).json()) as {
				challenge: string;
				ticket: { value: string };
			};
		const { challenge } = await told({});
		const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;
		const key = await crypto.subtle.importKey('pkcs8', Buffer.from(secret, 'base64url'), algorithm, false, ['sign']);
		const text = new TextEncoder().encode(`tereze/ticket/1\n${challenge}\n`);
		const bytes = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, text);
		const signature = Buffer.from(bytes).toString('base64url');
		this.#ticket = (await told({ signed: { challenge, last: '', signature } })).ticket.value;
	}
}

const idsIn = ({ facts }: Answer) => facts.map(({ text }) => (JSON.parse(text) as { id: string }).id);

it('N380 the version of now and the two before it are recorded', () => {
	expect(RECORDED).toEqual(expect.arrayContaining([PROTOCOL_VERSION, PROTOCOL_VERSION - 1, PROTOCOL_VERSION - 2]));
});

describe.each(RECORDED)('a device with the program of protocol %i', (protocol) => {
	const recorded = exchangeOf(protocol);
	let device: OldDevice;
	beforeEach(async () => {
		await enrol(recorded.device);
		await enrol(recorded.other);
		device = new OldDevice(protocol);
	});
	const otherPushes = async () => {
		const { token, body } = recorded.other;
		expect((await ask(postSync, '/api/sync', `Device ${token}`, body)).status).toBe(200);
	};

	it('N380 what it sends, as it sent it, is acknowledged and stored once, also where the answer was lost', async () => {
		for (const what of ['push', 'push', 'pushMore', 'pushMore'] as const) {
			const { ackedSeq, quarantined } = await device.send(what);
			expect([ackedSeq, quarantined]).toEqual([recorded.requests[what].acked, []]);
		}
		const { journal } = recorded.device;
		const stored = await db.selectFrom('facts').select('seq').where('journal', '=', journal).orderBy('seq').execute();
		expect(stored.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
	});

	it('N380 it reads by its key; where its program has none yet, its cursor stays, and once it is updated it reads all', async () => {
		await device.send('push');
		await otherPushes();
		const { key, secret } = recorded.device;
		if (key !== null) await device.getTicket(secret!);
		const first = idsIn(await device.send('pushMore'));
		const second = idsIn(await device.send('read'));
		if (key !== null) {
			expect(first).toContain(recorded.other.factId);
			expect(second).not.toContain(recorded.other.factId);
			return;
		}
		expect([first, second]).toEqual([[], []]);
		const updated = exchangeOf(PROTOCOL_VERSION).device;
		const { token } = recorded.device;
		await db.updateTable('devices').set({ key: updated.key }).where('token_hash', '=', sha256(token)).execute();
		await device.getTicket(updated.secret!);
		expect(idsIn(await device.send('read'))).toContain(recorded.other.factId);
	});

	it('N380 it is woken by its key; without one the person’s session opens the stream', async () => {
		const { key, secret } = recorded.device;
		await device.send('push');
		if (key === null) return expect((await ask(getWake, '/api/sync/wake', device.authorization)).status).toBe(403);
		await device.getTicket(secret!);
		const stream = (await ask(getWake, '/api/sync/wake', device.authorization)).body!.getReader();
		const read = async () => new TextDecoder().decode((await stream.read()).value as Uint8Array);
		expect(await read()).toMatch(/^retry: /);
		await otherPushes();
		expect(await read()).toBe('data: wake\n\n');
		await stream.cancel();
	});
});

describe('a device whose program is newer than this server', () => {
	const recorded = exchangeOf(PROTOCOL_VERSION);
	const authorization = `Device ${recorded.device.token}`;
	const next = (change: object) =>
		JSON.stringify({
			...(JSON.parse(recorded.requests.push.body) as object),
			protocol: PROTOCOL_VERSION + 1,
			...change
		});
	beforeEach(() => enrol(recorded.device));

	it('N381 is taken as far as it is understood, and what is new beside that is left out', async () => {
		const answer = await ask(postSync, '/api/sync', authorization, next({ ofTomorrow: { some: 'thing' } }));
		expect(answer.status).toBe(200);
		expect(v.parse(Answer, await answer.json()).ackedSeq).toBe(recorded.requests.push.acked);
	});

	it('N381 is asked to wait where its request is not understood; the same of a version that is known is an error', async () => {
		const answer = await ask(postSync, '/api/sync', authorization, next({ facts: 'of another form' }));
		expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60']);
		expect(await answer.json()).toMatchObject({ code: 'unavailable' });
		const known = next({ facts: 'of another form', protocol: PROTOCOL_VERSION });
		expect((await ask(postSync, '/api/sync', authorization, known)).status).toBe(400);
	});
});
