import { describe, expect, it } from 'vitest';
import { aStory, BODY, RESULT, type Story } from '#tests/support/a-story.ts';
import { type BodyOf } from '../fact/fact.ts';
import { type FactId, type Role, type StaffId } from '../fact/ids.ts';
import { ledgerLineOf } from '../ledger/ledger-line.ts';
import { type DecideContext } from './context.ts';
import { decide } from './decide.ts';
import { type SignCommand } from './commands/head-acts.ts';

const [HEAD, DEPUTY, EXECUTOR] = ['chief', 'deputy', 'staff-9'] as StaffId[] as [StaffId, StaffId, StaffId];
const letter = { kk: 'Қаралды', ru: 'Рассмотрено', grounds: [] };
const as = (actor: StaffId, role: Role = 'head', acting = false): DecideContext => ({
	actor,
	role,
	org: BODY,
	now: 0,
	newId: () => 'new' as FactId,
	...(acting ? { acting } : {})
});

function aDraft(by = EXECUTOR) {
	const story = aStory();
	const registered = story.registered(story.arrived(story.dispatched(story.collected(story.accepted()))));
	const assigned = story.assigned(registered);
	const draft = (replaces: FactId[] = []) =>
		story.add(
			'drafted',
			{ decision: 'notice' },
			{ on: [assigned], replaces, org: BODY, role: 'executor', actor: by },
			{ text: '', letter }
		);
	return { story, first: draft(), draft };
}
const printed = (story: Story, signatory?: BodyOf<'printed'>['signatory']) =>
	story.add('printed', { document: 'resultLetter', copy: 1, ...(signatory ? { signatory } : {}) }, { org: BODY });
const ask = (story: Story, who: DecideContext, more: Partial<SignCommand> = {}) =>
	decide(story.fold(), { kind: 'sign', paper: RESULT, ...more }, who);
const refusal = (...args: Parameters<typeof ask>) => {
	const answer = ask(...args);
	return answer.ok ? 'allowed' : answer.code;
};
/** Records what the rules allow. */
function sign(...args: Parameters<typeof ask>) {
	const [story, who] = args;
	const answer = ask(...args);
	if (!answer.ok) throw new Error(answer.code);
	const [fact] = answer.value;
	story.add('signed', fact!.body as BodyOf<'signed'>, {
		on: fact!.on ?? [],
		org: BODY,
		role: who.role,
		actor: who.actor
	});
	return fact!;
}

describe('a signed paper that leaves something open', () => {
	it('U85 that was never printed is taken with the answer where it came from only', () => {
		const { story } = aDraft();
		expect(refusal(story, as(HEAD))).toBe('neverPrinted');
		expect(refusal(story, as('clerk' as StaffId, 'chancery'), { head: HEAD })).toBe('neverPrinted');
		expect(sign(story, as(HEAD), { unprinted: 'typedByHand' }).body).toEqual({ unprinted: 'typedByHand' });
	});

	it('U85 that was changed since it was printed is asked for, too; what is on paper as it stands is not', () => {
		const { story } = aDraft();
		printed(story);
		expect(sign(story, as(HEAD), { unprinted: 'printedElsewhere' }).body).toEqual({});
		const changed = aDraft();
		printed(changed.story);
		changed.draft([changed.first]);
		expect(refusal(changed.story, as(HEAD))).toBe('changedSincePrint');
	});

	it('U85 a decision that was made on paper was never to be printed here', () => {
		const story = aStory();
		story.drafted(story.assigned(story.registered(story.arrived(story.accepted()))));
		expect(refusal(story, as(HEAD))).toBe('allowed');
	});

	it('U84 with another name on it is that name’s, or printed anew', () => {
		const { story } = aDraft();
		printed(story, { staff: DEPUTY, acting: true });
		expect(ask(story, as(HEAD))).toMatchObject({ code: 'otherNameOnPaper', params: { person: DEPUTY } });
		const anew = aDraft().story;
		printed(anew, { staff: DEPUTY, acting: true });
		printed(anew, { staff: HEAD });
		expect(sign(anew, as(HEAD)).body).toEqual({});
		expect(sign(story, as(HEAD), { head: DEPUTY }).body).toEqual({ fromPaper: { by: DEPUTY }, acting: true });
		const { decision } = story.fold();
		expect(decision?.signedBy).toMatchObject({ staff: DEPUTY, acting: true });
	});

	it('U84 the ledger tells the hand that the letter bears, also where a clerk scanned it', () => {
		const { story } = aDraft();
		printed(story, { staff: DEPUTY, acting: true });
		const clerk = as('clerk' as StaffId, 'chancery');
		expect(refusal(story, clerk, { head: HEAD })).toBe('otherNameOnPaper');
		sign(story, clerk, { head: DEPUTY });
		story.recorded(story.facts.at(-1)!.id);
		expect(ledgerLineOf(story.fold())?.signedBy).toMatchObject({ staff: DEPUTY, acting: true });
	});

	it('U84 a print that does not tell its name leaves the hand open', () => {
		const { story } = aDraft();
		printed(story);
		expect(refusal(story, as(HEAD))).toBe('allowed');
	});

	it('U83 an own draft is signed with a reason only, which the fact keeps', () => {
		const { story } = aDraft(DEPUTY);
		printed(story, { staff: DEPUTY, acting: true });
		const deputy = as(DEPUTY, 'head', true);
		for (const reason of [undefined, ' ']) expect(refusal(story, deputy, reason ? { reason } : {})).toBe('ownDraft');
		expect(refusal(story, as('clerk' as StaffId, 'chancery'), { head: DEPUTY })).toBe('ownDraft');
		expect(ask(story, deputy, { reason: ' Басшы іссапарда ' })).toMatchObject({
			value: [{ body: { acting: true }, details: { text: 'Басшы іссапарда' } }]
		});
	});

	it('U83 a decision entered from paper tells an author who signed it, too', () => {
		const story = aStory();
		story.assigned(story.registered(story.arrived(story.dispatched(story.collected(story.accepted())))));
		const note = { kind: 'noteResult', decision: 'notice', executor: EXECUTOR, ledgerNumber: '1', sheets: 1 } as const;
		const clerk = as('clerk' as StaffId, 'chancery');
		expect(decide(story.fold(), { ...note, head: EXECUTOR }, clerk)).toMatchObject({ code: 'ownDraft' });
		expect(decide(story.fold(), { ...note, head: HEAD }, clerk).ok).toBe(true);
		const said = decide(story.fold(), { ...note, head: EXECUTOR, acting: true, reason: 'Жалғыз' }, clerk);
		expect(said.ok && said.value.find(({ type }) => type === 'signed')).toMatchObject({
			body: { fromPaper: { by: EXECUTOR }, acting: true },
			details: { text: 'Жалғыз' }
		});
	});
});
