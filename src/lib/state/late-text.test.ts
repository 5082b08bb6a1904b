import { afterEach, describe, expect, it } from 'vitest';
import { BODY_ORG, CENTER_ORG } from '$tests/support/fact-drafts';
import { dayWord, written } from '$tests/support/law-facts';
import { type LimitedRow } from '$lib/domain/control/delay';
import { plainDate } from '$lib/domain/time/plain-date';
import { ALMATY, instantOf } from '$lib/domain/time/zone';
import { takeLaw } from '$lib/regulations/law-of';
import { lateText, lateWords } from './late-text';

const at = (date: string, hour: number) => instantOf(plainDate(date), hour * 60, ALMATY);
/** Friday, closing time. */
const due = at('2026-11-27', 18);
const row = (more: Partial<LimitedRow>): LimitedRow => ({
	regulation: 'child-benefit-under-18',
	next: 'drafted',
	center: CENTER_ORG,
	body: BODY_ORG,
	units: ['executor'],
	due,
	...more
});
const tuesday = at('2026-12-01', 10);

describe('what is late, in words', () => {
	afterEach(() => takeLaw([]));

	it('Z11 an examination is late by working days, a registration of an hour by hours', () => {
		expect(lateText(row({}), due, tuesday)).toBe('Кешігу: 2 жұмыс күні');
		expect(lateText(row({ next: 'registered', units: ['chancery'] }), due, tuesday)).toBe('Кешігу: 3 күн 16 сағ');
	});

	it('Z11 the days are those of the org whose step it is', () => {
		takeLaw(
			written([{ draft: dayWord('2026-11-30', 'dayOff', BODY_ORG), at: at('2026-11-26', 10), org: BODY_ORG }], 'a')
		);
		expect(lateText(row({}), due, tuesday)).toBe('Кешігу: 1 жұмыс күні');
		expect(lateText(row({ next: 'collected', units: ['accumulationInspector'] }), due, tuesday)).toBe(
			'Кешігу: 2 жұмыс күні'
		);
	});

	it('Z11 a paper says it in both languages', () => {
		expect(lateWords(row({}), due, tuesday)).toEqual({ kk: 'Кешігу: 2 жұмыс күні', ru: 'Просрочка: 2 раб. дн.' });
	});
});
