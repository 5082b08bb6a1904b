import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { aServer, anEmptyStore, type StoreKind, STORES } from '#tests/contract/server-store-server.ts';
import { nextId, wire } from '#tests/support/a-journal.ts';
import { applicationNo, BODY_ORG, CENTER_ORG } from '#tests/support/fact-drafts.ts';
import {
	anotherVersion,
	clockCheck,
	dayWord,
	examined,
	examinedIn,
	MINUTE,
	MONDAY,
	regulationImport,
	written
} from '#tests/support/law-facts.ts';
import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { openJournal } from '#lib/journal/device-journal.ts';
import { MemoryDeviceStore } from '#lib/journal/memory-store.ts';
import { lawOf } from '#lib/law/law-of.ts';
import { PROJECTION_VERSION, projectApplication, projectRegister, type RegisterView } from '#lib/law/law.ts';
import { type JournalStore, type Projector } from '../store/journal-store.ts';
import { createProjecting } from './projecting.ts';
import { rebuildProjection } from './rebuild-projection.ts';
import { createReceiver } from './receive.ts';
import { projector } from './sync-server.ts';

const OTHER_BODY = 'body-16' as OrgId;
const quickly = { quietMs: 20, pause: () => Promise.resolve(), isBusy: () => false, failed: vi.fn() };
const [one, two] = [applicationNo(1), applicationNo(2)];
const dayOff = written(
	[{ draft: dayWord('2026-11-26', 'dayOff', BODY_ORG, [CENTER_ORG]), at: MONDAY, org: BODY_ORG }],
	'admin'
);
const undone = written(
	[{ draft: dayWord('2026-11-26', 'asInTheData', BODY_ORG, [CENTER_ORG]), at: MONDAY + MINUTE, org: BODY_ORG }],
	'admin-2'
);
const version2 = written(
	[{ draft: regulationImport(anotherVersion(2, examinedIn(3)), 2, [CENTER_ORG]), at: MONDAY, org: BODY_ORG }],
	'import'
);
const [BEFORE, AFTER] = ['2026-12-07', '2026-12-08'].map((day) => `${day}T13:00:00.000Z`);

const orgOf = ({ text }: StoredFact) => (JSON.parse(text) as { org: OrgId }).org;

async function aLawServer(kind: StoreKind, fold: Projector = projector) {
	const { store, receiver } = await aServer(kind);
	const projecting = createProjecting(store, fold, quickly);
	const push = async (facts: readonly StoredFact[]) => {
		for (const [journal, list] of Map.groupBy(facts, (fact) => fact.journal)) {
			const { seq: lastSeq } = list.at(-1)!;
			const request = { protocol: 1 as const, journal, lastSeq, ackedSeq: 0, ackedHash: '', cursor: null };
			const device = { id: `device-${journal}`, org: orgOf(list[0]!) };
			await receiver.receive({ ...request, facts: wire(list) }, device);
		}
	};
	return { store, push, projecting };
}

const dues = async (store: JournalStore) =>
	(await store.findApplications({ limit: 999 })).map(({ summary }) => {
		const { due } = JSON.parse(summary) as { due: number | null };
		return due && new Date(due).toISOString();
	});

