import { describe, expect, it } from 'vitest';
import { formatNumber } from '../number/paper-number.ts';
import { talon } from './talon.ts';
import { RUN } from './testing/sample-inputs.ts';
import { TALON } from './testing/sample-letters.ts';
import { paperText } from './testing/paper-text.ts';

describe('the talon of a body', () => {
	it('P27 names registration, the planned day and who accepted, as paragraph 13 asks', () => {
		const text = paperText(talon(TALON));
		expect(text, 'registration').toContain('Тіркелген күні');
		expect(text).toContain('23.11.2026 (дүйсенбі · понедельник), 11:20');
		expect(text, 'who accepted').toContain('Құжаттарды қабылдаған адамның тегі мен аты-жөні');
		expect(text).toContain('Тұрсынов Б.Қ.');
		expect(text, 'number').toContain(formatNumber(TALON.number));
		expect(text, 'service').toContain(TALON.service.kk);
		expect(text).toContain(TALON.service.ru);
		expect(text, 'body').toContain('Шымкент қаласы, Төлеби көшесі, № 21 үй · тел. 8(7252) 53-41-77');
	});

	it('P27 counts documents and sheets and has a place to sign', () => {
		const { blocks } = talon(TALON);
		expect(blocks).toContainEqual(expect.objectContaining({ label: { kk: 'Құжат', ru: 'Документов' }, value: '4' }));
		expect(blocks).toContainEqual(expect.objectContaining({ label: { kk: 'Парақ', ru: 'Листов' }, value: '9' }));
		expect(blocks.find(({ type }) => type === 'signatures')).toMatchObject({ parties: [{ lines: ['signature'] }] });
	});

	it('P28 prints the day of receiving the service, large, only where a term is known', () => {
		const due = talon(TALON).blocks.find((block) => block.type === 'field' && block.weight === 'due');
		expect(due).toMatchObject({
			label: { kk: 'Мемлекеттік қызметті алатын күні' },
			value: '07.12.2026 (дүйсенбі · понедельник)'
		});
		expect(paperText(talon({ ...TALON, dueOn: null }))).not.toContain('алатын күні');
	});

	it('P7 carries its number as Code 128 and number with hash as QR', () => {
		expect(talon(TALON).codes).toEqual({ code128: TALON.number, qr: `TRZ1:${TALON.number}:${TALON.factHash}` });
	});

	it('P4 tells of an acceptance without network, of example data and of training', () => {
		const run = { ...RUN, exampleData: true, training: true };
		const text = paperText(talon({ ...TALON, run }));
		for (const mark of ['Желісіз қабылданды', 'Мысал деректер', 'Үйрену режимі. Нөмірлер жарамсыз'])
			expect(text).toContain(mark);
		expect(talon({ ...TALON, run }).training).toBe(true);
	});

	it('P5 says why it is printed again', () => {
		const reprintReason = { kk: 'принтер ақауы', ru: 'неисправность принтера' };
		expect(paperText(talon({ ...TALON, run: { ...RUN, copy: 2, reprintReason } }))).toContain(
			'2-дана. Қайта басылған. Себебі: принтер ақауы'
		);
	});
});
