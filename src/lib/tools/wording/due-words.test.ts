import { afterEach, describe, expect, it } from 'vitest';
import { plainLaw } from '../../../../tests/support/plain-law.ts';
import { BODY_ORG, CENTER_ORG } from '../../../../tests/support/fact-drafts.ts';
import { dayWord, written } from '../../../../tests/support/law-facts.ts';
import { type LimitedRow } from '#lib/domain/control/limited-row.ts';
import { plainDate } from '#lib/domain/time/plain-date.ts';
import { ALMATY, instantOf } from '#lib/domain/time/zone.ts';
import { lawOf } from '#lib/law/law-of.ts';
import { dueWords, lateWords } from './due-words.ts';
import { lawHere } from '#lib/device/live/law.svelte.ts';

/** A number stays on the line of its unit. */
const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

const at = (date: string, hour: number, minute = 0) => instantOf(plainDate(date), hour * 60 + minute, ALMATY);
const row = (more: Partial<LimitedRow>): LimitedRow => ({
	regulation: 'child-benefit-under-18',
	center: CENTER_ORG,
	body: BODY_ORG,
	units: ['executor'],
	/** Friday, closing time. */
	due: at('2026-11-27', 18),
	...more
});
const friday = at('2026-11-27', 10);
const tuesday = at('2026-12-01', 10);

describe('a term in words', () => {
	afterEach(() => lawHere.take(plainLaw));

	it('T41 the moment it ends comes first, then what is left of it in working time', () => {
		expect(plain(dueWords(row({}), friday)?.text)).toBe('Мерзімі: бүгін, 18:00 · Қалды: 7 сағ');
		const far = row({ due: at('2026-12-01', 18) });
		expect(plain(dueWords(far, friday)?.text)).toBe(
			'Мерзімі: 01.12.2026 (сейсенбі), 18:00 · Қалды: 2 жұмыс күні 7 сағ'
		);
		expect(plain(dueWords(row({ due: at('2026-11-27', 10, 40) }), friday)?.text)).toBe(
			'Мерзімі: бүгін, 10:40 · Қалды: 40 мин'
		);
		expect(plain(dueWords(far, friday)?.short)).toBe('01.12.2026, 18:00 · Қалды: 2 жұмыс күні 7 сағ');
		expect(dueWords(row({ due: null }), friday)).toBeNull();
	});

	it('Z11 what is late says by how much working time, and nothing of it where none has passed', () => {
		expect(plain(dueWords(row({}), tuesday)?.text)).toBe(
			'Мерзімі: 27.11.2026 (жұма), 18:00 · Кешігу: 1 жұмыс күні 1 сағ'
		);
		expect(dueWords(row({}), at('2026-11-28', 12))?.left).toBe('Мерзімі өткен');
	});

	it('U43 what presses is told by shape, too: late, less than a working day, more', () => {
		expect([tuesday, friday, at('2026-11-20', 10)].map((now) => dueWords(row({}), now)?.kind)).toEqual([
			'late',
			'near',
			'wait'
		]);
	});

	it('Z11 the time is that of the org whose step it is', () => {
		const off = { draft: dayWord('2026-11-30', 'dayOff', BODY_ORG), at: at('2026-11-26', 10), org: BODY_ORG };
		lawHere.take(lawOf(written([off], 'a')));
		expect(plain(dueWords(row({}), tuesday)?.left)).toBe('Кешігу: 1 сағ');
		expect(plain(dueWords(row({ units: ['accumulationInspector'] }), tuesday)?.left)).not.toBe('Кешігу: 1 сағ');
	});

	it('Z11 a paper says it in both languages, and nothing while it is in time', () => {
		const { kk, ru } = lateWords(row({}), tuesday)!;
		expect([kk, ru].map(plain)).toEqual(['Кешігу: 1 жұмыс күні 1 сағ', 'Просрочка: 1 раб. дн. 1 ч']);
		expect(lateWords(row({}), friday)).toBeNull();
	});
});
