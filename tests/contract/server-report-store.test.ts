import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { controlClock } from '#lib/domain/control/control-clock.ts';
import { awaySince, type ControlRow } from '#lib/domain/control/control-row.ts';
import { pictureOf, pictureOfCells } from '#lib/domain/control/picture.ts';
import { noFilter, urgentList } from '#lib/domain/control/urgent-list.ts';
import { type OrgId, type StaffId } from '#lib/domain/fact/ids.ts';
import { ALMATY } from '#lib/domain/time/zone.ts';
import { calendar } from '#lib/law/catalog.ts';
import { projectedRow } from '#lib/server/reports/projected-row.ts';
import { type JournalStore, type ProjectedRow } from '#lib/server/store/journal-store.ts';
import { anEmptyStore, STORES } from './server-store-server.ts';
import { BODY, CENTER, numberOf, OTHER_BODY, OTHER_CENTER } from './server-store-writer.ts';

const NOW = Date.UTC(2026, 10, 23, 7, 0);
const DAY = 86_400_000;
const clock = controlClock(NOW, ALMATY, calendar);

type Row = Parameters<typeof projectedRow>[0];
const row = (serial: number, more: Partial<Row> = {}): Row =>
	({
		number: numberOf(serial),
		state: 'open',
		regulation: 'local-social-aid',
		next: 'drafted',
		acceptedAt: NOW - serial * 1000,
		name: null,
		center: CENTER,
		body: BODY,
		packetAt: `head/${BODY}`,
		packetSince: NOW - DAY,
		resultAt: null,
		due: null,
		since: null,
		sinceBy: null,
		units: ['executor'],
		executor: null,
		keys: [],
		...more
	}) as Row;
const someRows: fc.Arbitrary<Row[]> = fc
	.array(
		fc.record({
			state: fc.constantFrom('open', 'open', 'handedOut', 'numberOnly'),
			next: fc.constantFrom('assigned', 'drafted', 'signed', 'handedOut'),
			// At the edges of states, too.
			due: fc.option(
				fc.oneof(
					fc.integer({ min: NOW - 3 * DAY, max: NOW + 9 * DAY }),
					fc.constantFrom(clock.todayEnds, NOW, NOW + 2 * DAY)
				)
			),
			// Two of ten days are left: the last fifth begins now.
			since: fc.option(fc.oneof(fc.integer({ min: NOW - 9 * DAY, max: NOW }), fc.constant(NOW - 8 * DAY))),
			center: fc.constantFrom(CENTER, OTHER_CENTER, null),
			body: fc.constantFrom(BODY, OTHER_BODY),
			executor: fc.constantFrom('staff-1' as StaffId, 'staff-2' as StaffId, null),
			units: fc.constantFrom(['executor'], ['head'], ['chancery', 'head']),
			packetAt: fc.constantFrom(`head/${BODY}`, `head/${BODY}`, 'unknown/lost', 'unknown/missing'),
			packetSince: fc.integer({ min: NOW - 2 * DAY, max: NOW })
		}),
		{ maxLength: 40 }
	)
	.map((list) =>
		list.map((more, index) => row(index + 1, { ...(more as Partial<Row>), keys: [`at:${more.packetAt}`] }))
	);

const save = (store: JournalStore, rows: readonly ProjectedRow[]) => store.write((tx) => tx.saveApplications(rows));
const numbers = (summaries: readonly string[]) =>
	summaries.map((summary) => (JSON.parse(summary) as { number: string }).number);
const isOf = (org: OrgId) => (each: Row) => each.state === 'open' && (each.center === org || each.body === org);

