import { describe, expect, it } from 'vitest';
import { numbersEven, numbersRows, type NumbersAccount, papersEven, type PapersAccount } from './closing-balances.ts';
import { closingSheet } from './closing-sheet.ts';
import { type PaperModel, type TallyRow } from './paper-model.ts';
import { BODY_CLOSING, SHIFT_CLOSING } from './testing/sample-sheets.ts';
import { paperText } from './testing/paper-text.ts';

const linesOf = ({ blocks }: PaperModel) =>
	blocks.flatMap((block): readonly TallyRow[] => (block.type === 'tally' ? block.rows : []));
const sumsOf = (model: PaperModel) =>
	linesOf(model)
		.filter(({ label }) => label.kk === 'Салыстыру')
		.map(({ remark, sign }) => [sign, remark]);
const titlesOf = ({ blocks }: PaperModel) =>
	blocks.flatMap((block) => (block.type === 'heading' && block.level === 2 ? [block.text.kk] : []));
const EVEN = { kk: 'тең', ru: 'равно' };
const UNEVEN = { kk: 'тең емес', ru: 'не равно' };

const NUMBERS: NumbersAccount = {
	range: null,
	issued: 61,
	earlier: 0,
	saved: 61,
	sent: 58,
	waiting: 3,
	missing: [],
	annulled: [],
	reprints: 0,
	spoiled: 0,
	handwritten: 0
};
const PACKETS: PapersAccount = {
	paper: 'packet',
	at: 'window',
	start: 4,
	came: [{ way: 'accepted', count: 60 }],
	went: [{ way: 'collected', count: 62 }],
	left: 2
};

describe('the two accounts of a closing sheet', () => {
	it.each([
		['issued as saved, and each sent or waiting', {}, true],
		['a number without its record', { issued: 62 }, false],
		['a record without its number', { issued: 60 }, false],
		['a record neither sent nor waiting', { waiting: 2 }, false],
		['two faults that would cancel out', { issued: 60, waiting: 2 }, false]
	])('P39 numbers come out even only if all are equal: %s', (_name, change, even) => {
		expect(numbersEven({ ...NUMBERS, ...change })).toBe(even);
	});

	it('P39 spoiled copies are counted on the sheet where there are any', () => {
		const labels = (spoiled: number) => numbersRows({ ...NUMBERS, spoiled }).map(({ label }) => label);
		expect(labels(0)).not.toContainEqual({ kk: 'Бүлінген', ru: 'Испорчено' });
		expect(labels(2)).toContainEqual({ kk: 'Бүлінген', ru: 'Испорчено' });
	});

	it.each([
		['start and accepted as given and left', {}, true],
		['a packet too few', { left: 1 }, false],
		['a packet too many', { left: 3 }, false],
		['nothing at all', { start: 0, came: [], went: [], left: 0 }, true]
	])('P39 papers come out even only if all are accounted for: %s', (_name, change, even) => {
		expect(papersEven({ ...PACKETS, ...change })).toBe(even);
	});

	it('P39 each account ends with its sum written out and a sign of its own', () => {
		expect(sumsOf(closingSheet(SHIFT_CLOSING))).toEqual([
			['good', { label: EVEN, value: '61 = 61 = 58 + 3' }],
			['good', { label: EVEN, value: '4 + 60 = 62 + 2' }]
		]);
		expect(sumsOf(closingSheet(BODY_CLOSING))).toEqual([
			['bad', { label: UNEVEN, value: '12 ≠ 11 = 11 + 0' }],
			['bad', { label: UNEVEN, value: '31 + 12 + 24 ≠ 1 + 18 + 47' }],
			['good', { label: EVEN, value: '5 + 18 = 15 + 3 + 5' }]
		]);
	});

	it('P39 names the range of numbers and each annulled one with its reason', () => {
		const lines = linesOf(closingSheet(SHIFT_CLOSING));
		expect(lines).toContainEqual(expect.objectContaining({ value: '61', remark: '0001 – 0061' }));
		expect(lines).toContainEqual(
			expect.objectContaining({ value: '1', remark: { kk: '0023: қате', ru: '0023: ошибка ввода' } })
		);
	});
});

describe('numbers without a record', () => {
	const remarkOf = (numbers: Partial<NumbersAccount>) =>
		linesOf(closingSheet({ ...SHIFT_CLOSING, numbers: { ...NUMBERS, ...numbers } })).find(
			({ label }) => label.kk === 'Жазбасы келмеген нөмірлер'
		);
	const missing = [3, 4, 5, 9].map((serial) => ({ device: 7, serial }));

	it('Z55 stand on the sheet as ranges, with the device where there are several', () => {
		const range = { first: '0001', last: '0065' };
		expect(remarkOf({ issued: 65, range, missing })).toMatchObject({
			value: '4',
			remark: '0003 – 0005, 0009',
			sign: 'bad'
		});
		expect(remarkOf({ issued: 66, missing: [...missing, { device: 12, serial: 40 }] })).toMatchObject({
			value: '5',
			remark: '7: 0003 – 0005, 0009; 12: 0040'
		});
	});

	it('Z55 are all counted where only the first are listed, and leave no line where there are none', () => {
		expect(remarkOf({ issued: 161, missing })).toMatchObject({
			value: '100',
			remark: '7: 0003 – 0005, 0009; …'
		});
		expect(remarkOf({})).toBeUndefined();
	});
});

