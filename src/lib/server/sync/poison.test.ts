import { type FactId } from '#lib/domain/fact/ids.ts';
import { describe, expect, it } from 'vitest';
import { plainLaw } from '#tests/support/plain-law.ts';
import { aServer, STORES } from '#tests/contract/server-store-server.ts';
import { BODY, CENTER, numberOf, onWire, Writer } from '#tests/contract/server-store-writer.ts';
import { sha256Hex } from '#lib/domain/fact/hash.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { projectApplication } from '#lib/law/law.ts';
import { controlReport } from '../reports/control-report.ts';
import { ledgerReport } from '../reports/ledger-report.ts';
import { projectedRow } from '../reports/projected-row.ts';
import { searchReport } from '../reports/search-report.ts';
import { type JournalStore, type Projector } from '../store/journal-store.ts';
import { createProjecting } from './projecting.ts';
import { nativeSha256 } from './read-arrival.ts';

const NOON = Date.UTC(2026, 10, 24, 7);
const quickly = { quietMs: 20, pause: () => Promise.resolve(), isBusy: () => false, failed: () => undefined };
const projector: Projector = (...args) => projectedRow(projectApplication(...args));

/** What a window writes next, with one piece of its text changed before it is chained. */
function poisoned(writer: Writer, serial: number, piece: string | RegExp, to: string): StoredFact {
	const draft = writer.accepted(serial);
	writer.facts.pop();
	writer.head = { ...writer.head, seq: draft.seq - 1, hash: writer.facts.at(-1)?.hash ?? '' };
	const text = draft.text.replace(piece, to);
	expect(text).not.toBe(draft.text);
	return writer.writeText(text, nativeSha256(text));
}

const POISON: [string, string | RegExp, string][] = [
	['a clock off by half a millisecond', '"offsetMs":0', '"offsetMs":0.5'],
	['a time that is no time', /"at":\d+/, '"at":9e15'],
	['a time beyond counting', /"at":\d+/, '"at":1e308'],
	['a time before the year 0', /"at":\d+/, '"at":-99999999999999'],
	['a thousand million sheets', '"documents":[]', '"documents":[{"form":"copy","sheets":1000000000}]']
];

describe.each(STORES)('poison at the border, %s', (kind) => {
	it.each(POISON)(
		'S120 %s stays in quarantine, in its place; what comes before and after is taken',
		async (...poison) => {
			const { sync, streamOf, store } = await aServer(kind);
			const window = new Writer('J1');
			const before = window.accepted(1);
			const bad = poisoned(window, 2, poison[1], poison[2]);
			const after = window.accepted(3);
			const answer = await sync(window);
			expect(answer).toMatchObject({ ackedSeq: 3, quarantined: [{ seq: 2, hash: bad.hash, reason: 'bounds' }] });
			expect(await streamOf()).toEqual([before.id, after.id]);
			expect((await store.texts(window.journal))[1]?.text).toBe(bad.text);
		}
	);

	it('S120 a newer version whose causes are no list blocks nobody', async () => {
		const { sync, streamOf } = await aServer(kind);
		const window = new Writer('J1');
		const { text } = window.registered(1);
		const odd = text
			.replace('{"v":1', '{"v":2')
			.replace('"registered"', '"renumbered"')
			.replace('"body"', '"on":7,"body"');
		await sync(window, 0, { facts: [{ text: odd, personal: null }] });
		const other = new Writer('J2');
		const accepted = other.accepted(1);
		expect(await sync(other)).toMatchObject({ ackedSeq: 1 });
		expect(await streamOf()).toContain(accepted.id);
	});
});

/** Puts a fact into a store as a version without bounds did. */
async function alreadyStored(store: JournalStore, poison: StoredFact): Promise<void> {
	const kept = { ...poison, type: 'accepted', applications: [numberOf(2)] };
	await store.write(async (tx) => {
		await tx.addFacts([{ ...kept, stray: true, device: 'd', receivedAt: NOON, lacksPersonal: false }]);
		await tx.saveParties([
			{ application: numberOf(2), org: CENTER, center: true, bodyAt: null, leftAt: null },
			{ application: numberOf(2), org: BODY, center: false, bodyAt: 1e18, leftAt: null }
		]);
	});
}

describe.each(STORES)('poison in a database of before, %s', (kind) => {
	it.each(POISON)('S121 %s takes no report and no later fact with it', async (...poison) => {
		const { sync, store } = await aServer(kind);
		const window = new Writer('J1');
		window.accepted(1);
		await sync(window);
		await alreadyStored(store, poisoned(new Writer('J9'), 2, poison[1], poison[2]));
		const clerk = new Writer('J2', BODY);
		clerk.registered(2);
		expect(await sync(clerk)).toMatchObject({ ackedSeq: 1 });
		await createProjecting(store, projector, quickly).caughtUp();
		const report = await controlReport(store, CENTER, { law: plainLaw, now: NOON, most: 20 });
		expect(report.urgent.map(({ row }) => row.number)).toEqual([numberOf(1)]);
		const found = await searchReport(store, CENTER, { text: numberOf(2), now: NOON });
		expect(found).toMatchObject({
			ok: true,
			report: { hits: [{ row: { number: numberOf(2), state: 'numberOnly' } }] }
		});
	});

	it('S121 a row that a report cannot show is counted, and the others are shown', async () => {
		const { sync, store } = await aServer(kind);
		const window = new Writer('J1');
		for (const serial of [1, 2, 3]) window.accepted(serial);
		await sync(window);
		await createProjecting(store, projector, quickly).caughtUp();
		const [row] = await store.findApplications({ limit: 1 });
		const broken = [`${row!.summary.slice(0, -1)},"due":0.5,"acceptedAt":"x"}`, '{"number":'];
		const keys = ['book:child-benefit-under-18/body-15/2026-11', 'name:оспанов'];
		const running = {
			org: CENTER,
			step: 'x',
			person: '',
			service: '',
			center: '',
			due: 1,
			riskFrom: null,
			packetSince: 1
		};
		await store.write((tx) =>
			tx.saveApplications(
				broken.map((summary, place) => ({ number: numberOf(place + 1), summary, keys, running: [running] }))
			)
		);
		const control = await controlReport(store, CENTER, { law: plainLaw, now: NOON, most: 20 });
		expect([control.urgent.length, control.unreadable]).toEqual([1, 2]);
		const search = await searchReport(store, CENTER, { text: 'Оспанов', now: NOON });
		expect(search).toMatchObject({ report: { hits: [{ row: { number: numberOf(3) } }], unreadable: 2 } });
		const query = { regulation: 'child-benefit-under-18', month: '2026-11', now: NOON };
		expect(await ledgerReport(store, BODY, query)).toMatchObject({ rows: [], unreadable: 2 });
	});
});

describe('what a fold says of facts that cannot be read', () => {
	it('S121 they are counted in the row, and the rest of the application is as without them', () => {
		const window = new Writer('J1');
		const accepted = window.accepted(1);
		const text = window.registered(1).text.replace(/"at":\d+/, '"at":9e15');
		const bad = { ...accepted, id: 'bad' as FactId, text, hash: sha256Hex(text), personal: null };
		const row = projectApplication(numberOf(1), [accepted, bad], plainLaw);
		expect(row).toEqual({ ...projectApplication(numberOf(1), [accepted], plainLaw), unreadable: 1 });
		expect(onWire(bad).text).toBe(text);
	});
});
