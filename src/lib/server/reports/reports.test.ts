import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { GET as getControl } from '../../../routes/api/reports/control/+server.ts';
import { GET as getOverview } from '../../../routes/api/reports/overview/+server.ts';
import { GET as getLedger } from '../../../routes/api/reports/ledger/+server.ts';
import { POST as postSearch } from '../../../routes/api/reports/search/+server.ts';
import { type StaffId, type FactId, type OrgId, type Role } from '#lib/domain/fact/ids.ts';
import { formatNumber } from '#lib/domain/number/paper-number.ts';
import { ProblemSchema } from '#lib/protocol/problem.ts';
import {
	ControlReportSchema,
	LedgerReportSchema,
	OverviewReportSchema,
	SearchReportSchema
} from '#lib/protocol/report-messages.ts';
import { BODY, CENTER, numberOf, OTHER_BODY, OTHER_CENTER, Writer } from '#tests/contract/server-store-writer.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { TERMINAL } from '../registry/adopt-rows.ts';
import { syncServerOf } from '../sync/sync-server.ts';

const IIN = '900101300017';
const REGULATION = 'child-benefit-under-18';
let db: Database;
const folder = mkdtempSync(join(tmpdir(), 'reports-'));

/** A Center with eight applications: one decided and in the ledger, one redirected to another body. */
beforeAll(async () => {
	db = await openDatabase(join(folder, 'tereze.db'));
	const { receiver } = await syncServerOf(db, folder);
	const window = new Writer('J1', CENTER);
	const accepted: FactId[] = [];
	for (let serial = 1; serial <= 8; serial += 1) {
		const subject = { kind: 'application', number: numberOf(serial) } as const;
		const name = serial % 2 ? { surname: 'Оспанов', given: 'Ержан' } : { surname: 'Қалиева', given: 'Дина' };
		const fact = window.write({
			type: 'accepted',
			subject,
			body: {
				regulation: { id: REGULATION, version: 1 },
				entry: 'center',
				center: CENTER,
				body: BODY,
				visitStartedAt: window.at,
				documents: [],
				language: 'kk'
			},
			details: { ...name, iin: IIN, address: 'Шымкент', phone: '+7 701 0000000', documents: [] }
		});
		accepted.push(fact.id);
	}
	const clerk = new Writer('J2', BODY);
	const [registered, assigned, drafted, signed, recorded] = ['r', 'a', 'd', 's', 'k'] as unknown as FactId[];
	const subject = { kind: 'application', number: numberOf(1) } as const;
	clerk.write({ type: 'registered', subject, on: [accepted[0]!], body: {}, details: null }, registered);
	const executor = 'staff-9' as StaffId;
	clerk.write({ type: 'assigned', subject, on: [registered!], body: { executor }, details: null }, assigned);
	clerk.write({ type: 'drafted', subject, on: [assigned!], body: { decision: 'notice' }, details: null }, drafted);
	clerk.write({ type: 'signed', subject, on: [drafted!], body: {}, details: null }, signed);
	const entry = { decision: 'notice', sheets: 1, ledgerNumber: '118' } as const;
	clerk.write({ type: 'recorded', subject, on: [signed!], body: entry, details: null }, recorded);
	clerk.redirected(8, OTHER_BODY);
	await receiver.receive(window.request(), window.device);
	await receiver.receive(clerk.request(), clerk.device);
});
afterAll(async () => {
	await db.destroy();
	rmSync(folder, { recursive: true });
});

type Handler = (event: object) => Promise<Response>;
type Person = { id: string; org: string; roles: readonly Role[] };
const ask = (handler: unknown, query: string, org: string | null, ...roles: Role[]) =>
	askAs(handler, query, org === null ? null : { id: 'somebody', org, roles });
