import { describe, expect, it } from 'vitest';
import { aHandOut } from '#tests/support/a-hand-out.ts';
import { aStory, BODY, CENTER, context as foldContext, NUMBER, type Story } from '#tests/support/a-story.ts';
import { type FactId, type JournalId, type OrgId, type Role, type StaffId } from '../fact/ids.ts';
import { type StepFact } from '../regulation/route.ts';
import { type DecideContext } from './context.ts';
import { type Command, decide } from './decide.ts';
import { foldApplication } from './fold.ts';
import { summaryOf } from './summary.ts';

const as = (role: Role, org: OrgId = BODY): DecideContext => ({
	actor: 'me' as StaffId,
	role,
	org,
	now: 0,
	newId: () => 'new' as FactId
});
const ask = (story: Story, command: Command, who: DecideContext) => {
	const verdict = decide(story.fold(), command, who);
	return verdict.ok ? 'allowed' : verdict.code;
};
function upTo(last: StepFact): Story {
	const story = aStory();
	story.whole();
	story.facts.splice(story.facts.findIndex(({ type }) => type === last) + 1);
	return story;
}
const inspector = as('centerInspector', CENTER);
const note: Command = {
	kind: 'noteResult',
	decision: 'notice',
	executor: 'e' as StaffId,
	head: 'h' as StaffId,
	ledgerNumber: '118',
	sheets: 1
};

describe('whose hands do what', () => {
	it('D8 only the clerk registers', () => {
		for (const role of ['head', 'executor'] as const)
			expect(ask(upTo('arrived'), { kind: 'register' }, as(role))).toBe('noRight');
	});

	it('D9 a decision on paper is entered once, and not before the packet is registered', () => {
		expect(ask(upTo('arrived'), note, as('chancery'))).toBe('wrongStep');
		expect(ask(upTo('registered'), note, as('chancery'))).toBe('allowed');
		expect(ask(upTo('recorded'), note, as('chancery'))).toBe('alreadyDone');
	});

	it('D6 a result is handed out by a window, a clerk or an executor, to somebody who has a name', () => {
		const ready = upTo('resultsArrived');
		for (const role of ['accumulationInspector', 'centerHead'] as const)
			expect(ask(ready, aHandOut, as(role, CENTER))).toBe('noRight');
		const nameless = { ...aHandOut, details: { receiver: { surname: ' ', given: '' } } };
		expect(ask(ready, nameless, inspector)).toBe('recipientMissing');
		const annulled = upTo('resultsArrived');
		annulled.annulled(annulled.facts[0]!.id);
		expect(ask(annulled, aHandOut, inspector)).toBe('annulled');
	});

	it('D6 whoever could not sign has it said in the fact', () => {
		const handOut = (signedFor: boolean) =>
			decide(upTo('resultsArrived').fold(), { ...aHandOut, signedFor }, inspector);
		expect(handOut(true)).toMatchObject({ value: [{ body: { signedFor: true } }] });
		expect(handOut(false)).not.toMatchObject({ value: [{ body: { signedFor: true } }] });
	});

	it('D10 of an application known by its number only nothing is printed', () => {
		const story = aStory();
		story.dispatched();
		expect(ask(story, { kind: 'print', document: 'receipt', reason: 'first' }, inspector)).toBe('knownByNumberOnly');
	});

	it('P5 a label is printed again for a named reason, another one in words', () => {
		const relabel = (text: string): Command => ({ kind: 'relabel', paper: 'packet', reason: 'other', text });
		expect(ask(upTo('accepted'), relabel(' '), inspector)).toBe('reasonMissing');
		expect(ask(upTo('accepted'), relabel('Жыртылды'), inspector)).toBe('allowed');
	});

	it('D11 an amendment brings a document or corrects the applicant', () => {
		const story = upTo('accepted');
		expect(ask(story, { kind: 'amend', documents: [] }, inspector)).toBe('documentsMissing');
		expect(ask(story, { kind: 'amend', documents: [], applicant: { phone: '1' } }, inspector)).toBe('allowed');
	});

	it('C6 who looks for a paper names the hand-over after which it was missed', () => {
		const story = upTo('collected');
		const verdict = decide(
			story.fold(),
			{ kind: 'lose', paper: 'packet', text: 'Табылмады' },
			as('centerHead', CENTER)
		);
		expect(verdict).toMatchObject({ value: [{ type: 'lost', on: [story.facts.at(-1)!.id] }] });
	});

	it('C6 what the collection unit or the Center’s head finds lies in the collection unit', () => {
		for (const role of ['accumulationInspector', 'centerHead'] as const) {
			const story = upTo('collected');
			const lost = story.add('lost', { paper: 'packet' }, { on: [story.facts.at(-1)!.id] }, { text: '' });
			story.add('reconstructed', { paper: 'packet' }, { on: [lost], role });
			expect(story.fold().packet.holder).toEqual({ kind: 'collection', org: CENTER });
		}
	});
});

describe('what is told', () => {
	it('A20 a correction of one of two acceptances leaves the other’s applicant alone', () => {
		const story = aStory();
		story.accepted();
		const second = story.accepted({ window: '1' });
		const correction = { documents: [], applicant: { surname: 'Оспанұлы' } };
		story.add('amended', { what: 'applicant', documents: [] }, { on: [second] }, correction);
		const { acceptance, rivals } = story.fold();
		expect([acceptance?.applicant?.surname, rivals[0]?.applicant?.surname]).toEqual(['Оспанов', 'Оспанұлы']);
	});

	it('A15 of two checks of a clock the one of the narrower range counts', () => {
		const story = aStory();
		story.accepted();
		const journal = 'J' as JournalId;
		const right = story.fold().acceptance!.at;
		const wide = { journal, from: 1, to: 100, offsetMs: 60_000 };
		const narrow = { journal, from: 1, to: 2, offsetMs: -60_000 };
		for (const corrections of [
			[wide, narrow],
			[narrow, wide]
		])
			expect(foldApplication(NUMBER, story.facts, { ...foldContext, corrections }).acceptance!.at).toBe(right - 60_000);
	});

	it('A25 an entry made after midnight belongs to the month of the wall clock there, not of UTC', () => {
		const { story, ids } = (() => {
			const story = upTo('signed');
			return { story, ids: story.facts.map(({ id }) => id) };
		})();
		story.recorded(ids.at(-1)!, 'notice', { at: Date.UTC(2026, 10, 30, 19, 30) });
		const keys = summaryOf(story.fold(), () => null).keys.filter((key) => key.startsWith('book:'));
		expect(keys).toEqual([`book:child-benefit-under-18/${BODY}/2026-12`]);
	});

	it('A23 each kind is a task of whom it falls to', () => {
		const settledBy = (story: Story, kind: string) =>
			story.fold().anomalies.find((anomaly) => anomaly.kind === kind)?.settledBy;
		const astray = upTo('dispatched');
		astray.arrived(astray.facts.at(-1)!.id, 'extra', { org: 'body-01' as OrgId });
		expect(settledBy(astray, 'wrongBody')).toBe('chancery');
		const two = upTo('drafted');
		two.drafted(two.facts.at(-2)!.id, 'refusal');
		expect(settledBy(two, 'twoDecisions')).toBe('head');
	});
});
