import { describe, expect, it } from 'vitest';
import { acknowledgement } from '#lib/domain/documents/acknowledgement.ts';
import { badgeCards } from '#lib/domain/documents/badge-card.ts';
import { packetLabel } from '#lib/domain/documents/packet-label.ts';
import { receipt } from '#lib/domain/documents/receipt.ts';
import { registerSheet } from '#lib/domain/documents/register-sheet.ts';
import { ALL_PAPERS } from '#lib/domain/documents/testing/all-papers.ts';
import {
	ACKNOWLEDGEMENT,
	BADGE,
	NAMES,
	NUMBER,
	PACKET_LABEL,
	RECEIPT,
	REGISTER,
	registerRows,
	RUN
} from '#lib/domain/documents/testing/sample-inputs.ts';
import { directory, regulations } from '#lib/law/catalog.ts';
import { MM } from './page-formats.ts';
import { makePdf } from './testing/make-pdf.ts';
import { readPdf } from './testing/read-pdf.ts';

const bare = (text: string) => text.replace(/\s/gu, '');
const read = async (...models: Parameters<typeof makePdf>[0]) => readPdf(await makePdf(models));

describe('the finished PDF', () => {
	it('P23 holds every field of paragraph 13 and all nine letters', async () => {
		const applicant = { ...RECEIPT.applicant, fullName: 'Ыңғайбаев Һәкім Іңкәрұлы, Әбдірах ҒҚҢӨҰҮҺІ ғқңөұүһі' };
		const [page] = await read(receipt({ ...RECEIPT, applicant }));
		const fields = [
			NUMBER,
			'23.11.2026(дүйсенбі·понедельник),10:42',
			applicant.fullName,
			RECEIPT.service.kk,
			RECEIPT.service.ru,
			'Құжат:3.Парақ:4',
			'Баланың туу туралы куәлігі *',
			'Отбасы құрамы туралы мәліметтер',
			'Жеке куәлік',
			RECEIPT.inspector.fullName,
			'10.12.2026(бейсенбі·четверг)'
		];
		for (const field of fields) expect(page?.text).toContain(bare(field));
		expect(page?.text).not.toContain('\ufffd');
	});

	it('P70 badges are cards on a sheet with office, name and number; their digits stand nowhere but in the QR', async () => {
		const [page, ...more] = await read(badgeCards([BADGE]));
		expect(more).toEqual([]);
		for (const part of [BADGE.fullName, BADGE.office.kk, BADGE.office.ru, 'Нөмірі 107', 'Номер 107'])
			expect(page?.text).toContain(bare(part));
		expect(page?.text).not.toContain(BADGE.digits.slice(0, 8));
	});

	it('P70 of many badges each stands whole, four on a sheet', async () => {
		const cards = NAMES.map((fullName, place) => ({ ...BADGE, fullName, staffNumber: String(201 + place) }));
		const pages = await read(badgeCards(cards));
		expect(pages).toHaveLength(2);
		expect(pages.map(({ text }) => text.match(/Нөмірі20\d/g)?.length)).toEqual([4, 2]);
	});

	it('P21 puts a receipt and its labels into one file, each on a page of its own size', async () => {
		const pages = await read(receipt(RECEIPT), packetLabel(PACKET_LABEL));
		expect(pages.map(({ width, height }) => [Math.round(width / MM), Math.round(height / MM)])).toEqual([
			[210, 297],
			[58, 40]
		]);
	});

	it.each(['Балаларға жәрдемақы', 'Жеке көмекші, ымдау тілі маманы', 'Ж'.repeat(80)])(
		'P21 keeps the label of «%s» on one sticker',
		async (serviceName) => {
			const input = { ...PACKET_LABEL, serviceName, bodyName: 'Шымкент қаласының бөлімі' };
			expect(await read(packetLabel(input))).toHaveLength(1);
		}
	);

	it('P21 keeps the longest usual acknowledgement on one page', async () => {
		const refusal = acknowledgement({
			...ACKNOWLEDGEMENT,
			result: { ...ACKNOWLEDGEMENT.result, kind: 'refusal' },
			recipient: { as: 'proxy', fullName: NAMES[1], proxyNumber: '4455', proxyDate: '2026-11-01' },
			run: { ...RUN, copy: 2, reprintReason: { kk: 'принтер ақауы', ru: 'неисправность принтера' } }
		});
		expect(await read(refusal)).toHaveLength(1);
	});

	it('U66 keeps the fullest acknowledgement of a refusal at any body on one page of A5', async () => {
		const [longest] = regulations
			.map(({ workingName }) => workingName)
			.sort((a, b) => b.kk.length + b.ru.length - a.kk.length - a.ru.length);
		for (const { name, address, phones } of directory.bodies) {
			const pages = await read(
				acknowledgement({
					...ACKNOWLEDGEMENT,
					body: { name, address, phone: phones[0] ?? '' },
					serviceName: longest!,
					result: { ...ACKNOWLEDGEMENT.result, kind: 'refusal', bookNumber: '2026/10345', sheets: 12 },
					applicant: NAMES[1],
					signer: NAMES[3],
					recipient: { as: 'proxy', fullName: NAMES[1], proxyNumber: '2026-004455', proxyDate: '2026-11-01' },
					run: { ...RUN, copy: 2, reprintReason: { kk: 'принтер ақауы', ru: 'неисправность принтера' } }
				})
			);
			expect(pages, name.kk).toHaveLength(1);
			expect(Math.round((pages[0]?.height ?? 0) / MM)).toBe(148);
			expect(pages[0]?.text).toContain(bare(`За получателя расписывается: ${NAMES[3]}`));
		}
	});

	it('P48 the sums of a register stand on the page that is signed', async () => {
		for (const count of [1, 2, 5, 9, 10, 11, 12]) {
			const pages = await read(registerSheet({ ...REGISTER, rows: registerRows(count) }));
			const signed = pages.filter(({ text }) => bare(text).includes(bare('Қолы · Подпись')));
			expect(signed, `${count} rows`).toHaveLength(1);
			expect(bare(signed[0]!.text), `${count} rows`).toContain(bare(`Барлығы: пакет ${count}`));
			if (count === 1) expect(pages).toHaveLength(1);
		}
	});

	it('P22 counts the pages of each paper by itself and repeats the heads of the table', async () => {
		const long = registerSheet({ ...REGISTER, rows: registerRows(40) });
		const pages = await read(receipt(RECEIPT), long);
		const registerPages = pages.slice(1);
		expect(pages[0]?.text).toContain('Бет:1,барлығы:1');
		expect(registerPages.length).toBeGreaterThan(2);
		registerPages.forEach(({ text }, index) => {
			expect(text).toContain(`Бет:${index + 1},барлығы:${registerPages.length}`);
		});
		const withRows = registerPages.filter(({ text }) => /1000070\d{9}/.test(text));
		expect(withRows.length).toBeGreaterThan(2);
		for (const { text } of withRows) expect(text).toContain('Р/с№');
		const all = registerPages.map(({ text }) => text).join('');
		for (const { number } of registerRows(40)) expect(all).toContain(number);
	});

	it('P25 crosses a paper of the training mode with a watermark, and no other', async () => {
		const [training] = await read(receipt({ ...RECEIPT, run: { ...RUN, training: true } }));
		expect(training?.text).toContain('ҮЙРЕНУ·УЧЕБНЫЙ');
		const [real] = await read(receipt(RECEIPT));
		expect(real?.text).not.toContain('ҮЙРЕНУ·УЧЕБНЫЙ');
	});

	it.each(Object.values(ALL_PAPERS))('P18 leaves no letter of $kind without its sign', async (model) => {
		for (const { text } of await read(model)) {
			expect(text.length).toBeGreaterThan(0);
			expect(text).not.toContain('\ufffd');
			expect(text).not.toContain('\u0000');
		}
	});
});
