import { describe, expect, it } from 'vitest';
import { type PaperModel } from '#lib/domain/documents/paper-model.ts';
import { packetLabel } from '#lib/domain/documents/packet-label.ts';
import { printJobs } from '#lib/domain/documents/print-jobs.ts';
import { type ReceiptDocument, receipt } from '#lib/domain/documents/receipt.ts';
import { resultLetter } from '#lib/domain/documents/result-letter.ts';
import {
	NAMES,
	NUMBER,
	PACKET_LABEL,
	RECEIPT,
	RESULT_NUMBER,
	RUN
} from '#lib/domain/documents/testing/sample-inputs.ts';
import { NOTICE_LETTER, REFUSAL_LETTER } from '#lib/domain/documents/testing/sample-letters.ts';
import { code128Svg, qrSvg } from './barcodes.ts';
import { PAGE_FORMATS } from './page-formats.ts';
import { pageEdges } from './page-foot.ts';
import { laterHeadHeight } from './page-head.ts';
import { makePdf, measure } from './testing/make-pdf.ts';
import { type PageOfPdf, readPages } from './testing/read-pages.ts';

const read = async (model: PaperModel) => readPages(await makePdf([model]));
const textOf = ({ pieces }: PageOfPdf) =>
	pieces
		.map(({ text }) => text)
		.join('')
		.replace(/\s/gu, '');
const SIGNED = 'Қолы·Подпись';

/** A paragraph of so many letters whose words are numbered. */
function paragraph(letters: number): { text: string; words: readonly string[] } {
	const words: string[] = [];
	for (let length = 0; length < letters; length += words.at(-1)!.length + 1) words.push(`сөз${words.length}тің`);
	return { text: words.join(' '), words };
}

describe('letters longer than a page', () => {
	it.each([700, 2_000, 2_750, 5_500, 12_000])(
		'P61 a last paragraph of %i letters is printed whole, its last lines with the signature',
		async (letters) => {
			const { text, words } = paragraph(letters);
			const pages = await read(
				resultLetter({ ...NOTICE_LETTER, language: 'ru', text: { ru: ['Решение.'], kk: [text] } })
			);
			const all = pages.map(textOf).join('');
			expect(words.filter((word) => !all.includes(word))).toEqual([]);
			const signed = pages.filter((page) => textOf(page).includes(SIGNED));
			expect(signed).toHaveLength(1);
			expect(textOf(signed[0]!)).toContain(words.at(-1));
			expect(textOf(signed[0]!)).toContain(words.at(-9));
		}
	);

	it('P61 the end of a long text is set in lines as full as the others', async () => {
		const { text } = paragraph(3_000);
		const pages = await read(
			resultLetter({ ...NOTICE_LETTER, language: 'ru', text: { ru: ['Решение.'], kk: [text] } })
		);
		const lines = pages.flatMap(({ pieces }) => pieces.filter((piece) => /^сөз\d+тің сөз/.test(piece.text)));
		const widths = lines.slice(0, -1).map(({ width }) => width);
		expect(Math.min(...widths)).toBeGreaterThan(0.85 * Math.max(...widths));
	});

	it('P61 a refusal whose grounds and appeal are long keeps every word and its signature', async () => {
		const { text, words } = paragraph(3_900);
		const grounds = [{ name: { kk: text, ru: text }, explanation: { kk: text, ru: text }, example: false }];
		const pages = await read(
			resultLetter({ ...REFUSAL_LETTER, outcome: { kind: 'refusal', grounds, appeal: { kk: text, ru: text } } })
		);
		const all = pages.map(textOf).join('');
		for (const word of words) expect(all.split(word).length, word).toBeGreaterThanOrEqual(7);
		expect(pages.filter((page) => textOf(page).includes(SIGNED))).toHaveLength(1);
	});

	it('P62 every page has the number, and each but the first begins with it and its bars', async () => {
		const letter = resultLetter({ ...REFUSAL_LETTER, text: { kk: [paragraph(9_000).text], ru: ['Решение.'] } });
		const pages = await read(letter);
		expect(pages.length).toBeGreaterThan(2);
		for (const page of pages) expect(textOf(page)).toContain(RESULT_NUMBER);
		for (const { pieces } of pages.slice(1)) {
			const top = pieces
				.filter(({ y }) => y < laterHeadHeight(letter) + PAGE_FORMATS.A4.margins[1])
				.map(({ text }) => text);
			expect(top.join('').replace(/\s/gu, '')).toContain(`№${RESULT_NUMBER}`);
		}
		const { header } = pageEdges(letter, PAGE_FORMATS.A4, measure);
		expect(header(1, 2)).toBeNull();
		expect(JSON.stringify(header(2, 2))).toContain(JSON.stringify(code128Svg(RESULT_NUMBER).svg));
	});
});

