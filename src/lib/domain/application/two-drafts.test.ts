import { describe, expect, it } from 'vitest';
import { aStory, BODY, RESULT, type Story } from '#tests/support/a-story.ts';
import { type BodyOf, type FactDraft } from '../fact/fact.ts';
import { type FactId, type Role, type StaffId } from '../fact/ids.ts';
import { sentBackOf } from '../examination/examination.ts';
import { recordWayOf } from '../ledger/record-way.ts';
import { type DecideContext } from './context.ts';
import { type Command, decide } from './decide.ts';
import { summaryOf, TWO_DRAFTS } from './summary.ts';

const [FIRST, SECOND] = ['staff-9', 'staff-8'] as StaffId[] as [StaffId, StaffId];
const as = (role: Role): DecideContext => ({
	actor: 'chief' as StaffId,
	role,
	org: BODY,
	now: 0,
	newId: () => 'new' as FactId
});
const kinds = (story: Story) => story.fold().anomalies.map(({ kind }) => kind);
const letter = (kk: string) => ({ text: '', letter: { kk, ru: kk, grounds: [] } });
const by = (actor: StaffId) => ({ org: BODY, role: 'executor' as const, actor });

/** One drafted offline; meanwhile the head gave it to another, who drafted too. */
function reassignedMeanwhile() {
	const story = aStory();
	const registered = story.registered(story.arrived(story.dispatched(story.collected(story.accepted()))));
	const assigned = story.assigned(registered);
	const anew = story.add(
		'assigned',
		{ executor: SECOND },
		{ on: [registered], replaces: [assigned], org: BODY, role: 'head' }
	);
	const late = story.add('drafted', { decision: 'refusal' }, { on: [assigned], ...by(FIRST) }, letter('Ескі'));
	return { story, anew, late };
}
function twoDrafts() {
	const { story, anew, late } = reassignedMeanwhile();
	const newer = story.add('drafted', { decision: 'notice' }, { on: [anew], ...by(SECOND) }, letter('Жаңа'));
	return { story, anew, late, newer };
}
/** Records what the rules allow, as a device would. */
function choose(story: Story, draft: FactId) {
	const answer = decide(story.fold(), { kind: 'chooseDraft', draft }, as('head'));
	if (!answer.ok) throw new Error(answer.code);
	for (const { type, body, on, replaces } of answer.value as FactDraft<'sentBack' | 'assigned'>[])
		story.add(type, body as BodyOf<'sentBack' | 'assigned'>, {
			on: on ?? [],
			replaces: replaces ?? [],
			org: BODY,
			role: 'head',
			actor: 'chief'
		});
}

describe('two drafts of one application', () => {
	it('A50 the row says that there are several drafts, until the head has chosen', () => {
		const isMarked = (of: Story) => summaryOf(of.fold(), () => null).keys.includes(TWO_DRAFTS);
		expect(isMarked(reassignedMeanwhile().story)).toBe(false);
		const { story, newer } = twoDrafts();
		expect(isMarked(story)).toBe(true);
		choose(story, newer);
		expect(isMarked(story)).toBe(false);
	});

	it('A40 a draft of a replaced assignment stands beside the one that counts, and the head is asked', () => {
		const { story, late, newer } = twoDrafts();
		expect(story.fold()).toMatchObject({
			decision: { draft: newer, kind: 'notice' },
			rivalDrafts: [{ draft: late, kind: 'refusal', by: FIRST, isFirm: false, letter: { kk: 'Ескі' } }]
		});
		expect(kinds(story)).toEqual(['twoDecisions']);
	});

	it('A40 two of one assignment, written on two devices, stand side by side, too', () => {
		const { story, anew } = reassignedMeanwhile();
		const draft = () => story.add('drafted', { decision: 'notice' }, { on: [anew], ...by(SECOND) }, letter('а'));
		const [one, other] = [draft(), draft()];
		const { decision, rivalDrafts } = story.fold();
		expect(decision?.draft).toBe(one);
		expect(rivalDrafts.filter(({ isFirm }) => isFirm).map(({ draft }) => draft)).toEqual([other]);
	});

	it('A40 what stands on an annulled assignment, was replaced or sent back is no draft to choose from', () => {
		const { story, newer, late, anew } = twoDrafts();
		story.add(
			'drafted',
			{ decision: 'notice' },
			{ on: [anew], replaces: [newer], ...by(SECOND) },
			letter('Түзетілген')
		);
		story.add('sentBack', { to: FIRST }, { on: [late], org: BODY, role: 'head' }, { text: 'Артық' });
		expect(story.fold().rivalDrafts).toEqual([]);
		const taken = reassignedMeanwhile();
		for (const { id, type } of taken.story.facts) if (type === 'assigned') taken.story.annulled(id, { org: BODY });
		expect(taken.story.fold().rivalDrafts).toEqual([]);
	});

	it('A41 nothing is printed, signed or entered before the head has chosen', () => {
		const { story } = twoDrafts();
		const refused = (command: Command, role: Role) => decide(story.fold(), command, as(role));
		expect(refused({ kind: 'sign', paper: RESULT }, 'head')).toMatchObject({ code: 'twoDrafts' });
		expect(refused({ kind: 'print', document: 'resultLetter', reason: 'first' }, 'executor')).toMatchObject({
			code: 'twoDrafts'
		});
		expect(recordWayOf(story.fold(), RESULT, as('chancery'))).toMatchObject({ refusal: { code: 'twoDrafts' } });
	});

	it('A41 the one that counts is chosen: the other goes back, the paper stays with the head', () => {
		const { story, newer } = twoDrafts();
		choose(story, newer);
		expect(story.fold()).toMatchObject({
			decision: { draft: newer },
			rivalDrafts: [],
			assignment: { executor: SECOND },
			result: { holder: { kind: 'head' } }
		});
		expect(kinds(story)).toEqual([]);
	});

	it('A41 the late one is chosen: its executor has the application again, and nothing is amiss', () => {
		const { story, late } = twoDrafts();
		choose(story, late);
		const application = story.fold();
		expect(application).toMatchObject({
			decision: { draft: late, kind: 'refusal', draftedBy: FIRST },
			rivalDrafts: [],
			assignment: { executor: FIRST },
			packet: { holder: { kind: 'executor', staff: FIRST } },
			result: { holder: { kind: 'head' } }
		});
		expect(application.steps[application.position]?.step.fact).toBe('signed');
		expect(kinds(story)).toEqual([]);
		const sentBack = story.sentBack(late, { org: BODY });
		expect(sentBackOf(story.fold())).toMatchObject({ fact: sentBack });
	});

	it('A17 the choice is the same in whatever order its facts come', () => {
		const { story, late } = twoDrafts();
		choose(story, late);
		const { story: told, ...application } = story.fold();
		for (const facts of [[...story.facts].reverse(), [...story.facts.slice(6), ...story.facts.slice(0, 8)]])
			expect(story.fold(facts)).toEqual({ ...application, story: told });
	});

	it('A41 is the head’s, once, and of drafts that are there', () => {
		const { story, late, newer } = twoDrafts();
		const ask = (draft: FactId, role: Role) => {
			const answer = decide(story.fold(), { kind: 'chooseDraft', draft }, as(role));
			return answer.ok ? 'allowed' : answer.code;
		};
		expect(ask(late, 'executor')).toBe('noRight');
		expect(ask('gone' as FactId, 'head')).toBe('unknownFact');
		expect(ask(newer, 'head')).toBe('allowed');
		choose(story, newer);
		expect(ask(newer, 'head')).toBe('notAllowedNow');
	});
});
