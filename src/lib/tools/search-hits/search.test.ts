import { describe, expect, it } from 'vitest';
import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { backwards, nameWords } from '#lib/domain/search/search-keys.ts';
import { plainDate } from '#lib/domain/time/plain-date.ts';
import { MemoryReader } from '#lib/journal/memory-reader.ts';
import { emptyTables } from '#lib/journal/memory-tables.ts';
import { readSearch } from '#lib/domain/search/search-query.ts';
import { runSearch } from './search-run.ts';

const TODAY = plainDate('2026-11-23');
const NOON = Date.UTC(2026, 10, 23, 7, 0);

function row(number: string, name: string, iin: string, acceptedAt = NOON): ApplicationSummary {
	const keys = [`end:${backwards(number)}`, `iin:${iin}`, ...nameWords(name).map((word) => `name:${word}`)];
	return { number, name, iin, acceptedAt, keys } as unknown as ApplicationSummary;
}

const OSPANOV = row('1000070004273149', 'Оспанов Қайрат Ержанұлы', '900101300017', NOON);
const OSPANOVA = row('1000070004373188', 'Оспанова Гүлнар', '850505400021', NOON + 1000);
const LI = row('1000080000155501', 'Ли Анна', '731212400034', NOON - 86_400_000);

async function found(text: string, rows = [OSPANOV, OSPANOVA, LI], most?: number) {
	const tables = emptyTables<ApplicationSummary, { number: string }>();
	for (const one of rows) tables.applications.set(one.number, one);
	const answer = await runSearch(new MemoryReader(tables), readSearch(text, TODAY), most);
	return { ...answer, numbers: answer.hits.map((hit) => hit.row.number) };
}

describe('search by one field', () => {
	it('Q1 a whole number finds its application, with or without gaps', async () => {
		expect((await found('1000 0700 0427 3149')).numbers).toEqual([OSPANOV.number]);
		expect((await found(LI.number)).numbers).toEqual([LI.number]);
	});

	it('Q1 the last four digits are enough, and so is the beginning', async () => {
		expect((await found('3149')).numbers).toEqual([OSPANOV.number]);
		expect((await found('0437 3188')).numbers).toEqual([OSPANOVA.number]);
		expect((await found('100007')).numbers).toEqual([OSPANOVA.number, OSPANOV.number]);
	});

	it('Q2 an IIN finds all applications of its person', async () => {
		const second = row('1000090000100001', 'Оспанов Қайрат', OSPANOV.iin!, NOON + 5000);
		expect((await found(OSPANOV.iin!, [OSPANOV, OSPANOVA, second])).numbers).toEqual([second.number, OSPANOV.number]);
	});

	it('Q3 a name is found by the beginning of its words in any order', async () => {
		expect((await found('оспан')).numbers).toEqual([OSPANOVA.number, OSPANOV.number]);
		expect((await found('қайрат оспанов')).numbers).toEqual([OSPANOV.number]);
		expect((await found('ли')).numbers).toEqual([LI.number]);
	});

	it('Q3 a name typed on a Russian layout is found and told as similar', async () => {
		const { hits } = await found('кайрат');
		expect(hits.map(({ row, loose }) => [row.number, loose])).toEqual([[OSPANOV.number, true]]);
		expect((await found('қайрат')).hits[0]?.loose).toBe(false);
	});

	it('Q3 a Latin look-alike inside a Cyrillic word does not hide the name', async () => {
		expect((await found('Оcпанов Қ')).numbers).toEqual([OSPANOV.number]);
	});

	it('Q4 a date finds what was accepted on that day', async () => {
		expect((await found('23.11.2026')).numbers).toEqual([OSPANOVA.number, OSPANOV.number]);
		expect((await found('22.11')).numbers).toEqual([LI.number]);
		expect(readSearch('31.02.2026', TODAY).kind).not.toBe('date');
	});

	it('Q5 too little to go by asks nothing; too much is cut and told', async () => {
		expect(readSearch('314', TODAY).kind).toBe('tooShort');
		expect(readSearch('  ', TODAY).kind).toBe('empty');
		const cut = await found('оспан', undefined, 1);
		expect([cut.numbers.length, cut.more]).toEqual([1, true]);
		expect((await found('оспан', undefined, 2)).more).toBe(false);
	});
});
