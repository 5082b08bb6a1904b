import { describe, expect, it } from 'vitest';
import { aStory, BODY } from '#tests/support/a-story.ts';
import { type DecideContext } from '../application/context.ts';
import { type Command, decide } from '../application/decide.ts';
import { type FactId, type StaffId } from '../fact/ids.ts';
import { type RequiredDocument } from '../regulation/regulation.ts';
import { checklistLines, type Marks } from './checklist.ts';
import { type Gap, gapsOf, gapsOfDraft, reasonForGaps } from './gaps.ts';

const asked = (kk: string, ru: string): RequiredDocument => ({ kk, ru, defaultForm: 'copy', example: true });
const REQUIRED = [asked('Өтініш', 'Заявление'), asked('Жеке куәлік', 'Удостоверение личности')];
const LINES = checklistLines([], REQUIRED);
const NOTICE = { decision: 'notice' as const, grounds: [] };
const refusal = (explanation: string, explanationRu?: string) => ({
	decision: 'refusal' as const,
	grounds: [{ kk: 'Толық емес', ru: 'Не полно', explanation, ...(explanationRu ? { explanationRu } : {}) }]
});
const said = (gaps: readonly Gap[]) => gaps.map(({ key, why }) => `${key}: ${why}`);
const IN_PLACE: Marks = { Өтініш: 'present', 'Жеке куәлік': 'notNeeded' };

const EXECUTOR = 'staff-9' as StaffId;
const by = { org: BODY, role: 'executor' as const, actor: EXECUTOR };
const executor: DecideContext = { ...by, now: 0, newId: () => 'new' as FactId };
const letter = { kk: 'Қаралды', ru: 'Рассмотрено', grounds: [] };

function assignedStory() {
	const story = aStory();
	const registered = story.registered(story.arrived(story.dispatched(story.collected(story.accepted()))));
	return { story, assigned: story.assigned(registered) };
}
const send = (more: Partial<Extract<Command, { kind: 'draft' }>>): Command => ({
	kind: 'draft',
	decision: 'notice',
	letter,
	...more
});

describe('what a check of the packet leaves open for a letter', () => {
	it('U80 nothing where everything is in place or not needed', () => {
		expect(gapsOf(LINES, IN_PLACE, NOTICE)).toEqual([]);
		expect(gapsOf(LINES, IN_PLACE, refusal('Табысы артық'))).toEqual([]);
		expect(gapsOf([], {}, NOTICE)).toEqual([]);
	});

	it('U80 what nobody looked at comes first, for a notice and for a refusal', () => {
		const all = ['Өтініш: unchecked', 'Жеке куәлік: unchecked'];
		expect(said(gapsOf(LINES, {}, NOTICE))).toEqual(all);
		expect(said(gapsOf(LINES, {}, refusal('Өтініш. Жеке куәлік')))).toEqual(all);
		expect(said(gapsOf(LINES, { Өтініш: 'wrong' }, NOTICE))).toEqual(['Жеке куәлік: unchecked', 'Өтініш: wrong']);
	});

	it('U80 an absent document is open for a notice, and for a refusal that says nothing of it in either language', () => {
		const marks: Marks = { ...IN_PLACE, 'Жеке куәлік': 'absent' };
		expect(said(gapsOf(LINES, marks, NOTICE))).toEqual(['Жеке куәлік: absent']);
		expect(said(gapsOf(LINES, marks, refusal('Табысы артық')))).toEqual(['Жеке куәлік: absent']);
		expect(gapsOf(LINES, marks, refusal('Ұсынылмаған құжаттар: жеке куәлік.'))).toEqual([]);
		expect(gapsOf(LINES, marks, refusal('Жоқ', 'Не представлено: Удостоверение  личности'))).toEqual([]);
	});

	it('U80 the letter goes on with a reason only, and the fact keeps both', () => {
		const { story } = assignedStory();
		const gaps = gapsOf(LINES, { Өтініш: 'absent' }, NOTICE);
		for (const reason of [undefined, '  '])
			expect(decide(story.fold(), send({ gaps, ...(reason ? { reason } : {}) }), executor)).toMatchObject({
				code: 'notExamined',
				params: { n: 2 }
			});
		expect(decide(story.fold(), send({ gaps, reason: ' Түпнұсқасын көрдім ' }), executor)).toMatchObject({
			value: [
				{
					details: {
						unexamined: {
							text: 'Түпнұсқасын көрдім',
							lines: [
								{ name: 'Жеке куәлік', why: 'unchecked' },
								{ name: 'Өтініш', why: 'absent' }
							]
						}
					}
				}
			]
		});
		const whole = decide(story.fold(), send({ gaps: [], reason: 'Артық' }), executor);
		expect(whole.ok && whole.value[0]?.details).not.toHaveProperty('unexamined');
	});

	it('U81 the head sees it of a recorded draft, by the latest check, with the reason', () => {
		const { story, assigned } = assignedStory();
		expect(gapsOfDraft(story.fold(), REQUIRED)).toEqual([]);
		const unexamined = { text: 'Асығыс', lines: [{ name: 'Өтініш', why: 'unchecked' as const }] };
		story.add('drafted', { decision: 'notice' }, { on: [assigned], ...by }, { text: '', letter, unexamined });
		const birth = 'Туу туралы куәлік: unchecked';
		expect(said(gapsOfDraft(story.fold(), REQUIRED))).toEqual(['Өтініш: unchecked', 'Жеке куәлік: unchecked', birth]);
		expect(reasonForGaps(story.fold())).toBe('Асығыс');
		const lines = [
			{ name: 'Өтініш', mark: 'present' as const },
			{ name: 'Жеке куәлік', mark: 'absent' as const }
		];
		story.add('examined', {}, { on: [assigned], ...by }, { text: '', lines });
		expect(said(gapsOfDraft(story.fold(), REQUIRED))).toEqual([birth, 'Жеке куәлік: absent']);
	});

	it('U81 a decision that was made on paper was examined on paper', () => {
		const { story, assigned } = assignedStory();
		story.drafted(assigned);
		expect(gapsOfDraft(story.fold(), REQUIRED)).toEqual([]);
		expect(reasonForGaps(story.fold())).toBeNull();
	});
});
