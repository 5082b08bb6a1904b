import { describe, expect, it } from 'vitest';
import { aStory } from '../../../../tests/support/a-story.ts';
import { PEOPLE, SEARCHES } from '../../../../tests/support/searches.ts';
import { type ApplicationSummary, summaryOf } from '#lib/domain/application/summary.ts';
import {
	type ApplicationNumber,
	formatNumber,
	makePaperNumber,
	resultNumberOf
} from '#lib/domain/number/paper-number.ts';
import { readSearch } from '#lib/domain/search/search-query.ts';
import { plainDate } from '#lib/domain/time/plain-date.ts';
import { MemoryReader } from '#lib/journal/memory-reader.ts';
import { emptyTables } from '#lib/journal/memory-tables.ts';
import { runSearch } from './search-run.ts';

const TODAY = plainDate('2026-11-29');
const numbers = PEOPLE.map((_, place) => makePaperNumber(1, 7, place + 1, 140));

const tables = emptyTables<ApplicationSummary, { number: string }>();
PEOPLE.forEach((details, place) => {
	const story = aStory();
	story.accepted();
	Object.assign(story.facts[0]!, { details });
	const number = numbers[place]!;
	tables.applications.set(number, { ...summaryOf(story.fold(), () => null), number });
});
const find = async (text: string) => {
	const answer = await runSearch(new MemoryReader(tables), readSearch(text, TODAY));
	return answer.hits.map(({ row }) => row.number);
};

describe('search as people write', () => {
	it.each(SEARCHES)('Q20 «%s» finds its person', async (typed, person) => {
		expect(await find(typed)).toEqual([numbers[person]]);
	});

	it('Q20 names of others are not found', async () => {
		for (const typed of ['Қайрат М.', 'Оспанов, Айгүл', 'Серік ұлы', 'AB998878', '8 701 123 45 68'])
			expect(await find(typed)).toEqual([]);
	});

	it('Q21 a number is read with № and words around it, out of our own QR code, and from the result’s paper', () => {
		const digitsOf = (text: string) => {
			const query = readSearch(text, TODAY);
			return query.kind === 'digits' ? query.number : query.kind;
		};
		const [number] = numbers;
		const printed = formatNumber(number!);
		for (const text of [
			`№ ${printed}`,
			`№${number}`,
			`N ${printed}`,
			`Өтініш нөмірі: ${printed}`,
			`TRZ1:${number}:0a1b2c`,
			`TRZ1:${number}:3:body-15:2026-11-29`,
			`http://localhost/application/${number}`,
			`${printed}, 29.11.2026`,
			formatNumber(resultNumberOf(number as ApplicationNumber))
		])
			expect(digitsOf(text), text).toBe(number);
		expect(digitsOf('№ 1404')).toBe('1404');
	});

	it.each([
		'29.11.26',
		'29.11.2026',
		'29.11.2026 ж.',
		'29.11.2026ж',
		'29.11.2026 г.',
		'29/11/2026',
		'29/11/26',
		'29-11-2026',
		'2026-11-29',
		'29. 11. 2026',
		'29.11.',
		'29.11.2026 (жексенбі)',
		'29.11.2026, 14:30',
		'29 қараша',
		'29 караша 2026',
		'29 ноября 2026 г.',
		'29 нояб. 2026',
		'2026 жылғы 29 қараша',
		'2026 ж. 29 қараша'
	])('Q22 «%s» is the day', (text) => expect(readSearch(text, TODAY)).toEqual({ kind: 'date', date: TODAY }));

	it('Q22 a month has its name in both languages', () => {
		const day = (text: string) => {
			const query = readSearch(text, TODAY);
			return query.kind === 'date' ? query.date : query.kind;
		};
		expect(['5 мая 2026', '5 мамыр 2026', '5 май 2026'].map(day)).toEqual(Array(3).fill('2026-05-05'));
		expect(['1 марта', '1 наурыз', '31 тамыз', '31 августа'].map(day)).toEqual([
			...['2026-03-01', '2026-03-01', '2026-08-31', '2026-08-31']
		]);
		expect(['31.02.2026', '5 Ким', '29.13.26'].map(day)).not.toContain('date');
	});
});
