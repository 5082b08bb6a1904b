import { describe, expect, it } from 'vitest';
import { plainLaw } from '../../../../../tests/support/plain-law.ts';
import { paperText } from '#lib/domain/documents/testing/paper-text.ts';
import { editOf, type RegulationEdit } from '#lib/domain/regulation/regulation-edit.ts';
import { regulations } from '#lib/law/catalog.ts';
import { type ExampleLetter, exampleLetter } from './example-letter.ts';

const now = { date: '2026-11-23', minutes: 600 };
const benefit = regulations[2]!;
const { directory } = plainLaw;
const paperOf = (change: (edit: RegulationEdit) => void, more: Partial<ExampleLetter> = {}) => {
	const edit = editOf(benefit, now.date);
	change(edit);
	return exampleLetter({ regulation: benefit, edit, decision: 'notice', language: 'kk', now, directory, ...more });
};

describe('a template on paper, while it is being written', () => {
	it('G65 is filled for an example application, in both languages; every service has both papers', () => {
		for (const regulation of regulations) {
			for (const decision of ['notice', 'refusal'] as const) {
				const edit = editOf(regulation, now.date);
				const paper = exampleLetter({ regulation, edit, decision, language: 'ru', now, directory });
				expect(paperText(paper)).not.toMatch(/\{[a-z]+\}/);
				expect(paperText(paper)).toContain('Мысал деректер');
				expect(paper.training, 'its number is no number').toBe(true);
			}
		}
	});

	it('G65 shows what is typed, and a field that letters do not have as it stands', () => {
		const text = paperText(
			paperOf(({ letters }) => Object.assign(letters.notice, { ru: 'Кому: {applicant}\nСумма: {sum}', example: false }))
		);
		expect(text).toContain('Кому: Оспанов Ержан Қайратұлы');
		expect(text).toContain('Сумма: {sum}');
		expect(text).not.toContain('Мысал деректер');
	});

	it('G65 a refusal is on the first ground of the list and ends with how to appeal', () => {
		const change = ({ letters, refusalGrounds }: RegulationEdit) => {
			refusalGrounds[0]!.kk = 'Бірінші негіз';
			letters.appeal.kk = 'Шағым: {body}';
		};
		const text = paperText(paperOf(change, { decision: 'refusal' }));
		expect(text).toContain('Бірінші негіз *');
		expect(text).toMatch(/Шағым: \S+/);
		expect(text).not.toContain('{body}');
		expect(paperText(paperOf(({ refusalGrounds }) => refusalGrounds.splice(0), { decision: 'refusal' }))).toContain(
			'бас тарту'
		);
	});
});
