import { describe, expect, it } from 'vitest';
import { MemoryDeviceStore } from '#lib/journal/memory-store.ts';
import {
	aJournal,
	type PlainJournal,
	type PlainRegister,
	type PlainRow,
	wire
} from '../../../../tests/support/a-journal.ts';
import { acceptance, applicationNo, stamp } from '../../../../tests/support/fact-drafts.ts';
import { brokenLink } from './chain-check.ts';

const record = async (journal: PlainJournal, ...serials: number[]) => {
	for (const serial of serials) await journal.append(() => [acceptance(applicationNo(serial))], stamp());
};
describe('the check of the own journal', () => {
	it('F50 a whole journal has no broken place, and the progress ends at the whole', async () => {
		const { journal } = await aJournal();
		expect(await brokenLink(journal, () => undefined)).toBeNull();
		await record(journal, 1, 2, 3);
		const shares: number[] = [];
		expect(await brokenLink(journal, (share) => shares.push(share))).toBeNull();
		expect(shares.at(-1)).toBe(1);
	});

	it('F50 what a copy of this store wrote at the same places breaks nothing', async () => {
		const store = new MemoryDeviceStore<PlainRow, PlainRegister>();
		const { journal } = await aJournal(store);
		await record(journal, 1);
		const copy = new MemoryDeviceStore<PlainRow, PlainRegister>(store.snapshot());
		const { journal: other } = await aJournal(copy);
		await record(other, 2, 3);
		await record(journal, 4, 5);
		const { head } = await other.state();
		await journal.receive(wire(await other.read((reader) => reader.ownAfterSeq(head.journal, 1, 9))));
		expect(await brokenLink(journal, () => undefined)).toBeNull();
	});

	it('F50 a text that was changed on the disk is found at its place', async () => {
		const store = new MemoryDeviceStore<PlainRow, PlainRegister>();
		const { journal } = await aJournal(store);
		await record(journal, 1, 2, 3);
		const tables = store.snapshot();
		const second = [...tables.facts.values()].find(({ seq }) => seq === 2)!;
		tables.facts.set(second.id, { ...second, text: second.text.replace('Шымкент', 'Алматы').replace('"kk"', '"ru"') });
		const { journal: damaged } = await aJournal(new MemoryDeviceStore<PlainRow, PlainRegister>(tables));
		expect(await brokenLink(damaged, () => undefined)).toBe(2);
	});
});