describe('what was typed at a closing', () => {
	const words = { text: 'Бір пакет сейфте қалды', keptAt: '1-сейф' };

	it('Z50 the sheet prints the explanation, with the name of whoever closed, and where packets are kept', () => {
		const text = paperText(closingSheet({ ...SHIFT_CLOSING, words }));
		expect(text).toContain('Бір пакет сейфте қалды (Сейітова А.М.)');
		expect(text).toContain('1-сейф');
		expect(closingSheet({ ...SHIFT_CLOSING, words }).blocks.some(({ type }) => type === 'blank')).toBe(true);
		expect(titlesOf(closingSheet({ ...SHIFT_CLOSING, words }))).toContain('6. Түсіндірмелер');
	});

	it('Z50 where nothing was typed, the place is written by hand', () => {
		const blanks = (model: PaperModel) => model.blocks.filter(({ type }) => type === 'blank').length;
		expect(blanks(closingSheet({ ...SHIFT_CLOSING, words }))).toBe(blanks(closingSheet(SHIFT_CLOSING)) - 1);
		expect(titlesOf(closingSheet(SHIFT_CLOSING)).some((title) => title.includes('Түсіндірмелер'))).toBe(false);
	});
});

describe('the sections of a closing sheet', () => {
	it('P40 stand in the order of the work, numbered, and only if there is something to say', () => {
		expect(titlesOf(closingSheet(SHIFT_CLOSING))).toEqual([
			'1. Нөмірлер',
			'2. Пакеттер',
			'3. Нәтижелер',
			'4. Ашық қалғандар',
			'5. Жинау мен жөнелту уақыттары',
			'6. Жабылатын журналдар'
		]);
		expect(titlesOf(closingSheet(BODY_CLOSING)).slice(3)).toEqual([
			'4. Ашық қалғандар',
			'5. Жинау мен жөнелту уақыттары',
			'6. Түсіндірмелер',
			'7. Кеш түскен жазбалар',
			'8. Әлі жазба келмеген құрылғылар',
			'9. Жабылатын журналдар'
		]);
		const bare = { numbers: null, papers: [], results: null, open: null, slots: [], covers: [] };
		expect(titlesOf(closingSheet({ ...SHIFT_CLOSING, ...bare }))).toEqual([]);
	});

	it('P40 asks where packets lie overnight and who takes over what is not sent, only if there are any', () => {
		const blanks = (model: PaperModel) =>
			model.blocks.flatMap((block) => (block.type === 'blank' ? [block.label.kk] : []));
		expect(blanks(closingSheet(SHIFT_CLOSING))).toEqual(['Сақтау орны, сейф №', 'Жіберілмегенін қабылдаған']);
		const numbers = { ...NUMBERS, sent: 61, waiting: 0 };
		const papers = [{ ...PACKETS, went: [{ way: 'collected' as const, count: 64 }], left: 0 }];
		expect(blanks(closingSheet({ ...SHIFT_CLOSING, numbers, papers }))).toEqual([]);
	});

	it('P40 tells of each slot whether it was in time, late or missed, and why', () => {
		const slots = [...SHIFT_CLOSING.slots, ...BODY_CLOSING.slots];
		const lines = linesOf(closingSheet({ ...SHIFT_CLOSING, numbers: null, papers: [], open: null, slots }));
		expect(lines.map(({ label, value, sign, remark }) => [label.kk, value, sign, remark])).toEqual([
			['Жинау: 10:30', '10:32', 'good', { kk: 'уақытында', ru: 'вовремя' }],
			['Жинау: 13:30', '14:05', 'bad', 'кешігу 35 мин · задержка 35 мин. Жинақтау бөлімі кешікті'],
			['Жинау: 17:00', '17:00', 'good', { kk: 'уақытында', ru: 'вовремя' }],
			['Жөнелту: 16:00', '—', 'bad', 'өтпеді · не состоялось. Курьер келмеді']
		]);
	});
});

describe('the journals behind a closing sheet', () => {
	const text = paperText(closingSheet(BODY_CLOSING));

	it('P41 names each covered journal with the range of its facts', () => {
		expect(text).toContain('b3f1c9d2-7a54-4c1e-9d0b-52f6a1e7c344\n0ab1 c2d3 e4f5 6789\n№ 411 – 480\n70');
		expect(text).toContain('f27b6a3c-10c8-4d92-a7f5-91b0c4d8e265\n—\n№ 95 – 120\n26');
		expect(paperText(closingSheet(SHIFT_CLOSING))).toContain('W2, b3f1c9d2-7a54-4c1e-9d0b-52f6a1e7c344, № 1841 – 2117');
	});

	it('P41 tells what arrived late, for which day and on which applications', () => {
		expect(text).toContain('20.11.2026\nB3, Тұрсынов Б.Қ.\n3\n23.11.2026, 09:08');
	});

	it('P41 tells which devices have not answered yet, and since when', () => {
		expect(text).toContain('B4\nКим С.В.\n23.11.2026, 15:05');
		const silent = [{ device: 'B5', person: 'Ли А.', heardAt: null }];
		expect(paperText(closingSheet({ ...BODY_CLOSING, silent }))).toContain('B5\nЛи А.\n—');
	});

	it('P41 shows every explanation with its number and author', () => {
		expect(text).toContain('Пакет түспеді');
		expect(text).toContain('Орталықта қалған, ертең бірінші жөнелтумен келеді.\nТұрсынов Б.Қ.');
	});
});
