import { describe, expect, it } from 'vitest';
import { formatNumber } from '../number/paper-number.ts';
import { ledgerSheet } from './ledger-sheet.ts';
import { morningSheet } from './morning-sheet.ts';
import { type PaperModel } from './paper-model.ts';
import { LEDGER, ledgerRows, MORNING, urgentRows } from './testing/sample-sheets.ts';
import { paperText } from './testing/paper-text.ts';

const rowsOf = (model: PaperModel) => model.blocks.flatMap((block) => (block.type === 'table' ? block.rows : []));

describe('a month of the ledger', () => {
	it('P37 tells of each entry its number and date, application, decision, executor, signatory and what became of it', () => {
		const [first, , waiting, refusal] = rowsOf(ledgerSheet(LEDGER));
		expect(first).toEqual([
			'118\n04.12.2026',
			`${formatNumber(LEDGER.rows[0]?.number ?? ledgerRows(1)[0]!.number)}\nОспанов Ержан Қайратұлы`,
			{ kk: 'Хабарлама', ru: 'Уведомление' },
			'Тұрсынов Б.Қ.',
			'Әлиева Г.Н.',
			{ kk: '05.12.2026\nОрталыққа жөнелтілді', ru: 'Отправлено в Центр' }
		]);
		expect(waiting?.at(-1)).toEqual({ kk: 'Беруге дайын', ru: 'Готово к выдаче' });
		expect(refusal?.[2]).toEqual({ kk: 'Дәлелді бас тарту', ru: 'Мотивированный отказ' });
	});

	it('P37 keeps the line of an entry that was struck out', () => {
		expect(rowsOf(ledgerSheet(LEDGER))[8]).toMatchObject({
			0: '126\n04.12.2026',
			5: { kk: '05.12.2026\nКүші жойылды', ru: 'Аннулировано' }
		});
	});

	it('P38 counts entries in words too, and a struck-out one as no decision', () => {
		const text = paperText(ledgerSheet(LEDGER));
		expect(text).toContain('Барлығы: жазба 12 (он екі). Хабарлама: 8. Дәлелді бас тарту: 3. Берілді: 4.');
		expect(text).toContain('Итого: записей 12 (двенадцать). Уведомление: 8. Мотивированный отказ: 3. Выдано: 4.');
		expect(text).toContain('Күші жойылды: 1');
	});

	it('P38 is signed by who keeps it', () => {
		expect(ledgerSheet(LEDGER).blocks).toContainEqual({
			type: 'signatures',
			parties: [
				{
					role: { kk: 'Кеңсе қызметкері', ru: 'Сотрудник канцелярии' },
					name: 'Тұрсынов Б.Қ.',
					detail: null,
					lines: ['signature', 'date-time']
				}
			]
		});
	});
});

describe('the morning sheet of a head', () => {
	it('Z51 where the next working day is not tomorrow, the morning sheet writes its date out', () => {
		expect(paperText(morningSheet(MORNING))).toContain('Мерзімі ертең');
		const friday = paperText(morningSheet({ ...MORNING, nextDay: '2026-11-30' }));
		expect(friday).toContain('Мерзімі: 30.11.2026');
		expect(friday).not.toContain('ертең');
	});

	it('P42 begins with what is late now, today and tomorrow, summed over the steps below', () => {
		const figures = morningSheet(MORNING).blocks.find((block) => block.type === 'figures');
		expect(figures?.figures.map(({ label, value }) => [label.kk, value])).toEqual([
			['Мерзімі өткен', '4'],
			['Мерзімі бүгін', '15'],
			['Мерзімі ертең', '8']
		]);
	});

	it('P42 says at whose step it is late, the most first, and nothing where nothing is late', () => {
		expect(paperText(morningSheet(MORNING))).toContain(
			'Мерзімі өткен қадам. Жауапты орындаушы: 2, Кеңсе қызметкері: 1, Басшы: 1'
		);
		const steps = MORNING.steps.map((step) => ({ ...step, late: 0 }));
		expect(paperText(morningSheet({ ...MORNING, steps }))).not.toContain('Мерзімі өткен қадам');
	});

	it('P42 adds up what is late at two steps of one unit', () => {
		const steps = MORNING.steps.map((step) => ({ ...step, late: step.unit.kk === 'Басшы' ? 3 : 0 }));
		expect(paperText(morningSheet({ ...MORNING, steps }))).toContain('Мерзімі өткен қадам. Басшы: 6');
	});

	it('P43 lists the most urgent with number, name, service, holder, step and due time', () => {
		const [first] = rowsOf(morningSheet({ ...MORNING, steps: [] }));
		expect(first).toEqual([
			`${formatNumber(urgentRows(1)[0]!.number)}\nОспанов Ержан Қайратұлы`,
			'3',
			{ kk: 'Тұрсынов Б.Қ.\nҚарау', ru: 'Рассмотрение' },
			{ kk: '23.11.2026, 10:00\nКешігу: 2 жұмыс күні', ru: 'Просрочка: 2 раб. дн.' }
		]);
	});

	it('P66 names as many as a page of 9 pt holds, and counts the others by step', () => {
		const sheet = morningSheet({ ...MORNING, steps: MORNING.steps.slice(0, 3), urgent: urgentRows(60) });
		const named = sheet.blocks.flatMap((block) => (block.type === 'table' ? [block.rows.length] : [])).at(-1)!;
		expect(named).toBeGreaterThanOrEqual(10);
		const unlisted = [{ step: { kk: 'Тіркеу', ru: 'Регистрация' }, count: 7 }];
		const text = paperText(morningSheet({ ...MORNING, urgent: urgentRows(60), unlisted }));
		const [, all, list = ''] = /Бұл тізімге сыймағаны: (\d+)\. (.*)/u.exec(text) ?? [];
		const counts = list.split(', ').map((one) => Number(one.split(': ')[1]));
		expect(counts.reduce((sum, count) => sum + count, 0)).toBe(Number(all));
		expect(list).toContain('Тіркеу: 7');
		expect(text).toMatch(/В этот список не вошло: \d+\. .*Регистрация: 7/u);
	});

	it('P43 says how many the page had no room for', () => {
		const listed = rowsOf(morningSheet(MORNING)).length - MORNING.steps.length;
		expect(listed).toBeLessThan(MORNING.urgent.length);
		expect(paperText(morningSheet(MORNING))).toContain(`Бұл тізімге сыймағаны: ${MORNING.urgent.length - listed}`);
		expect(paperText(morningSheet({ ...MORNING, urgent: urgentRows(3) }))).not.toContain('сыймағаны');
	});
});
