import { describe, expect, it } from 'vitest';
import { nextId } from '#tests/support/a-journal.ts';
import { acceptance, applicationNo, collection, registerNo, registration, stamp } from '#tests/support/fact-drafts.ts';
import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { type FactDraft } from '#lib/domain/fact/fact.ts';
import { sha256Hex } from '#lib/domain/fact/hash.ts';
import { type JournalId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { writeFact } from '#lib/domain/fact/write-fact.ts';
import { PROJECTION_VERSION, projectApplication, projectRegister, type RegisterView } from '#lib/law/law.ts';
import { MemoryDeviceStore } from './memory-store.ts';
import { openJournal } from './device-journal.ts';
import { emptySyncState } from './device-meta.ts';

async function aDevice() {
	const store = new MemoryDeviceStore<ApplicationSummary, RegisterView>();
	const journal = await openJournal(store, {
		projectionVersion: PROJECTION_VERSION,
		projector: projectApplication,
		registerProjector: projectRegister,
		newId: nextId,
		newSalt: () => 'salt',
		random: () => 0.5,
		now: () => stamp().at
	});
	await journal.setDeviceNumber(7);
	await journal.rebuild(() => {});
	return { store, journal };
}

const foreign = (draft: FactDraft, journal = 'other'): StoredFact =>
	writeFact(
		draft,
		{ ...stamp(), clock: { offsetMs: 0, ageMs: 0 } },
		{ journal: journal as JournalId, seq: 0, hash: '' },
		{
			newId: nextId,
			newSalt: () => 'salt'
		}
	);
/** A fact with one piece of its text changed, as another program wrote it. */
function spoilt(fact: StoredFact, piece: string | RegExp, to: string): StoredFact {
	const text = fact.text.replace(piece, to);
	expect(text).not.toBe(fact.text);
	return { ...fact, text, hash: sha256Hex(text) };
}
const rowsOf = async ({ journal }: Awaited<ReturnType<typeof aDevice>>) =>
	journal.read(async (reader) => ({
		rows: await reader.applications(await reader.applicationNumbers()),
		counters: [...(await reader.counters())]
	}));

const accepted = foreign(acceptance(applicationNo(1)));
const POISON: [string, StoredFact][] = [
	[
		'a clock off by half a millisecond',
		spoilt(foreign(registration(applicationNo(1))), '"offsetMs":0', '"offsetMs":0.5')
	],
	['a time that is no time', spoilt(foreign(acceptance(applicationNo(1))), /"at":\d+/, '"at":9e15')],
	[
		'a visit in the year 12026',
		spoilt(foreign(acceptance(applicationNo(1))), /"visitStartedAt":\d+/, '"visitStartedAt":317e12')
	],
	[
		'a newer version whose causes are no list',
		spoilt(
			spoilt(foreign(registration(applicationNo(1))), '{"v":1', '{"v":2'),
			'"type":"registered"',
			'"on":7,"type":"renumbered"'
		)
	],
	[
		'a register with a day that is none',
		spoilt(
			foreign(collection(registerNo(1), [applicationNo(1)])),
			'"body":{',
			'"body":{"slot":{"date":"2026-99-99","minutes":1},'
		)
	]
];

describe('facts that cannot be read, on a device', () => {
	it.each(POISON)('F62 %s breaks no round: the rest is kept and folded, and the cursor moves', async (_, poison) => {
		const clean = await aDevice();
		await clean.journal.receive([accepted]);
		const device = await aDevice();
		const sync = { ...emptySyncState, epoch: 'E1' };
		expect(await device.journal.receive([poison, accepted], sync)).toMatchObject({ ok: true });
		expect((await device.journal.state()).sync.epoch).toBe('E1');
		const { rows } = await rowsOf(device);
		expect(rows.map(({ unreadable: _, ...row }) => row)).toEqual((await rowsOf(clean)).rows);
	});

	it.each(POISON)(
		'F62 %s in a store of before breaks no row: each can be made again, and acts go on',
		async (_, poison) => {
			const device = await aDevice();
			await device.journal.receive([accepted]);
			await device.store.write((writer) => writer.addFacts([{ ...poison, applications: [applicationNo(1)] }], false));
			await device.journal.rebuild(() => {});
			const [row] = (await rowsOf(device)).rows;
			expect(row).toMatchObject({ number: applicationNo(1), name: 'Оспанов Ержан', state: 'open' });
			expect(await device.journal.append(() => [registration(applicationNo(1))], stamp())).toMatchObject({ ok: true });
			expect((await rowsOf(device)).counters).toHaveLength(1);
		}
	);

	it('F62 a journal of before that is called as something every object has is relayed as any other', async () => {
		const { journal, store } = await aDevice();
		const named = foreign(registration(applicationNo(1)), 'valueOf');
		await store.write((writer) => writer.addFacts([named, foreign(registration(applicationNo(2)), 'J2')], false));
		const resend = { wants: { J2: 0 }, pass: 'lacking' as const, after: { journal: '', seq: 0 } };
		await journal.saveSync({ ...emptySyncState, resend });
		const { relayed } = await journal.outgoing(10);
		expect(relayed.map(({ journal }) => journal)).toEqual(['J2', 'valueOf']);
	});

	it('F63 a clock that shows what nobody could read writes nothing, and says so', async () => {
		const { journal } = await aDevice();
		for (const at of [9e15, -1, 0.5, Number.NaN])
			expect(await journal.append(() => [registration(applicationNo(1))], stamp({ at }))).toMatchObject({
				ok: false,
				reason: 'clock'
			});
		expect((await journal.state()).head.seq).toBe(0);
	});
});
