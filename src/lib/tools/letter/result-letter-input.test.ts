import { describe, expect, it } from 'vitest';
import { type DecisionKind } from '#lib/domain/application/application.ts';
import { type PaperModel } from '#lib/domain/documents/paper-model.ts';
import { resultLetter } from '#lib/domain/documents/result-letter.ts';
import { sampleFields, withOwnFields } from '#lib/domain/examination/own-fields.ts';
import { templateText } from '#lib/domain/examination/letter-template.ts';
import { type Letter } from '#lib/domain/fact/application-facts.ts';
import { type Regulation } from '#lib/domain/regulation/regulation.ts';
import { regulations } from '#lib/law/catalog.ts';
import { aStory, MORNING, RESULT } from '../../../../tests/support/a-story.ts';
import { letterFields } from '#lib/domain/examination/letter-fields.ts';
import { type LetterSurroundings, recordedLetter, resultLetterInputOf } from './result-letter-input.ts';

const body = {
	name: { kk: 'Шымкент бөлімі', ru: 'Отдел Шымкента' },
	address: 'Төлеби, 21',
	phones: ['8(7252) 53-41-77']
};
const around = (regulation: Regulation, more: Partial<LetterSurroundings> = {}): LetterSurroundings => ({
	body,
	regulation,
	head: { name: 'Тілеубаев Е.Ғ.', acting: false },
	executor: 'Петренко О.В.',
	copy: 1,
	reason: 'first',
	now: MORNING,
	...more
});
const accepted = (regulation: Regulation) => {
	const story = aStory();
	story.accepted({}, { regulation: { id: regulation.id, version: regulation.version } });
	return story.fold();
};
const ground = { kk: 'Толық емес', ru: 'Не в полном объёме', explanation: 'Анықтама жоқ', example: true as const };

/** The paper of one service with the text that its regulation begins with. */
function paperOf(regulation: Regulation, decision: DecisionKind, grounds: Letter['grounds'] = []): PaperModel {
	const application = accepted(regulation);
	const fields = letterFields(application, regulation, body.name)!;
	const own = regulation.letterFields ?? [];
	const text = withOwnFields(templateText(decision, regulation, fields), own, sampleFields(own));
	const letter = { ...text, grounds };
	return resultLetter(resultLetterInputOf(application, { decision, letter }, around(regulation)));
}
const proseOf = (paper: PaperModel) =>
	paper.blocks.flatMap((block) =>
		block.type === 'prose' ? [{ lang: block.lang, text: JSON.stringify(block.parts) }] : []
	);

