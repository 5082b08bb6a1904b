import { describe, expect, it } from 'vitest';
import { aStory } from '#tests/support/a-story.ts';
import { type JournalId, type StaffId } from '../fact/ids.ts';
import { plainDate } from '../time/plain-date.ts';
import { type Closing, type JournalSeen } from './day-closing-cover.ts';
import { acceptedBy, parkedElsewhere, parkedKnown } from './day-closing-elsewhere.ts';

const DAY = plainDate('2026-11-23');
const MORNING = Date.UTC(2026, 10, 23, 4);
const HOUR = 3_600_000;
const seen = (journal: string, at: number, window: string | null = null): JournalSeen => ({
	journal: journal as JournalId,
	at,
	seq: 9,
	actor: `${journal}-staff` as StaffId,
	window
});
const shift = (journal: string, at: number, parked: number | null, date = DAY) =>
	({
		journal: journal as JournalId,
		date,
		at,
		by: `${journal}-closer` as StaffId,
		window: '1',
		open: parked === null ? null : { parked, discrepancies: 0 }
	}) as Closing;
const around = { own: ['mine' as JournalId], date: DAY, since: MORNING };

describe('what a day’s closing knows of other devices', () => {
	it('Z71 of a device that closed its shift that day what it told, by whom and as of when', () => {
		const shifts = [shift('w1', MORNING + HOUR, 9), shift('w1', MORNING + 8 * HOUR, 4)];
		expect(parkedElsewhere(shifts, [seen('w1', MORNING + 9 * HOUR)], around)).toEqual([
			{ journal: 'w1', window: '1', actor: 'w1-closer', at: MORNING + 8 * HOUR, parked: 4 }
		]);
	});

	it('Z71 of one that worked and told nothing that day: not known, as of its last record; never zero', () => {
		const yesterday = plainDate('2026-11-22');
		const shifts = [shift('w2', MORNING - 20 * HOUR, 3, yesterday), shift('w3', MORNING + HOUR, null)];
		const known = parkedElsewhere(
			shifts,
			[seen('w2', MORNING + HOUR, '2'), seen('w3', MORNING + 2 * HOUR, '3')],
			around
		);
		expect(known.map(({ window, parked }) => [window, parked])).toEqual([
			['2', null],
			['3', null]
		]);
	});

	it('Z71 the own device and those that did not work that day are not told; what is known is summed', () => {
		expect(parkedElsewhere([], [seen('mine', MORNING + HOUR), seen('old', MORNING - HOUR)], around)).toEqual([]);
		const [known] = parkedElsewhere([shift('w1', MORNING + HOUR, 4)], [seen('w1', MORNING + HOUR)], around);
		expect(parkedKnown(1, [known!, { ...known!, parked: null }])).toBe(5);
	});

	it('Z73 everybody who accepted is counted, the most first', () => {
		const story = aStory();
		for (const actor of ['b', 'a', 'b', 'c']) story.accepted({ actor });
		story.collected();
		expect(acceptedBy(story.facts)).toEqual([
			{ actor: 'b', count: 2 },
			{ actor: 'a', count: 1 },
			{ actor: 'c', count: 1 }
		]);
	});
});
