import { maskIin } from '../number/iin.ts';
import { describe, expect, it } from 'vitest';
import { formatNumber } from '../number/paper-number.ts';
import { type PaperModel } from './paper-model.ts';
import { resultLetter } from './result-letter.ts';
import { NUMBER, RESULT_NUMBER, RUN } from './testing/sample-inputs.ts';
import { NOTICE_LETTER, REFUSAL_LETTER } from './testing/sample-letters.ts';
import { paperText } from './testing/paper-text.ts';

const proseOf = ({ blocks }: PaperModel) => blocks.filter((block) => block.type === 'prose');
const partyOf = ({ blocks }: PaperModel) =>
	blocks.flatMap((block) => (block.type === 'signatures' ? block.parties : []))[0];

describe('the paper of a decision', () => {
	it('P29 goes by the number of the result and names the application beside it', () => {
		const model = resultLetter(NOTICE_LETTER);
		expect(model.number).toBe(RESULT_NUMBER);
		expect(model.codes).toEqual({ code128: RESULT_NUMBER });
		const text = paperText(model);
		expect(text).toContain(formatNumber(RESULT_NUMBER));
		expect(text).toContain(`№ ${formatNumber(NUMBER)}, 23.11.2026`);
	});

	it('P29 is called what the regulation calls its result', () => {
		const titleOf = (kk: string, ru: string) =>
			resultLetter({ ...NOTICE_LETTER, outcome: { kind: 'notice', paper: { kk, ru } } }).title;
		expect(titleOf('Хабарлама', 'Уведомление')).toEqual({ kk: 'Хабарлама', ru: 'Уведомление' });
		expect(titleOf('Жолдама', 'Направление')).toEqual({ kk: 'Жолдама', ru: 'Направление' });
		expect(resultLetter(REFUSAL_LETTER).title).toEqual({ kk: 'Дәлелді бас тарту', ru: 'Мотивированный отказ' });
	});

	it.each([
		['kk', ['kk', 'ru']],
		['ru', ['ru', 'kk']]
	] as const)('P30 says everything in %s first and in the other language below', (language, order) => {
		const prose = proseOf(resultLetter({ ...REFUSAL_LETTER, language }));
		expect(prose.map(({ lang }) => lang)).toEqual(order);
		for (const { lang, parts } of prose) {
			expect(parts.slice(0, 2)).toEqual(REFUSAL_LETTER.text[lang]);
			expect(parts).toHaveLength(5);
		}
	});

	it('P31 prints the entry of the ledger, or leaves a line to write it on', () => {
		const label = { kk: 'Кітаптағы нөмірі мен күні', ru: 'Номер и дата по книге' };
		expect(resultLetter(NOTICE_LETTER).blocks).toContainEqual(
			expect.objectContaining({ type: 'field', label, value: '118, 04.12.2026' })
		);
		expect(resultLetter({ ...NOTICE_LETTER, ledger: null }).blocks).toContainEqual({ type: 'blank', label });
	});

	it('P32 gives every ground of a refusal with its explanation, stars an example and says how to appeal', () => {
		const [ru] = proseOf(resultLetter(REFUSAL_LETTER));
		expect(ru?.parts.slice(2)).toEqual([
			{
				points: [
					{
						name: 'Документы представлены не в полном объёме *',
						text: 'Не сданы сведения о составе семьи. О недостающем документе сообщено по телефону 25.11.2026.'
					},
					{
						name: 'Доход семьи выше установленного предела',
						text: 'Среднедушевой доход за расчётный квартал посчитан по сведениям, которые представила семья.'
					}
				]
			},
			'* – пример',
			'При несогласии с решением Вы вправе обжаловать его в порядке, установленном законодательством.'
		]);
	});

	it('P32 bears the mark of example data when a ground is an example', () => {
		expect(REFUSAL_LETTER.run.exampleData).toBe(true);
		const run = RUN;
		expect(paperText(resultLetter({ ...REFUSAL_LETTER, run }))).toContain('Мысал деректер');
		expect(paperText(resultLetter({ ...NOTICE_LETTER, run }))).not.toContain('Мысал деректер');
	});

	it('P32 has neither grounds nor appeal in a notice', () => {
		for (const { lang, parts } of proseOf(resultLetter(NOTICE_LETTER))) expect(parts).toEqual(NOTICE_LETTER.text[lang]);
	});

	it('P33 leaves the signature to the hand and says who acts for the head', () => {
		expect(partyOf(resultLetter(NOTICE_LETTER))).toEqual({
			role: { kk: 'Басшы', ru: 'Руководитель' },
			name: 'Әлиева Г.Н.',
			detail: null,
			lines: ['signature', 'seal']
		});
		expect(partyOf(resultLetter(REFUSAL_LETTER))?.role).toEqual({ kk: 'Басшының м.а.', ru: 'И.о. руководителя' });
		expect(partyOf(resultLetter({ ...NOTICE_LETTER, head: { name: '', acting: false } }))).toMatchObject({
			name: null,
			lines: ['name', 'signature', 'seal']
		});
	});

	it('P67 shows the IIN by its last digits, and none where there is none', () => {
		expect(paperText(resultLetter(NOTICE_LETTER))).toContain(`ЖСН · ИИН: ${maskIin('900101300017')}`);
		const without = resultLetter({ ...NOTICE_LETTER, applicant: { ...NOTICE_LETTER.applicant, iin: null } });
		expect(paperText(without)).not.toContain('ИИН');
		expect(JSON.stringify(resultLetter(NOTICE_LETTER))).not.toContain(NOTICE_LETTER.applicant.iin);
	});

	it('P33 names the executor with the phone to call', () => {
		expect(paperText(resultLetter(NOTICE_LETTER))).toContain('Тұрсынов Б.Қ., тел. 8(7252) 53-41-79');
		const nobody = resultLetter({ ...NOTICE_LETTER, executor: { name: '', phone: '' } });
		expect(paperText(nobody)).not.toContain('Орындаушы');
	});
});