describe('the paper of a decision', () => {
	it('U30 its heading is what the regulation calls its result; a refusal is called the same for all eight services', () => {
		expect(regulations.map((regulation) => paperOf(regulation, 'notice').title.ru)).toEqual([
			'Справка',
			'Направление',
			'Уведомление',
			'Уведомление',
			'Уведомление',
			'Уведомление',
			'Уведомление',
			'Уведомление'
		]);
		const refusals = regulations.map((regulation) => paperOf(regulation, 'refusal', [ground]).title);
		for (const title of refusals) expect(title).toEqual({ kk: 'Дәлелді бас тарту', ru: 'Мотивированный отказ' });
	});

	it('U30 every service has both texts, with no field left open', () => {
		for (const regulation of regulations) {
			for (const decision of ['notice', 'refusal'] as const) {
				const texts = proseOf(paperOf(regulation, decision, decision === 'refusal' ? [ground] : []));
				expect(texts.map(({ lang }) => lang)).toEqual(['kk', 'ru']);
				for (const { text } of texts) expect(text).not.toMatch(/\{[a-zA-Z]+\}/);
			}
		}
	});

	it('U31 it goes by the number of the result and names application, service, head and executor', () => {
		const paper = paperOf(regulations[2]!, 'notice');
		expect(paper).toMatchObject({ kind: 'result-letter', number: RESULT, codes: { code128: RESULT } });
		const all = JSON.stringify(paper.blocks);
		for (const word of ['Оспанов Ержан Қайратұлы', 'Тілеубаев Е.Ғ.', 'Петренко О.В.', regulations[2]!.name.kk])
			expect(all).toContain(word);
	});

	it('U32 a ground is explained in both languages; one explanation stands in both texts where there is no other', () => {
		const [kk, ru] = proseOf(
			paperOf(regulations[3]!, 'refusal', [
				ground,
				{ ...ground, explanation: 'Мерзімі өткен', explanationRu: 'Истёк срок' }
			])
		);
		expect(kk?.text).toContain('Мерзімі өткен');
		expect(kk?.text).not.toContain('Истёк срок');
		expect(ru?.text).toContain('Истёк срок');
		expect(ru?.text).toContain('Анықтама жоқ');
	});

	it('U33 a text that is still the example says so on the paper, one that was written anew does not', () => {
		const [regulation] = regulations;
		const application = accepted(regulation!);
		const example = (letter: Omit<Letter, 'grounds'>, decision: DecisionKind = 'notice') =>
			resultLetterInputOf(application, { decision, letter: { ...letter, grounds: [] } }, around(regulation!)).run
				.exampleData;
		const fields = letterFields(application, regulation!, body.name)!;
		const own = regulation!.letterFields ?? [];
		const template = withOwnFields(templateText('notice', regulation!, fields), own, sampleFields(own));
		expect(example(template)).toBe(true);
		expect(example({ kk: `${template.kk} `, ru: 'Иное' })).toBe(true);
		expect(example({ kk: 'Өзге', ru: 'Иное' })).toBe(false);
		expect(example({ kk: 'Өзге', ru: 'Иное' }, 'refusal')).toBe(true);
	});

	it('U33 a template with its source is no example, nor is a refusal whose appeal has one', () => {
		const [built] = regulations;
		const source = 'Стандарт, 16-тармақ';
		const letters = {
			notice: { kk: '{applicant}', ru: '{applicant}', source },
			refusal: { kk: 'Бас тарту', ru: 'Отказ', source },
			appeal: { kk: 'Шағым: {body}', ru: 'Жалоба: {body}', source }
		};
		const regulation = { ...built!, letters };
		const application = accepted(built!);
		const fields = letterFields(application, regulation, body.name)!;
		const input = (decision: DecisionKind) => {
			const letter = { ...templateText(decision, regulation, fields), grounds: [] };
			return resultLetterInputOf(application, { decision, letter }, around(regulation));
		};
		expect(input('notice').text.ru).toEqual(['Оспанов Ержан Қайратұлы']);
		expect(input('notice').run.exampleData).toBe(false);
		expect(input('refusal').run.exampleData).toBe(false);
		expect(input('refusal').outcome).toMatchObject({ appeal: { ru: 'Жалоба: Отдел Шымкента' } });
	});

	it('U34 the recorded letter is printed with its entry in the ledger, once there is one with a number', () => {
		const story = aStory();
		story.whole();
		const application = story.fold();
		const letter = { kk: 'Қаралды', ru: 'Рассмотрено', grounds: [] };
		const entered = (ledgerNumber: string | null) =>
			resultLetterInputOf(
				{ ...application, decision: { ...application.decision!, ledgerNumber } },
				{ decision: 'notice', letter },
				around(regulations[2]!)
			).ledger;
		expect(entered('118')).toEqual({ number: '118', date: '2026-11-23' });
		expect(entered(null)).toBeNull();
		expect(recordedLetter(application)).toBeNull();
		expect(recordedLetter({ ...application, decision: { ...application.decision!, letter } })).toEqual({
			decision: 'notice',
			letter
		});
	});

	it('U34 a further copy says which it is and why', () => {
		const { run } = resultLetterInputOf(
			accepted(regulations[2]!),
			{ decision: 'notice', letter: { kk: 'а', ru: 'б', grounds: [] } },
			around(regulations[2]!, { copy: 2, reason: 'amended' })
		);
		expect(run).toMatchObject({ copy: 2, reprintReason: { ru: 'данные изменены' } });
	});
});
