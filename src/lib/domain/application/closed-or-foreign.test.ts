import { describe, expect, it } from 'vitest';
import { aHandOut } from '#tests/support/a-hand-out.ts';
import { aStory, BODY, CENTER, NUMBER, RESULT, type Story } from '#tests/support/a-story.ts';
import { type FactId, type OrgId, type Role, type StaffId } from '../fact/ids.ts';
import { type StepFact } from '../regulation/route.ts';
import { type DecideContext } from './context.ts';
import { type Command, decide } from './decide.ts';
import { foldApplication } from './fold.ts';

const OTHER = 'body-01' as OrgId;
const EXECUTOR = 'staff-9' as StaffId;
const HEAD = 'chief' as StaffId;
const as = (role: Role, org: OrgId = BODY): DecideContext => ({
	actor: role === 'executor' ? EXECUTOR : HEAD,
	role,
	org,
	now: 0,
	newId: () => 'new' as FactId
});
const ask = (story: Story, command: Command, context: DecideContext) => {
	const verdict = decide(story.fold(), command, context);
	return verdict.ok ? 'allowed' : verdict.code;
};

/** A story as it stands after a step. */
function upTo(last: StepFact): Story {
	const story = aStory();
	story.whole();
	story.facts.splice(story.facts.findIndex(({ type }) => type === last) + 1);
	return story;
}

/** Every act at the body: after which step, by whom. */
const ACTS: readonly { after: StepFact; by: Role; command: Command }[] = [
	{ after: 'registered', by: 'head', command: { kind: 'assign', executor: EXECUTOR } },
	{ after: 'assigned', by: 'executor', command: { kind: 'examine', text: 'Қаралды' } },
	{
		after: 'assigned',
		by: 'executor',
		command: { kind: 'draft', decision: 'notice', letter: { kk: 'Қаралды', ru: 'Рассмотрено', grounds: [] } }
	},
	{ after: 'drafted', by: 'head', command: { kind: 'sendBack', text: 'Негізін жазыңыз' } },
	{ after: 'drafted', by: 'head', command: { kind: 'sign', paper: RESULT } },
	{ after: 'drafted', by: 'chancery', command: { kind: 'sign', paper: RESULT, head: HEAD } },
	{ after: 'signed', by: 'chancery', command: { kind: 'record', ledgerNumber: '118', sheets: 1 } },
	{
		after: 'registered',
		by: 'chancery',
		command: {
			kind: 'noteResult',
			decision: 'notice',
			executor: EXECUTOR,
			head: HEAD,
			ledgerNumber: '118',
			sheets: 1
		}
	},
	{ after: 'assigned', by: 'head', command: { kind: 'redirect', toBody: 'body-02' as OrgId, text: 'Басқа аудан' } }
];

describe('the acts at the body', () => {
	it.each(ACTS)('D71 $command.kind by $by is for the body that decides', ({ after, by, command }) => {
		expect(ask(upTo(after), command, as(by))).toBe('allowed');
		expect(ask(upTo(after), command, as(by, OTHER))).toBe('wrongOrg');
	});

	it.each(ACTS)('D72 $command.kind by $by is not for what was taken back or handed out', ({ after, by, command }) => {
		const takenBack = upTo(after);
		takenBack.add('withdrawn', {}, {}, { text: '' });
		expect(ask(takenBack, command, as(by))).toBe('withdrawn');
		const annulled = upTo(after);
		annulled.annulled(annulled.facts[0]!.id);
		expect(ask(annulled, command, as(by))).toBe('annulled');
		expect(ask(upTo('handedOut'), command, as(by))).toBe('alreadyHandedOut');
	});

	it.each(ACTS.filter(({ command }) => !['noteResult', 'redirect'].includes(command.kind)))(
		'G52 $command.kind by $by waits until the version of the regulation is known',
		({ after, by, command }) => {
			const unknown = foldApplication(NUMBER, upTo(after).facts, { routeOf: () => undefined });
			// A clerk tells whose hand is on a paper; for that no unit is asked.
			const isTold = command.kind === 'sign' && by === 'chancery';
			expect(decide(unknown, command, as(by))).toMatchObject(isTold ? { ok: true } : { code: 'serviceUnknown' });
		}
	);

	it('D8 a packet is registered by the body where it arrived, and only if it is its own', () => {
		const story = upTo('arrived');
		expect(ask(story, { kind: 'register' }, as('chancery', OTHER))).toBe('wrongOrg');
		const astray = upTo('dispatched');
		astray.arrived(astray.facts.at(-1)!.id, 'extra', { org: OTHER });
		expect(ask(astray, { kind: 'register' }, as('chancery', OTHER))).toBe('wrongBody');
		expect(ask(story, { kind: 'register' }, as('chancery'))).toBe('allowed');
	});

	it('D9 a paper that says another outcome than the draft in the journal is not entered', () => {
		const [note] = ACTS.flatMap(({ command }) => (command.kind === 'noteResult' ? [command] : []));
		expect(ask(upTo('drafted'), { ...note!, decision: 'refusal' }, as('chancery'))).toBe('outcomeMissing');
		expect(ask(upTo('drafted'), note!, as('chancery'))).toBe('allowed');
	});

	it('A24 a deputy’s resolution and send-back say that they are a deputy’s', () => {
		const deputy = { ...as('head'), acting: true };
		const [assign, , , sendBack] = ACTS;
		expect(decide(upTo('registered').fold(), assign!.command, deputy)).toMatchObject({
			value: [{ body: { executor: EXECUTOR, acting: true } }]
		});
		expect(decide(upTo('drafted').fold(), sendBack!.command, deputy)).toMatchObject({
			value: [{ body: { to: EXECUTOR, acting: true } }]
		});
		expect(decide(upTo('registered').fold(), assign!.command, as('head'))).toMatchObject({
			value: [{ body: { executor: EXECUTOR } }]
		});
	});

	it('D11 nothing is added once the decision is drafted', () => {
		const amend: Command = { kind: 'amend', documents: [{ name: 'Анықтама', form: 'copy', sheets: 1 }] };
		expect(ask(upTo('assigned'), amend, as('chancery'))).toBe('allowed');
		expect(ask(upTo('drafted'), amend, as('chancery'))).toBe('notAllowedNow');
	});
});

