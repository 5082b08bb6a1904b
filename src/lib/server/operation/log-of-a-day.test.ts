import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { CENTER, Writer } from '#tests/contract/server-store-writer.ts';
import { EXAMPLES } from '#tests/hostile/examples.ts';
import { aClient, type Hooks } from '#tests/support/a-client.ts';
import { openDatabase } from '../store/database.ts';

const written = vi.hoisted((): string[] => []);
vi.mock('pino', async (original) => {
	const { default: real } = await original<{ default: Pino }>();
	const write = (line: string): void => void written.push(line);
	return { default: (options: object) => real(options, { write }) };
});

type Pino = (options: object, stream: { write: (line: string) => void }) => object;

const PASSWORD = 'tereze-101';
const MISTYPED = 'қате-құпия-8841';
const IIN = '900101300017';
const PHONE = '+7 701 555 44 33';
/** What people are called, live at and typed in the course of the day. */
const PERSONAL = [
	...[PASSWORD, 'tereze-106', MISTYPED, IIN, PHONE, 'Оспанов', 'Ержан', 'Шымкент', 'Сейітова', 'Жаңабайқызы', 'Серік'],
	...['тынық мұхит үш кеме', '101729']
];

const folder = mkdtempSync(join(tmpdir(), 'tereze-log-'));
let hooks: Hooks;
/** What was handed out that opens something. */
const secrets: string[] = [];

beforeAll(async () => {
	const env = { DATA_DIR: folder, LOG_LEVEL: 'trace', ACCESS_LOG: 'on', TEREZE_DEMO: 'people' };
	for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
	await layDemoPeople();
	const { init, ...loaded } = await import('../../../hooks.server.ts');
	hooks = loaded;
	await init!();
	await aDay();
});
afterAll(() => {
	vi.unstubAllEnvs();
	rmSync(folder, { recursive: true, force: true });
});

/** As an earlier start has left them: hashing everybody's password takes most of the time. */
async function layDemoPeople(): Promise<void> {
	const db = await openDatabase(join(folder, 'tereze.db'));
	const { orgs, people } = inject('demo');
	await db.insertInto('orgs').values(orgs).execute();
	await db.insertInto('people').values(people).execute();
	await db.destroy();
}

async function aDay(): Promise<void> {
	const window = aClient(hooks);
	await window.ask('POST', '/api/session', { number: '101', password: MISTYPED });
	const opened = await window.ask('POST', '/api/session', { number: '101', password: PASSWORD });
	secrets.push(((await opened.json()) as { key?: string }).key ?? '', ...window.cookies());
	const place = { org: CENTER, kind: 'window', window: '1' };
	const device = await window.ask('POST', '/api/devices', { journal: 'journal-of-the-day', place });
	const { token } = (await device.json()) as { token: string };
	secrets.push(token);
	const journal = new Writer('journal-of-the-day');
	for (let serial = 1; serial <= 3; serial += 1) journal.accepted(serial);
	// No act of an inspector at a window writes this, nor is the next one a fact.
	journal.dispatched([1, 2]);
	journal.writeText(`{"surname":"Оспанов","iin":"${IIN}"`, 'a'.repeat(64));
	const authorization = `Device ${token}`;
	await window.ask('POST', '/api/sync', journal.request(), { authorization });
	await window.ask('POST', '/api/sync', `{"surname":"Оспанов" "${IIN}"}`, { authorization });
	await window.ask('POST', '/api/reports/search', { q: `Оспанов ${IIN}` });
	await window.ask('GET', `/api/journal?org=${CENTER}&type=${encodeURIComponent(`Оспанов ${PHONE}`)}`);

	const office = aClient(hooks);
	await office.ask('POST', '/api/session', { number: '106', password: 'tereze-106' });
	secrets.push(...office.cookies());
	const name = { surname: 'Жаңабайқызы', given: 'Ержан', patronymic: '' };
	const enter = { kind: 'enterPerson', org: CENTER, number: '777', name, roles: ['centerInspector'], window: '1' };
	const entered = await office.ask('POST', '/api/registry', { id: 'act-1', as: 'admin', commands: [enter] });
	const { codes } = (await entered.json()) as { codes: { code: string }[] };
	secrets.push(codes[0]!.code);
	const own = { number: '777', code: codes[0]!.code, password: 'тынық мұхит үш кеме' };
	await aClient(hooks).ask('POST', '/api/session/code', own);
	await office.fails('/api/registry', Object.assign(new Error(`Failing row: "Оспанов", ${IIN}`), { detail: PHONE }));
	for (const { method, path, body } of EXAMPLES.filter((example) => example.path.startsWith('/api/')))
		await office.ask(method, path, body);
	secrets.push(...office.cookies());
}

describe('the logs of a day’s work', () => {
	it('N314 tell sign-ins, refusals, faults and what does not fit', () => {
		const lines = written.map((line) => JSON.parse(line) as Record<string, unknown>);
		const count = (like: Record<string, unknown>) =>
			lines.filter((line) => Object.entries(like).every(([key, value]) => line[key] === value)).length;
		expect(count({ event: 'refused', code: 'wrongCredentials' })).toBeGreaterThan(0);
		expect(count({ event: 'done', path: '/api/devices', person: '101' })).toBe(1);
		expect(count({ event: 'done', path: '/api/registry', person: '106' })).toBeGreaterThan(0);
		expect(count({ type: 'dispatched', role: 'centerInspector' })).toBe(1);
		expect(count({ msg: 'unexpected', path: '/api/registry' })).toBeGreaterThan(0);
	});

	it('N314 have no IIN, name, telephone, PIN, password or token of that day', () => {
		const all = written.join('');
		expect(secrets.filter((secret) => secret.length > 7).length).toBeGreaterThan(4);
		expect([...PERSONAL, ...secrets].filter((text) => text !== '' && all.includes(text))).toEqual([]);
		expect(all).not.toMatch(/(?<!\d)\d{12}(?!\d)/);
	});
});