describe.each(STORES)('the server under facts of orgs, %s', (kind) => {
	it('S79 a day off moves the rows of what is not finished, an undo moves them back', async () => {
		const { store, push, projecting } = await aLawServer(kind);
		await push([...examined(one), ...examined(two)]);
		await projecting.refolded();
		expect(await dues(store)).toEqual([BEFORE, BEFORE]);
		await push(dayOff);
		await projecting.refolded();
		expect(await dues(store)).toEqual([AFTER, AFTER]);
		await push(undone);
		await projecting.refolded();
		expect(await dues(store)).toEqual([BEFORE, BEFORE]);
		expect(await store.lawRefold()).toBeNull();
	});

	it('S79 a clock found wrong moves what its journal wrote', async () => {
		const { store, push, projecting } = await aLawServer(kind);
		await push([...examined(one), ...examined(two)]);
		await projecting.refolded();
		await push(written([{ draft: clockCheck(`b-${one}`, -24 * 60 * MINUTE), at: MONDAY }], 'server'));
		await projecting.refolded();
		expect(await dues(store)).toEqual(['2026-12-04T13:00:00.000Z', BEFORE]);
	});

	it('S79 a version that comes later gives a way to what was accepted under it', async () => {
		const { store, push, projecting } = await aLawServer(kind);
		await push([...examined(one, 2), ...examined(two)]);
		await projecting.refolded();
		expect(await dues(store)).toEqual([null, BEFORE]);
		await push(version2);
		await projecting.refolded();
		expect(await dues(store)).toEqual(['2026-11-26T13:00:00.000Z', BEFORE]);
	});

	it('S79 rows of orgs that it does not bear on are left alone, and who searches does not wait', async () => {
		const folded: string[] = [];
		const { store, push, projecting } = await aLawServer(kind, (number, ...about) => {
			folded.push(number);
			return projector(number, ...about);
		});
		await push([...examined(one), ...examined(two)]);
		await projecting.refolded();
		folded.length = 0;
		const elsewhere = { draft: dayWord('2026-11-26', 'dayOff', OTHER_BODY), at: MONDAY, org: OTHER_BODY };
		await push(written([elsewhere], 'other-admin'));
		await projecting.refolded();
		expect(folded).toEqual([]);
		await push(dayOff);
		await projecting.caughtUp();
		expect(await dues(store)).toEqual([BEFORE, BEFORE]);
		await projecting.refolded();
		expect(folded).toEqual([one, two]);
	});

	it('S80 a refold that was cut off goes on where it stopped, by itself', async () => {
		const many = Array.from({ length: 230 }, (_, serial) => applicationNo(serial + 1)).sort();
		const { store, push, projecting } = await aLawServer(kind);
		await push(many.flatMap((number) => examined(number)));
		await projecting.refolded();
		await push(dayOff);
		let commits = 0;
		const dying: JournalStore = {
			...store,
			write: (work) => {
				commits += 1;
				if (commits === 3) throw new Error('killed');
				return store.write(work);
			}
		};
		await expect(createProjecting(dying, projector, quickly).refolded()).rejects.toThrow('killed');
		expect((await dues(store)).filter((due) => due === AFTER)).toHaveLength(100);
		const folded: string[] = [];
		const next = createProjecting(
			store,
			(number, ...about) => {
				folded.push(number);
				return projector(number, ...about);
			},
			quickly
		);
		next.arrived();
		await vi.waitFor(async () => expect(await store.lawRefold()).toBeNull());
		expect(folded).toEqual(many.slice(100));
		expect(new Set(await dues(store))).toEqual(new Set([AFTER]));
		next.stop();
	});

	it('S80 who goes by the law in memory is told when it changes', async () => {
		const { store, push } = await aLawServer(kind);
		const lawChanged = vi.fn();
		const projecting = createProjecting(store, projector, { ...quickly, lawChanged });
		await push(examined(one));
		await projecting.refolded();
		expect(lawChanged).not.toHaveBeenCalled();
		await push([...dayOff, ...version2]);
		await projecting.refolded();
		expect(lawChanged).toHaveBeenLastCalledWith(lawOf([...dayOff, ...version2]));
	});

	it('S80 a rebuild folds under the law that is known', async () => {
		const { store, push } = await aLawServer(kind);
		await push([...examined(one), ...dayOff]);
		await rebuildProjection(store, projector, 'next');
		expect(await dues(store)).toEqual([AFTER]);
	});
});

describe('two devices and a server', () => {
	it('S81 agree on every due time, whatever each hears first', async () => {
		const batches = [examined(one), examined(two, 2), dayOff, undone, version2];
		const orders = fc.shuffledSubarray(
			batches.map((_, index) => index),
			{ minLength: batches.length }
		);
		await fc.assert(
			fc.asyncProperty(orders, orders, orders, fc.boolean(), async (forServer, forCenter, forBody, withUndo) => {
				const told = (order: number[]) =>
					order.filter((index) => withUndo || index !== 3).map((each) => batches[each]!);
				const { store, push, projecting } = await aLawServer('memory');
				for (const batch of told(forServer)) {
					await push(batch);
					await projecting.caughtUp();
				}
				await projecting.refolded();
				const expected = [withUndo ? BEFORE : AFTER, `2026-11-${withUndo ? 26 : 27}T13:00:00.000Z`];
				expect(await dues(store)).toEqual(expected);
				for (const order of [forCenter, forBody]) {
					const journal = await openJournal(new MemoryDeviceStore<ApplicationSummary, RegisterView>(), {
						projectionVersion: PROJECTION_VERSION,
						projector: projectApplication,
						registerProjector: projectRegister,
						newId: nextId,
						newSalt: () => 'salt',
						random: () => 0.5,
						now: () => MONDAY
					});
					for (const batch of told(order)) await journal.receive(wire(batch));
					await journal.refoldForLaw();
					const rows = await journal.read((reader) => reader.applications([one, two]));
					expect(rows.map(({ due }) => due && new Date(due).toISOString())).toEqual(expected);
				}
			}),
			{ numRuns: 40 }
		);
	});

	it('S81 the org that is told a word on a day pulls it', async () => {
		const store = await anEmptyStore('memory');
		const receiver = createReceiver(store, { now: () => MONDAY, epoch: () => 'E1' });
		const empty = { protocol: 1 as const, ackedSeq: 0, ackedHash: '', cursor: null };
		const { journal, seq } = dayOff[0]!;
		await receiver.receive({ ...empty, journal, lastSeq: seq, facts: wire(dayOff) }, { id: 'admin', org: BODY_ORG });
		const answer = await receiver.receive(
			{ ...empty, journal: 'window' as typeof journal, lastSeq: 0, facts: [] },
			{ id: 'window', org: CENTER_ORG }
		);
		expect(answer.facts).toEqual(wire(dayOff));
	});
});
