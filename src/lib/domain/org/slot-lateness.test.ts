import { describe, expect, it } from 'vitest';
import { plainDate } from '../time/plain-date.ts';
import { ALMATY, instantOf } from '../time/zone.ts';
import { minutesLate } from './slot-lateness.ts';

const DAY = plainDate('2026-11-27');
const at = (minutes: number) => instantOf(DAY, minutes, ALMATY);

describe('a round of the day', () => {
	it('D93 is late by the minutes after its slot, from the eleventh on, on screen and paper alike', () => {
		const late = (madeAt: number | null) => minutesLate({ minutes: 630, madeAt }, DAY);
		expect([late(null), late(at(620)), late(at(640)), late(at(641)), late(at(644))]).toEqual([0, 0, 0, 11, 14]);
	});
});
