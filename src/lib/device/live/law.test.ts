import { afterEach, describe, expect, it } from 'vitest';
import { plainLaw } from '../../../../tests/support/plain-law.ts';
import { BODY_ORG, CENTER_ORG } from '../../../../tests/support/fact-drafts.ts';
import {
	anotherVersion,
	dayWord,
	examined,
	MONDAY,
	regulationImport,
	written
} from '../../../../tests/support/law-facts.ts';
import { applicationNo } from '../../../../tests/support/fact-drafts.ts';
import { nextId, wire } from '../../../../tests/support/a-journal.ts';
import { isWorkingDay } from '#lib/domain/time/calendar.ts';
import { plainDate } from '#lib/domain/time/plain-date.ts';
import { type Change } from '#lib/journal/change-notice.ts';
import { openJournal } from '#lib/journal/device-journal.ts';
import { MemoryDeviceStore } from '#lib/journal/memory-store.ts';
import { type Journal } from '#lib/journal/open-device-journal.ts';
import { PROJECTION_VERSION, projectApplication, projectRegister } from '#lib/law/law.ts';
import { lawOf } from '#lib/law/law-of.ts';
import { lawHere } from './law.svelte.ts';

const thursday = plainDate('2026-11-26');
const dayOff = written([{ draft: dayWord('2026-11-26', 'dayOff'), at: MONDAY }], 'admin');
const version2 = written([{ draft: regulationImport(anotherVersion(2)), at: MONDAY, org: BODY_ORG }], 'import');

function aJournalHere(): Promise<Journal> {
	const listeners = new Set<(change: Change) => void>();
	return openJournal(new MemoryDeviceStore(), {
		projectionVersion: PROJECTION_VERSION,
		projector: projectApplication,
		registerProjector: projectRegister,
		newId: nextId,
		newSalt: () => 'salt',
		random: () => 0.5,
		now: () => MONDAY,
		notice: {
			send: (change) => listeners.forEach((listener) => listener(change)),
			listen: (listener) => {
				listeners.add(listener);
				return () => listeners.delete(listener);
			},
			close: () => {}
		}
	});
}

const versionOffered = () =>
	lawHere.law.inForce(plainDate('2026-11-24')).find(({ id }) => id === 'child-benefit-under-18')?.version;

describe('the law as screens know it', () => {
	afterEach(() => lawHere.take(plainLaw));

	it('G56 is that of the journal at opening, and changes with what comes', async () => {
		const journal = await aJournalHere();
		await journal.receive(wire(dayOff));
		await lawHere.follow(journal);
		expect(isWorkingDay(thursday, lawHere.law.calendarOf(CENTER_ORG))).toBe(false);
		expect(isWorkingDay(thursday, lawHere.law.calendarOf(BODY_ORG))).toBe(true);
		expect(lawHere.law.overridesOf(CENTER_ORG)).toHaveLength(1);
		expect(versionOffered()).toBe(1);
		await journal.receive(wire(version2));
		await expect.poll(versionOffered).toBe(2);
		expect(lawHere.law.key).toBe(lawOf([...dayOff, ...version2]).key);
	});

	it('G56 is the one that was asked for last, where answers overtake each other or the disk fails one', async () => {
		const [older, newer] = [lawOf(dayOff), lawOf([...dayOff, ...version2])];
		let tell: (change: Change) => void = () => undefined;
		const answers: PromiseWithResolvers<unknown>[] = [];
		const followed = lawHere.follow({
			listen: (listener) => {
				tell = listener;
				return () => undefined;
			},
			read: <T>() => {
				const answer = Promise.withResolvers<unknown>();
				answers.push(answer);
				return answer.promise as Promise<T>;
			}
		});
		answers[0]!.resolve(lawOf([]));
		await followed;
		const nothing: Change = { applications: [], registers: [] };
		tell({ ...nothing, law: true });
		tell({ ...nothing, law: true });
		answers[2]!.resolve(newer);
		await expect.poll(() => lawHere.law).toBe(newer);
		answers[1]!.resolve(older);
		await answers[1]!.promise;
		expect(lawHere.law).toBe(newer);
		lawHere.take(older);
		tell({ ...nothing, law: true });
		answers[3]!.reject(new Error('disk'));
		await expect.poll(() => (tell(nothing), answers.length)).toBe(5);
		answers[4]!.resolve(newer);
		await expect.poll(() => lawHere.law).toBe(newer);
	});

	it('G56 is not read again for what does not bear on it', async () => {
		const journal = await aJournalHere();
		let readings = 0;
		await lawHere.follow({
			listen: journal.listen,
			read: (work) => {
				readings += 1;
				return journal.read(work);
			}
		});
		await journal.receive(wire(examined(applicationNo(1))));
		expect(readings).toBe(1);
	});
});
