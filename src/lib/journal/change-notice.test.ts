import { describe, expect, it } from 'vitest';
import { aJournal, foreignFacts, type PlainRegister, type PlainRow, wire } from '#tests/support/a-journal.ts';
import { acceptance, applicationNo, stamp } from '#tests/support/fact-drafts.ts';
import { type Change, changeNotice } from './change-notice.ts';
import { MemoryDeviceStore } from './memory-store.ts';

describe('telling tabs what changed', () => {
	it('F26 a second tab hears which applications changed here, by a record or by what came in', async () => {
		const [here, there] = [changeNotice('store-1'), changeNotice('store-1')];
		const heard = new Promise<Change[]>((resolve) => {
			const changes: Change[] = [];
			// The first of three tells of the device's number: an empty notice, for nothing in the rows changed.
			there.listen((change) => changes.push(change) === 3 && resolve(changes));
		});
		const store = new MemoryDeviceStore<PlainRow, PlainRegister>();
		const { journal } = await aJournal(store, { notice: here });
		await journal.append(() => [acceptance(applicationNo(1))], stamp());
		await journal.receive(wire(foreignFacts([acceptance(applicationNo(2))])));
		expect((await heard).map(({ applications }) => applications)).toEqual([[], [applicationNo(1)], [applicationNo(2)]]);
		here.close();
		there.close();
	});

	it('F26 this tab hears it too, until it no longer listens', async () => {
		const notice = changeNotice('store-2');
		const heard: Change[] = [];
		const end = notice.listen((change) => heard.push(change));
		const { journal } = await aJournal(undefined, { notice });
		await journal.append(() => [acceptance(applicationNo(1))], stamp());
		end();
		await journal.append(() => [acceptance(applicationNo(2))], stamp());
		expect(heard).toEqual([
			{ applications: [], registers: [] },
			{ applications: [applicationNo(1)], registers: [] }
		]);
		notice.close();
	});
});
