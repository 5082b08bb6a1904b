import { describe, expect, it } from 'vitest';
import { closingSheet } from '#lib/domain/documents/closing-sheet.ts';
import { ledgerSheet } from '#lib/domain/documents/ledger-sheet.ts';
import { morningSheet } from '#lib/domain/documents/morning-sheet.ts';
import { type PaperModel } from '#lib/domain/documents/paper-model.ts';
import { resultLetter } from '#lib/domain/documents/result-letter.ts';
import { talon } from '#lib/domain/documents/talon.ts';
import { NAMES, RESULT_NUMBER, RUN } from '#lib/domain/documents/testing/sample-inputs.ts';
import { letterText, NOTICE_LETTER, REFUSAL_LETTER, TALON } from '#lib/domain/documents/testing/sample-letters.ts';
import { LEDGER, ledgerRows, MORNING, SHIFT_CLOSING, urgentRows } from '#lib/domain/documents/testing/sample-sheets.ts';
import { MM } from './page-formats.ts';
import { makePdf } from './testing/make-pdf.ts';
import { readPdf } from './testing/read-pdf.ts';

const bare = (text: string) => text.replace(/\s/gu, '');
const read = async (model: PaperModel) => readPdf(await makePdf([model]));
const textOf = async (model: PaperModel) => (await read(model)).map(({ text }) => text).join('');

describe('the papers of a body as PDF', () => {
	it('P44 a talon is one piece of the roll that ends with its copy and time', async () => {
		const pages = await read(talon({ ...TALON, run: { ...RUN, training: true } }));
		expect(pages).toHaveLength(1);
		expect(Math.round((pages[0]?.width ?? 0) / MM)).toBe(80);
		expect((pages[0]?.height ?? 0) / MM).toBeLessThan(300);
		expect(pages[0]?.text).toContain('ҮЙРЕНУ·УЧЕБНЫЙ');
		expect(pages[0]?.text).toContain(bare('Тұрсынов Б.Қ.'));
		expect(pages[0]?.text).toContain(bare('Басылған уақыты · Напечатано: 23.11.2026, 10:43'));
	});

	it.each(['notice', 'certificate', 'referral'] as const)('P45 a usual %s is one page', async (kind) => {
		expect(await read(resultLetter({ ...NOTICE_LETTER, text: letterText(kind) }))).toHaveLength(1);
	});

	it('P45 a long letter goes on over pages, loses no word and bears its number on each', async () => {
		const paragraphs = Array.from(
			{ length: 30 },
			(_, index) => `Абзац № ${index + 1}. ${'слово за словом '.repeat(12)}`
		);
		const pages = await read(resultLetter({ ...REFUSAL_LETTER, text: { kk: paragraphs, ru: paragraphs } }));
		expect(pages.length).toBeGreaterThan(2);
		for (const { text } of pages) expect(text).toContain(RESULT_NUMBER);
		const all = pages.map(({ text }) => text).join('');
		for (let index = 1; index <= 30; index++) expect(all.split(`Абзац№${index}.`)).toHaveLength(3);
		expect(pages.at(-1)?.text).toContain(bare('И.о. руководителя'));
	});

	it('U60 the place to sign stands on a page with the end of the text, however long the text is', async () => {
		const end = 'Соңғы сөйлем осы жерде тұр.';
		for (const length of [8, 10, 12, 14, 16, 18]) {
			const ru = Array.from({ length }, (_, index) => `Абзац ${index + 1}. ${'слово за словом '.repeat(6)}`);
			const pages = await read(resultLetter({ ...NOTICE_LETTER, language: 'ru', text: { ru, kk: [end] } }));
			const signed = pages.filter(({ text }) => text.includes(bare('Қолы · Подпись')));
			expect(signed, `${length}`).toHaveLength(1);
			expect(signed[0]?.text, `${length}`).toContain(bare(end));
		}
	});

	it('P45 sets the text of the applicant above the other', async () => {
		const [kk, ru] = ['бас тарту туралы шешім', 'о мотивированном отказе'].map(bare) as [string, string];
		const russian = await textOf(resultLetter(REFUSAL_LETTER));
		expect(russian.indexOf(ru)).toBeLessThan(russian.indexOf(kk));
		const kazakh = await textOf(resultLetter({ ...REFUSAL_LETTER, language: 'kk' }));
		expect(kazakh.indexOf(kk)).toBeLessThan(kazakh.indexOf(ru));
	});

	it('P22 a long ledger repeats its heads and lists every entry once', async () => {
		const pages = await read(ledgerSheet({ ...LEDGER, rows: ledgerRows(60) }));
		const withRows = pages.filter(({ text }) => /1000070\d{9}/.test(text));
		expect(withRows.length).toBeGreaterThan(3);
		for (const { text } of withRows) expect(text).toContain(bare('Кітаптағы нөмірі мен күні'));
		const all = pages.map(({ text }) => text).join('');
		for (const { number } of ledgerRows(60)) expect(all.split(number)).toHaveLength(2);
	});

	it('P46 a usual shift closes on one page, with both sums and the places to sign', async () => {
		const pages = await read(closingSheet(SHIFT_CLOSING));
		expect(pages).toHaveLength(1);
		expect(pages[0]?.text).toContain('61=61=58+3');
		expect(pages[0]?.text).toContain('4+60=62+2');
		expect(pages[0]?.text).toContain(bare('Орталық басшысы'));
	});

	it.each([0, 3, 6, 9])(
		'P47 the morning sheet stays on one page with %i steps, long names and all of them late',
		async (count) => {
			const long = MORNING.steps[2];
			const steps = Array.from({ length: count }, (_, index) => MORNING.steps[index] ?? long).filter((step) => !!step);
			const urgent = urgentRows(40).map((row) => ({
				...row,
				applicant: NAMES[1],
				lateness: { kk: 'Кешігу: 12 жұмыс күні', ru: 'Просрочка: 12 раб. дн.' }
			}));
			const run = { ...RUN, training: true, exampleData: true };
			expect(await read(morningSheet({ ...MORNING, steps, urgent }))).toHaveLength(1);
			const unit = { kk: 'Жинақтау бөлімінің инспекторы', ru: 'Инспектор накопительного отдела' };
			const byUnits = urgentRows(40).map((one) => ({ ...one, applicant: 'Ли А.', holder: unit, lateness: null }));
			expect(await read(morningSheet({ ...MORNING, steps, urgent: byUnits }))).toHaveLength(1);
			expect(await read(morningSheet({ ...MORNING, steps, urgent, run }))).toHaveLength(1);
		}
	);
});
