import { describe, expect, it } from 'vitest';
import { aStory, BODY, NUMBER, REGISTER, RESULT, type Story } from '../../../../tests/support/a-story.ts';
import { type DecideContext } from '#lib/domain/application/context.ts';
import { decide } from '#lib/domain/application/decide.ts';
import { type FactId, type OrgId, type StaffId } from '#lib/domain/fact/ids.ts';
import { draftDossier } from './draft-dossier.ts';
import { judgeSignedPaper } from './sign-paper.ts';

const head = (more: Partial<DecideContext> = {}): DecideContext => ({
	actor: 'chief' as StaffId,
	role: 'head',
	org: BODY,
	now: 0,
	newId: () => 'new' as FactId,
	...more
});
function assigned(): { story: Story; assignment: FactId } {
	const story = aStory();
	return { story, assignment: story.assigned(story.registered(story.arrived(story.accepted()))) };
}
const judge = (story: Story, context = head()) => judgeSignedPaper(RESULT, story.fold(), context);

describe('a paper that is said to be signed', () => {
	it('U7 is signed where its draft waits here, whoever acts as head', () => {
		const { story, assignment } = assigned();
		const draft = story.drafted(assignment);
		const judged = judge(story);
		if (judged.kind !== 'signed') throw new Error(judged.kind);
		const recorded = (context: DecideContext) => decide(story.fold(), judged.command, context);
		expect(recorded(head())).toMatchObject({ ok: true, value: [{ type: 'signed', on: [draft], body: {} }] });
		expect(recorded(head({ acting: true }))).toMatchObject({ ok: true, value: [{ body: { acting: true } }] });
	});

	it('U7 that was signed before says when and by whom', () => {
		const { story, assignment } = assigned();
		story.signed(story.drafted(assignment), { actor: 'deputy' });
		expect(judge(story)).toMatchObject({ kind: 'already', staff: 'deputy' });
	});

	it('U7 of another body, without a draft, unknown, or another paper altogether is told apart', () => {
		const { story, assignment } = assigned();
		expect(judge(story).kind).toBe('notDrafted');
		story.drafted(assignment);
		expect(judge(story, head({ org: 'body-01' as OrgId })).kind).toBe('elsewhere');
		expect(judge(story, head({ role: 'executor' })).kind).toBe('refused');
		expect(judgeSignedPaper(RESULT, undefined, head()).kind).toBe('unknown');
		expect(judgeSignedPaper(NUMBER, story.fold(), head()).kind).toBe('otherPaper');
		expect(judgeSignedPaper(REGISTER, undefined, head()).kind).toBe('otherPaper');
	});
});

describe('what is read beside a draft', () => {
	it('U8 the latest check, the notes, the remark, and what earlier drafts were sent back for', () => {
		const { story, assignment } = assigned();
		const line = (mark: 'absent' | 'present') => ({ text: '', lines: [{ name: 'Анықтама', mark }] });
		story.add('examined', { complete: false }, { on: [assignment], org: BODY }, line('absent'));
		story.add('examined', {}, { on: [assignment], org: BODY }, { text: 'Қоңырау шалынды' });
		const first = story.drafted(assignment);
		story.sentBack(first);
		story.add('examined', { complete: true }, { on: [assignment], org: BODY }, line('present'));
		story.add('drafted', { decision: 'notice' }, { on: [assignment], org: BODY }, { text: 'Түзетілді' });
		expect(draftDossier(story.fold())).toMatchObject({
			check: { complete: true, lines: [{ mark: 'present' }] },
			notes: [{ text: 'Қоңырау шалынды' }],
			remark: { text: 'Түзетілді' },
			sentBack: [{ text: 'Мерзімін көрсетіңіз' }]
		});
	});

	it('U8 the remark is that of the draft that waits, not of one that it replaced', () => {
		const { story, assignment } = assigned();
		const first = story.add('drafted', { decision: 'notice' }, { on: [assignment], org: BODY }, { text: 'Бірінші' });
		story.add('drafted', { decision: 'notice' }, { on: [assignment], replaces: [first], org: BODY }, { text: '' });
		expect(draftDossier(story.fold())).toEqual({ check: null, notes: [], remark: null, sentBack: [] });
	});
});