describe('the papers', () => {
	const result = (story: Story, context: DecideContext) => ask(story, aHandOut, context);

	it('D6 a result is handed out where it lies, not where it is on the way, lost or still to be signed', () => {
		expect(result(upTo('drafted'), as('chancery'))).toBe('notReady');
		expect(result(upTo('returned'), as('centerInspector', CENTER))).toBe('notReady');
		const there = upTo('resultsArrived');
		expect(result(there, as('chancery'))).toBe('notReady');
		expect(result(there, as('centerInspector', CENTER))).toBe('allowed');
		there.add('lost', { paper: 'result' }, { on: [there.facts.at(-1)!.id] }, { text: 'Табылмады' });
		expect(result(there, as('centerInspector', CENTER))).toBe('lookedFor');
	});

	it('D6 at the body a signed result waits for its entry in the ledger', () => {
		expect(result(upTo('signed'), as('chancery'))).toBe('notReady');
		expect(result(upTo('recorded'), as('chancery'))).toBe('allowed');
	});

	it('D5 the papers go back from where they are, never from the road', () => {
		const back: Command = { kind: 'returnDocuments' };
		const takenBack = (after: StepFact) => {
			const story = upTo(after);
			story.add('withdrawn', {}, {}, { text: '' });
			return story;
		};
		expect(ask(takenBack('collected'), back, as('chancery'))).toBe('notHolder');
		expect(ask(takenBack('collected'), back, as('centerInspector', CENTER))).toBe('allowed');
		expect(ask(takenBack('dispatched'), back, as('centerInspector', CENTER))).toBe('notHolder');
	});

	it('C6 a paper is lost once, and found only after somebody missed it', () => {
		const story = upTo('assigned');
		const find: Command = { kind: 'find', paper: 'packet', text: '' };
		expect(ask(story, find, as('head'))).toBe('notAllowedNow');
		expect(ask(aStory(), find, as('head'))).toBe('notAllowedNow');
		expect(ask(upTo('drafted'), { ...find, paper: 'result' }, as('head'))).toBe('notAllowedNow');
		const lose: Command = { kind: 'lose', paper: 'packet', text: 'Табылмады' };
		expect(ask(story, lose, as('head'))).toBe('allowed');
		story.add('lost', { paper: 'packet' }, { org: BODY, role: 'head' }, { text: 'Табылмады' });
		expect(ask(story, lose, as('head'))).toBe('lookedFor');
		expect(ask(story, find, as('head'))).toBe('allowed');
	});

	it('C6 a result that was lost is nobody’s until it is found, and then lies with whom found it', () => {
		const story = upTo('drafted');
		const on = [story.facts.at(-1)!.id];
		const lost = story.add('lost', { paper: 'result' }, { on, org: BODY, role: 'head' }, { text: '' });
		expect(story.fold().result!.holder).toEqual({ kind: 'unknown', why: 'lost', since: lost });
		expect(story.fold().packet.holder.kind).toBe('executor');
		story.add('reconstructed', { paper: 'result' }, { on: [lost], org: BODY, role: 'executor', actor: EXECUTOR });
		expect(story.fold().result!.holder).toEqual({ kind: 'executor', org: BODY, staff: EXECUTOR });
	});
});