describe.each(STORES)('reports from the store, %s', (kind) => {
	it('S85 an org’s picture is the one that its devices draw of the same rows, at any moment', async () => {
		await fc.assert(
			fc.asyncProperty(someRows, async (rows) => {
				const store = await anEmptyStore(kind);
				await save(store, rows.map(projectedRow));
				for (const org of [CENTER, BODY, OTHER_BODY])
					expect(pictureOfCells(await store.runningCells(org, clock))).toEqual(
						pictureOf(rows.filter(isOf(org)) as ControlRow[], clock)
					);
				await store.close();
			}),
			{ numRuns: 40 }
		);
	});

	it('S86 a row counts as it is now, and no more when its way is over', async () => {
		const store = await anEmptyStore(kind);
		const stepsOf = async (org: OrgId) =>
			(await store.runningCells(org, clock)).map(({ step, count }) => [step, count]);
		await save(store, [projectedRow(row(1)), projectedRow(row(2))]);
		expect(await stepsOf(BODY)).toEqual([['drafted', 2]]);
		await save(store, [projectedRow(row(1, { body: OTHER_BODY }))]);
		expect([await stepsOf(BODY), await stepsOf(OTHER_BODY), await stepsOf(CENTER)]).toEqual([
			[['drafted', 1]],
			[['drafted', 1]],
			[['drafted', 2]]
		]);
		await save(store, [
			projectedRow(row(1, { state: 'handedOut', next: null })),
			projectedRow(row(2, { next: 'signed' }))
		]);
		expect([await stepsOf(BODY), await stepsOf(OTHER_BODY)]).toEqual([[['signed', 1]], []]);
	});

	it('S86 what a failed transaction counted is not counted', async () => {
		const store = await anEmptyStore(kind);
		await save(store, [projectedRow(row(1))]);
		const failed = store.write(async (tx) => {
			await tx.saveApplications([projectedRow(row(1, { next: 'signed' })), projectedRow(row(2))]);
			throw new Error('power cut');
		});
		await expect(failed).rejects.toThrow('power cut');
		expect(await store.runningCells(BODY, clock)).toMatchObject([{ step: 'drafted', count: 1 }]);
	});

	it('S87 the most urgent are those that a device puts first, before all a lost paper; those without a limit come last', async () => {
		await fc.assert(
			fc.asyncProperty(someRows, fc.integer({ min: 1, max: 50 }), async (rows, limit) => {
				const store = await anEmptyStore(kind);
				await save(store, rows.map(projectedRow));
				const found = new Set(numbers(await store.urgentSummaries(BODY, limit)));
				const list = urgentList(rows.filter(isOf(BODY)) as ControlRow[], noFilter(), clock);
				expect(found.size).toBe(Math.min(limit, list.length));
				// Of two with one time either may be cut off.
				const timeOf = (one: ControlRow) => awaySince(one) ?? one.due;
				const cut = list[found.size - 1]?.row;
				const surely = list.slice(0, limit).filter(({ row: one }) => cut && timeOf(one) !== timeOf(cut));
				for (const { row: one } of surely) expect(found).toContain(one.number);
				await store.close();
			}),
			{ numRuns: 40 }
		);
	});

	it('S88 a search finds what the org is party to and what holds every word, the newest first, and no more than asked for', async () => {
		const store = await anEmptyStore(kind);
		const party = (serial: number, org: OrgId) => ({
			...{ application: numberOf(serial), org, center: false, bodyAt: null, leftAt: null }
		});
		await store.write(async (tx) => {
			await tx.saveParties([1, 2, 3, 4].map((serial) => party(serial, serial === 4 ? OTHER_BODY : BODY)));
			await tx.saveApplications(
				[
					row(1, { acceptedAt: 10, keys: ['name:оспанов', 'name:ержан', 'name:ерлан', 'book:x'] }),
					row(2, { acceptedAt: 30, keys: ['name:оспанова', 'name:дина'] }),
					row(3, { acceptedAt: 20, keys: ['name:оспанов', 'name:ержан', 'book:xy'] }),
					row(4, { acceptedAt: 40, keys: ['name:оспанов'] })
				].map(projectedRow)
			);
		});
		const by = async (...startsWith: string[]) =>
			numbers(await store.newestSummaries(BODY, { kind: 'keys', startsWith }, 9));
		expect(await by('name:оспан')).toEqual([2, 3, 1].map(numberOf));
		expect(await by('name:оспанов', 'name:ер')).toEqual([3, 1].map(numberOf));
		expect(await by('name:оспан', 'name:жоқ')).toEqual([]);
		expect(numbers(await store.newestSummaries(BODY, { kind: 'acceptedAt', from: 20, to: 40 }, 1))).toEqual([
			numberOf(2)
		]);
		expect(numbers(await store.newestSummaries(BODY, { kind: 'number', startsWith: numberOf(3) }, 9))).toEqual([
			numberOf(3)
		]);
		expect(numbers(await store.summariesWithKey('book:x'))).toEqual([numberOf(1)]);
	});
});
