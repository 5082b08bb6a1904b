import { describe, expect, it } from 'vitest';
import { formatNumber } from '../number/paper-number.ts';
import { type Block, type FieldBlock, type PaperModel } from './paper-model.ts';
import { receipt } from './receipt.ts';
import { NUMBER, RECEIPT, RUN } from './testing/sample-inputs.ts';
import { paperText } from './testing/paper-text.ts';

const fieldsOf = ({ blocks }: PaperModel): readonly FieldBlock[] =>
	blocks
		.flatMap((block): readonly Block[] => (block.type === 'frame' ? block.blocks : [block]))
		.filter((block) => block.type === 'field');

describe('the receipt of a Center', () => {
	it('P1 names everything that paragraph 13 asks for', () => {
		const model = receipt(RECEIPT);
		const text = paperText(model);
		expect(text, 'number of the application').toContain(formatNumber(NUMBER));
		expect(text, 'date of acceptance').toContain('23.11.2026 (дүйсенбі · понедельник), 10:42');
		expect(text, 'kind of service, kk').toContain(RECEIPT.service.kk);
		expect(text, 'kind of service, ru').toContain(RECEIPT.service.ru);
		expect(text, 'number of documents and sheets').toContain('Құжат: 3. Парақ: 4');
		expect(text).toContain('Документов: 3. Листов: 4');
		expect(text, 'names of documents').toContain('Отбасы құрамы туралы мәліметтер');
		expect(text).toContain('Жеке куәлік');
		expect(text, 'inspector').toContain('Сейітова Айгүл Маратқызы');
		expect(text).toContain('Құжаттарды ресімдеуге өтінішті қабылдаған жауапты инспектор');
	});

	it('P1 lists every attached document in a row of its own with its kind and sheets', () => {
		const table = receipt(RECEIPT).blocks.find((block) => block.type === 'table');
		expect(table?.rows.map((row) => [row[0], row[2], row[3]])).toEqual([
			['1', 'көшірме · копия', '1'],
			['2', 'түпнұсқа · оригинал', '2'],
			['3', 'көшірме · копия', '1']
		]);
	});

	it('P2 shows no more of the IIN than its last four digits', () => {
		const text = paperText(receipt(RECEIPT));
		expect(text).toContain('ЖСН · ИИН: ••••\u00a0••••\u00a00017');
		expect(text.replace(/\s/gu, '')).not.toContain('900101');
	});

	it('P2 names the other document of a person without an IIN', () => {
		const applicant = { fullName: 'Ли Анна', iin: null, identityDocument: 'Паспорт · шетелдік · иностранец' };
		const text = paperText(receipt({ ...RECEIPT, applicant }));
		expect(text).toContain('Паспорт · шетелдік · иностранец');
		expect(text).not.toContain('ЖСН · ИИН');
	});

	it('P3 prints the due date, large, only if the regulation holds a total term', () => {
		const due = fieldsOf(receipt(RECEIPT)).find((field) => field.weight === 'due');
		expect(due).toMatchObject({ label: { kk: 'Нәтиже беру мерзімі' }, value: '10.12.2026 (бейсенбі · четверг)' });
		const without = receipt({ ...RECEIPT, dueOn: null });
		expect(fieldsOf(without).some((field) => field.weight === 'due')).toBe(false);
		expect(paperText(without)).not.toContain('мерзімі');
	});

	it('P4 marks an example with a star, which is explained below, and nothing else', () => {
		const text = paperText(receipt(RECEIPT));
		expect(text).toContain('Баланың туу туралы куәлігі *');
		expect(text).toContain('Свидетельство о рождении ребёнка *');
		expect(text).toContain('* – мысал');
		expect(text).not.toContain('Жеке куәлік *');
	});

	it('P4 tells of an acceptance without network, of example data and of training', () => {
		const run = { ...RUN, exampleData: true, training: true };
		const text = paperText(receipt({ ...RECEIPT, run }));
		for (const mark of ['Желісіз қабылданды', 'Мысал деректер', 'Үйрену режимі. Нөмірлер жарамсыз'])
			expect(text).toContain(mark);
		const plain = paperText(receipt({ ...RECEIPT, history: { acceptedOffline: false, amendment: null } }));
		for (const mark of ['Желісіз', 'Мысал деректер', 'Үйрену']) expect(plain).not.toContain(mark);
	});

	it('P4 says what was amended and when', () => {
		const amendment = { at: { date: '2026-11-24', minutes: 665 }, what: { kk: 'мекенжайы', ru: 'адрес' } };
		const text = paperText(receipt({ ...RECEIPT, history: { acceptedOffline: false, amendment } }));
		expect(text).toContain('Өзгертілді: 24.11.2026, 11:05. мекенжайы');
		expect(text).toContain('Изменено: 24.11.2026, 11:05. адрес');
	});

	it('P7 carries its number as Code 128 and number with hash as QR', () => {
		expect(receipt(RECEIPT).codes).toEqual({ code128: NUMBER, qr: `TRZ1:${NUMBER}:${RECEIPT.factHash}` });
	});

	it('P1 shows the representative with the basis', () => {
		const representative = {
			fullName: 'Ким Сергей Владимирович',
			kind: { kk: 'сенімхат', ru: 'доверенность' },
			basis: '№ 7'
		};
		expect(paperText(receipt({ ...RECEIPT, representative }))).toContain(
			'Ким Сергей Владимирович\nсенімхат · доверенность: № 7'
		);
	});
});