describe('the receipt on one page', () => {
	const NAMES_OF_DOCUMENTS: readonly ReceiptDocument['name'][] = [
		{ kk: 'Баланың туу туралы куәлігі', ru: 'Свидетельство о рождении ребёнка' },
		{
			kk: 'Мүгедектік туралы анықтама немесе жеке оңалту бағдарламасы',
			ru: 'Справка об инвалидности или индивидуальная программа реабилитации'
		},
		'Жеке куәліктің көшірмесі'
	];
	const documents = (count: number): readonly ReceiptDocument[] =>
		Array.from({ length: count }, (_, index) => ({
			name: NAMES_OF_DOCUMENTS[index % 3]!,
			form: index % 2 === 0 ? 'original' : 'copy',
			sheets: index + 1,
			example: index % 4 === 0
		}));
	const representative = { fullName: NAMES[1], kind: { kk: 'сенімхат', ru: 'доверенность' }, basis: '№ 7, 01.11.2026' };
	const run = { ...RUN, exampleData: true };

	it('P63 holds up to twelve documents, with a representative and all its marks', async () => {
		for (let count = 1; count <= 12; count++) {
			const pages = await read(receipt({ ...RECEIPT, documents: documents(count), representative, run }));
			expect(pages, `${count} documents`).toHaveLength(1);
			expect(textOf(pages[0]!)).toContain(SIGNED);
			expect(textOf(pages[0]!)).toContain(NUMBER);
		}
	});

	it('P63 goes on beyond them, its sums with the signature', async () => {
		for (const count of [16, 20, 30, 60]) {
			const pages = await read(receipt({ ...RECEIPT, documents: documents(count), representative, run }));
			const signed = pages.filter((page) => textOf(page).includes(SIGNED));
			expect(signed, `${count} documents`).toHaveLength(1);
			expect(textOf(signed[0]!)).toContain(`Құжат:${count}.`);
		}
	});

	it('P63 promises no terminal in a hall', () => {
		expect(JSON.stringify(receipt(RECEIPT))).not.toMatch(/терминал/u);
		expect(JSON.stringify(receipt(RECEIPT))).toContain(`тел. ${RECEIPT.center.phone}`);
	});
});

describe('a label on the sheet of its receipt', () => {
	it('H24 is cut off its foot: number and both codes on the last sheet, nothing of the receipt below the line', async () => {
		const label = packetLabel(PACKET_LABEL);
		const sheet = printJobs([receipt(RECEIPT), label], 'strip')[0]!.papers[0]!;
		const pages = await read(sheet);
		expect(pages).toHaveLength(1);
		const { pieces } = pages[0]!;
		const cut = pieces.find(({ text }) => text.includes('линия отреза'))!.y;
		const below = pieces.filter(({ y }) => y > cut + 1).map(({ text }) => text);
		expect(below.join(' ')).toContain('Балаларға жәрдемақы');
		expect(below.join(' ')).not.toContain('Экземпляр');
		expect(below.join('').replace(/\s/gu, '')).toContain(NUMBER);
		const { header, footer } = pageEdges(sheet, PAGE_FORMATS[sheet.format], measure);
		header(1, 1);
		const drawn = JSON.stringify(footer(1, 1));
		expect(drawn).toContain(JSON.stringify(code128Svg(NUMBER).svg));
		expect(drawn).toContain(JSON.stringify(qrSvg(label.codes.qr!, 15).svg));
	});

	it('H24 H23 stands at the foot of a sheet of its own where it is printed alone', async () => {
		const pages = await read(printJobs([packetLabel(PACKET_LABEL)], 'strip')[0]!.papers[0]!);
		expect(pages).toHaveLength(1);
		const words = pages[0]!.pieces.map(({ text }) => text).join(' ');
		expect(words).toContain('линия отреза');
		expect(words).toContain('Балаларға жәрдемақы');
	});
});