const askAs = (handler: unknown, query: string, person: Person | null) => {
	const session = person ? { person } : undefined;
	const url = new URL(`http://localhost/api/reports/x?${query}`);
	// A search is asked in a body, the others in their address.
	const body = JSON.stringify(Object.fromEntries(url.searchParams));
	const request = new Request(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
	return (handler as Handler)({ url, request, locals: { db, session } });
};
const codeOf = async (response: Response) => v.parse(ProblemSchema, await response.json()).code;
const control = async (org: string, role: Role) =>
	v.parse(ControlReportSchema, await (await ask(getControl, '', org, role)).json());
const search = async (q: string, org: string = BODY) => {
	const response = await ask(postSearch, `q=${encodeURIComponent(q)}`, org, 'chancery');
	return v.parse(SearchReportSchema, await response.json()).hits.map(({ row }) => row.number);
};

describe('who may ask for a report', () => {
	it('S89 nobody without a session, and only those whose screen shows it', async () => {
		for (const handler of [getControl, getLedger, postSearch])
			expect(await codeOf(await ask(handler, `q=${IIN}`, null))).toBe('notSignedIn');
		for (const role of ['chancery', 'executor', 'centerInspector', 'admin'] as const)
			expect(await codeOf(await ask(getControl, '', BODY, role))).toBe('notAllowed');
		for (const role of ['centerInspector', 'centerHead', 'admin'] as const)
			expect(await codeOf(await ask(getLedger, `regulation=${REGULATION}&month=2026-11`, BODY, role))).toBe(
				'notAllowed'
			);
		expect((await ask(postSearch, `q=${IIN}`, BODY, 'admin')).status).toBe(200);
		expect((await ask(getControl, '', BODY, 'executor', 'head')).status).toBe(200);
	});

	it('S94 whoever stands in for a head is asked as a head, on the days of the appointment and in that org only', async () => {
		const { receiver } = await syncServerOf(db);
		const chief = new Writer('J3', BODY);
		chief.appointed('olga', '2026-11-24', '2026-11-26');
		await receiver.receive(chief.request(), chief.device);
		vi.useFakeTimers({ toFake: ['Date'] });
		onTestFinished(() => void vi.useRealTimers());
		const statusOn = async (date: string, id: string, org: string = BODY) => {
			vi.setSystemTime(`${date}T09:00:00+05:00`);
			return (await askAs(getControl, '', { id, org, roles: ['chancery'] })).status;
		};
		expect(await statusOn('2026-11-23', 'olga')).toBe(403);
		expect(await statusOn('2026-11-24', 'olga')).toBe(200);
		expect(await statusOn('2026-11-26', 'olga')).toBe(200);
		expect(await statusOn('2026-11-27', 'olga')).toBe(403);
		expect(await statusOn('2026-11-24', 'nur')).toBe(403);
		expect(await statusOn('2026-11-24', 'olga', OTHER_BODY)).toBe(403);
		const ledger = `regulation=${REGULATION}&month=2026-11`;
		vi.setSystemTime('2026-11-24T09:00:00+05:00');
		expect((await askAs(getLedger, ledger, { id: 'olga', org: BODY, roles: ['accumulationInspector'] })).status).toBe(
			200
		);
	});

	it('S89 a question of a wrong form is told by its place, without its value', async () => {
		for (const [handler, query, place] of [
			[getControl, 'most=9999', 'most'],
			[getLedger, `regulation=${REGULATION}&month=2026-13`, 'month'],
			[postSearch, 'w=1', 'q'],
			[postSearch, 'q=12', 'little']
		] as const) {
			const response = await ask(handler, query, BODY, 'head');
			expect(response.headers.get('content-type')).toBe('application/problem+json');
			const problem = v.parse(ProblemSchema, await response.json());
			expect(problem).toMatchObject({ status: 400, code: 'badRequest' });
			expect(problem.detail).toContain(place);
		}
	});

	it('S90 an answer holds no IIN, address or phone, and no cache keeps it', async () => {
		const answers = await Promise.all([
			ask(getControl, '', BODY, 'head'),
			ask(getLedger, `regulation=${REGULATION}&month=2026-11`, BODY, 'head'),
			ask(postSearch, `q=${IIN}`, BODY, 'head')
		]);
		for (const answer of answers) {
			expect(answer.headers.get('cache-control')).toBe('no-store');
			const text = await answer.text();
			expect(text).toContain('Оспанов');
			expect(text).not.toMatch(/900101300017|Шымкент|701 0000000/);
		}
	});
});

describe('reports of an org', () => {
	it('S91 a control room holds what is in work at its Center or body, with what was taken just before', async () => {
		expect((await control(CENTER, 'centerHead')).picture.total.total).toBe(8);
		const { picture, urgent } = await control(BODY, 'head');
		expect(picture.total.total).toBe(7);
		expect(picture.bars.center).toMatchObject([{ key: CENTER, counts: { total: 7 } }]);
		expect(urgent).toHaveLength(7);
		expect((await control(OTHER_BODY, 'head')).picture.total.total).toBe(1);
		expect((await control(OTHER_CENTER, 'centerHead')).picture.total.total).toBe(0);
	});

	it('S95 the overseer is shown counts of every org that takes part, as its own control room has them, and nothing else', async () => {
		const { registry } = await syncServerOf(db);
		const opens = [CENTER, OTHER_CENTER, BODY].map((org) => ({ kind: 'openOrg', org: org as OrgId }) as const);
		await registry.act({ id: 'opens' as FactId, commands: opens }, TERMINAL);
		const answer = await ask(getOverview, '', 'authority-01', 'overseer');
		const text = await answer.text();
		const { rows } = v.parse(OverviewReportSchema, JSON.parse(text));
		const totals = new Map(rows.map(({ org, counts }) => [org, counts]));
		expect(totals.get(CENTER as OrgId)).toEqual((await control(CENTER, 'centerHead')).picture.total);
		expect(totals.get(BODY as OrgId)).toEqual((await control(BODY, 'head')).picture.total);
		expect(totals.get(OTHER_CENTER as OrgId)).toMatchObject({ total: 0 });
		expect(text).not.toMatch(/Оспанов|\d{14}/);
		expect(await codeOf(await ask(getOverview, '', CENTER, 'centerHead'))).toBe('notAllowed');
	});

	it('S92 a month of the ledger holds its entries of the own body only', async () => {
		const ledger = async (org: string, month: string) => {
			const response = await ask(getLedger, `regulation=${REGULATION}&month=${month}`, org, 'chancery');
			return v.parse(LedgerReportSchema, await response.json());
		};
		const { rows, notices, refusals } = await ledger(BODY, '2026-11');
		expect(rows).toMatchObject([
			{ number: numberOf(1), ledgerNumber: '118', decision: 'notice', name: 'Оспанов Ержан' }
		]);
		expect([notices, refusals]).toEqual([1, 0]);
		expect((await ledger(BODY, '2026-10')).rows).toEqual([]);
		expect((await ledger(OTHER_BODY, '2026-11')).rows).toEqual([]);
	});
});

describe('search on the server', () => {
	it('Q6 what a device finds by number, end of it, IIN, day or name, the server finds', async () => {
		const third = numberOf(3);
		expect(await search(formatNumber(third))).toEqual([third]);
		expect(await search(third.slice(-4))).toContain(third);
		expect(await search(third.slice(0, 12))).toContain(third);
		expect(await search(IIN)).toHaveLength(7);
		expect(await search('ержан осп')).toEqual([7, 5, 3, 1].map(numberOf));
		expect(await search('калиева')).toEqual([6, 4, 2].map(numberOf));
		expect(await search('18.11.2026')).toHaveLength(7);
		expect(await search('17.11.2026')).toEqual([]);
	});

	it('Q7 an org finds its own applications only; a body from which one was redirected, no more', async () => {
		expect(await search(numberOf(8))).toEqual([]);
		expect(await search(numberOf(8), OTHER_BODY)).toEqual([numberOf(8)]);
		expect(await search(numberOf(8), CENTER)).toEqual([numberOf(8)]);
		expect(await search(IIN, OTHER_CENTER)).toEqual([]);
	});
});
