import { describe, expect, it } from 'vitest';
import { collectionSheet } from './collection-sheet.ts';
import { journalSheet } from './journal-sheet.ts';
import { type PaperModel } from './paper-model.ts';
import { registerSheet } from './register-sheet.ts';
import { resultRegisterSheet } from './result-register-sheet.ts';
import {
	COLLECTION,
	JOURNAL,
	REGISTER,
	REGISTER_NUMBER,
	registerRows,
	RESULT_REGISTER
} from './testing/sample-inputs.ts';
import { paperText } from './testing/paper-text.ts';

const rowsOf = (model: PaperModel) => model.blocks.flatMap((block) => (block.type === 'table' ? block.rows : []));
const partiesOf = (model: PaperModel) =>
	model.blocks.flatMap((block) => (block.type === 'signatures' ? block.parties : []));

describe('the register of a dispatch', () => {
	it('P11 lists every packet with number, date, person, service, counts, term and three boxes', () => {
		const [first] = rowsOf(registerSheet({ ...REGISTER, rows: registerRows(1) }));
		expect(first).toEqual([
			'1',
			'1000\u00a00700\u00a00010\u00a00008\n23.11.2026',
			'Оспанов Ержан Қайратұлы',
			'3',
			'2 / 3',
			'10.12.2026',
			{ boxes: 3 },
			{ empty: true }
		]);
	});

	it('P11 lists a packet known by its number only, and says that its counts are missing', () => {
		const model = registerSheet({ ...REGISTER, rows: registerRows(8, true) });
		expect(rowsOf(model)[7]).toMatchObject({ 2: { kk: 'Тек нөмірі белгілі' }, 3: '?', 4: '? / ?', 5: '—' });
		expect(paperText(model)).toContain('Барлығы: пакет 8 (сегіз), құжат 14 + ?, парақ 21 + ?');
	});

	it('P10 writes the count of packets in words too', () => {
		const text = paperText(registerSheet(REGISTER));
		expect(text).toContain('Барлығы: пакет 12 (он екі), құжат 24, парақ 36');
		expect(text).toContain('Итого: пакетов 12 (двенадцать), документов 24, листов 36');
	});

	it('P11 has places for the three who carry it, a seal, and packets that nobody listed', () => {
		const model = registerSheet(REGISTER);
		expect(partiesOf(model).map((party) => [party.role.kk, party.name, party.lines])).toEqual([
			['Тапсырушы тарап', 'Әлиева Г.Н.', ['signature', 'date-time']],
			['Курьер', null, ['name', 'signature', 'date-time']],
			['Қабылдаушы тарап', null, ['name', 'signature', 'date-time', 'seal']]
		]);
		const text = paperText(model);
		expect(text).toContain('Пломба / конверт №');
		expect(text).toContain('Артық немесе тізілімсіз пакеттер');
		expect(text).toContain('1 (кемінде · не менее: 2)');
		expect(model.codes.code128).toBe(REGISTER_NUMBER);
	});

	it('P11 writes the courier where one is named', () => {
		expect(partiesOf(registerSheet({ ...REGISTER, courier: 'Серіков Н.' }))[1]).toMatchObject({
			name: 'Серіков Н.',
			lines: ['signature', 'date-time']
		});
	});
});

describe('the register of results', () => {
	it('P12 names for each result its kind and its entry in the book', () => {
		const rows = rowsOf(resultRegisterSheet(RESULT_REGISTER));
		expect(rows[0]).toMatchObject({ 4: { kk: 'хабарлама', ru: 'уведомление' }, 5: '118\n04.12.2026', 6: '1' });
		expect(rows[2]).toMatchObject({ 4: { kk: 'дәлелді бас тарту', ru: 'мотивированный отказ' } });
		expect(paperText(resultRegisterSheet(RESULT_REGISTER))).toContain('Барлығы: нәтиже 6 (алты), парақ 6');
	});
});

describe('the collection sheet', () => {
	it('P13 is signed by the one who gives and the one who takes', () => {
		const model = collectionSheet(COLLECTION);
		expect(partiesOf(model).map((party) => [party.role.kk, party.name, party.lines])).toEqual([
			['Тапсырушы тарап', 'Сейітова А.М.', ['signature', 'date-time']],
			['Қабылдаушы тарап', 'Әлиева Г.Н.', ['signature', 'date-time']]
		]);
		expect(paperText(model)).toContain('10:30');
		expect(rowsOf(model)).toHaveLength(9);
	});

	it('P13 tells a round outside the slots by a dash', () => {
		expect(collectionSheet({ ...COLLECTION, slot: null }).blocks).toContainEqual(
			expect.objectContaining({ label: { kk: 'Жинау', ru: 'Сбор' }, value: '—' })
		);
	});
});

describe('the journal of registration', () => {
	it('P14 leaves in each row the place where the collector signs, or names who signed on the device', () => {
		const model = journalSheet(JOURNAL);
		const table = model.blocks.find((block) => block.type === 'table');
		expect(table?.columns.at(-1)?.label).toEqual({ kk: 'Журналға қол қою', ru: 'Подпись в журнале' });
		expect(rowsOf(model).map((row) => row.at(-1))).toEqual(['Әлиева Г.Н.', { empty: true }, { empty: true }]);
		expect(rowsOf(model)[1]?.[1]).toContain('23.11.2026, 09:12');
	});

	it('P14 names both days of a longer sheet', () => {
		expect(paperText(journalSheet({ ...JOURNAL, to: '2026-11-27' }))).toContain('23.11.2026 – 27.11.2026');
	});
});
