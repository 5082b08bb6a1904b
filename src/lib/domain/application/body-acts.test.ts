import { describe, expect, it } from 'vitest';
import { aStory, BODY, CENTER, NUMBER, RESULT, type Story } from '#tests/support/a-story.ts';
import { type FactId, type OrgId, type Role, type StaffId } from '../fact/ids.ts';
import { type Application } from './application.ts';
import { type DecideContext } from './context.ts';
import { type Command, decide } from './decide.ts';
import { summaryOf } from './summary.ts';

const OTHER = 'body-01' as OrgId;
const EXECUTOR = 'staff-9' as StaffId;
const as = (role: Role, more: Partial<DecideContext> = {}): DecideContext => ({
	actor: (role === 'executor' ? EXECUTOR : `a-${role}`) as StaffId,
	role,
	org: role === 'centerHead' ? CENTER : BODY,
	now: 0,
	newId: () => 'new' as FactId,
	...more
});
const ask = (story: Story, command: Command, context: DecideContext) => decide(story.fold(), command, context);
const refused = (story: Story, command: Command, context: DecideContext) => {
	const answer = ask(story, command, context);
	return answer.ok ? 'allowed' : answer.code;
};
const drafts = (story: Story, command: Command, context: DecideContext) => {
	const answer = ask(story, command, context);
	if (!answer.ok) throw new Error(answer.code);
	return answer.value;
};

/** A story up to a step, with the ids of its facts. */
function upTo(last: 'arrived' | 'registered' | 'assigned' | 'drafted' | 'signed' | 'recorded') {
	const story = aStory();
	const ids: Record<string, FactId> = {};
	let before = story.dispatched(story.collected(story.accepted()));
	for (const step of ['arrived', 'registered', 'assigned', 'drafted', 'signed', 'recorded'] as const) {
		before = ids[step] = story[step](before);
		if (step === last) break;
	}
	return {
		story,
		ids: ids as Record<'arrived' | 'registered' | 'assigned' | 'drafted' | 'signed' | 'recorded', FactId>
	};
}

const assign: Command = { kind: 'assign', executor: EXECUTOR };
const ground = { kk: 'Негіз', ru: 'Основание', explanation: 'Анықтаманың мерзімі өткен' };
const letter = { kk: 'Қаралды', ru: 'Рассмотрено', grounds: [] };
const notice: Command = { kind: 'draft', decision: 'notice', letter };

describe('the resolution', () => {
	it('D60 the head names the executor of what is registered', () => {
		const { story, ids } = upTo('registered');
		expect(drafts(story, { ...assign, remark: ' Бүгін ' }, as('head'))).toMatchObject([
			{ type: 'assigned', on: [ids.registered], body: { executor: EXECUTOR }, details: { text: 'Бүгін' } }
		]);
		expect(refused(story, assign, as('chancery'))).toBe('noRight');
		expect(refused(story, assign, as('head', { org: OTHER }))).toBe('wrongOrg');
		expect(refused(story, { kind: 'assign', executor: null }, as('head'))).toBe('executorMissing');
		expect(refused(upTo('arrived').story, assign, as('head'))).toBe('wrongStep');
	});

	it('D60 where one applied at the body, accepting there was registering', () => {
		const story = aStory();
		const accepted = story.accepted({ org: BODY, role: 'chancery' }, { entry: 'body', center: null });
		expect(drafts(story, assign, as('head'))).toMatchObject([{ on: [accepted] }]);
	});

	it('D61 a reassignment replaces the one before, and is refused while a draft waits', () => {
		const { story, ids } = upTo('assigned');
		const other: Command = { kind: 'assign', executor: 'staff-8' as StaffId };
		expect(drafts(story, other, as('head'))).toMatchObject([{ on: [ids.registered], replaces: [ids.assigned] }]);
		expect(refused(story, assign, as('head'))).toBe('sameExecutor');
		expect(refused(upTo('drafted').story, other, as('head'))).toBe('draftPending');
		expect(refused(upTo('signed').story, other, as('head'))).toBe('alreadySigned');
	});

	it('A21 neither a reassignment nor a send-back restarts the limit of the examination', () => {
		const { story, ids } = upTo('assigned');
		const limit = () => story.fold().steps.find(({ step }) => step.fact === 'drafted')!.startedAt;
		const begun = limit();
		const again = story.assigned(ids.registered, { replaces: [ids.assigned] });
		expect(limit()).toBe(begun);
		story.sentBack(story.drafted(again));
		expect(limit()).toBe(begun);
		expect(story.fold().assignment).toMatchObject({ fact: again, first: begun });
	});

	it('A21 an annulled assignment never began the limit', () => {
		const { story, ids } = upTo('assigned');
		story.annulled(ids.assigned, { role: 'head', org: BODY });
		const again = story.assigned(ids.registered);
		const at = story.facts.find(({ id }) => id === again)!.at;
		expect(story.fold().steps.find(({ step }) => step.fact === 'drafted')!.startedAt).toBe(at);
	});
});

describe('the examination', () => {
	it('D62 only the executor whom the head named examines and drafts', () => {
		const { story } = upTo('assigned');
		const colleague = as('executor', { actor: 'staff-8' as StaffId });
		expect(refused(story, notice, colleague)).toBe('notYourAssignment');
		expect(refused(story, { kind: 'examine', text: 'Қаралды' }, colleague)).toBe('notYourAssignment');
		expect(refused(story, notice, as('head'))).toBe('noRight');
		expect(refused(story, notice, as('executor'))).toBe('allowed');
		expect(refused(upTo('registered').story, notice, as('executor'))).toBe('wrongStep');
	});

	it('D62 a note says something, or checks something off', () => {
		const { story, ids } = upTo('assigned');
		expect(refused(story, { kind: 'examine', text: ' ' }, as('executor'))).toBe('reasonMissing');
		const lines = [{ name: 'Жеке куәлік', mark: 'present' as const }];
		expect(drafts(story, { kind: 'examine', text: '', lines, complete: true }, as('executor'))).toMatchObject([
			{ type: 'examined', on: [ids.assigned], body: { complete: true }, details: { lines } }
		]);
	});

	it('D63 a refusal names its grounds and explains each; a notice has none', () => {
		const { story } = upTo('assigned');
		const refusal = (grounds: (typeof ground)[]): Command => ({
			kind: 'draft',
			decision: 'refusal',
			letter: { ...letter, grounds }
		});
		expect(refused(story, refusal([]), as('executor'))).toBe('groundsMissing');
		expect(refused(story, refusal([{ ...ground, explanation: ' ' }]), as('executor'))).toBe('reasonMissing');
		expect(refused(story, refusal([ground]), as('executor'))).toBe('allowed');
		expect(refused(story, { ...notice, letter: { ...letter, ru: '' } }, as('executor'))).toBe('letterMissing');
		const chosenThenLeft: Command = { kind: 'draft', decision: 'notice', letter: { ...letter, grounds: [ground] } };
		expect(drafts(story, chosenThenLeft, as('executor'))).toMatchObject([{ details: { letter: { grounds: [] } } }]);
	});

	it('D64 a draft that waits for its signature is replaced, a signed one never', () => {
		const { story, ids } = upTo('drafted');
		expect(drafts(story, notice, as('executor'))).toMatchObject([{ replaces: [ids.drafted] }]);
		expect(refused(upTo('signed').story, notice, as('executor'))).toBe('alreadySigned');
	});
});

describe('the signature', () => {
	it('D65 a draft goes back to the executor with what is wrong with it', () => {
		const { story, ids } = upTo('drafted');
		const back: Command = { kind: 'sendBack', text: 'Негізін жазыңыз' };
		expect(drafts(story, back, as('head'))).toMatchObject([{ on: [ids.drafted], body: { to: EXECUTOR } }]);
		expect(refused(story, { kind: 'sendBack', text: '' }, as('head'))).toBe('reasonMissing');
		expect(refused(upTo('assigned').story, back, as('head'))).toBe('wrongStep');
		expect(refused(upTo('signed').story, back, as('head'))).toBe('alreadySigned');
	});

	it('C7 a draft that was sent back is in the hands of its executor, not of the head', () => {
		const { story, ids } = upTo('drafted');
		story.add(
			'sentBack',
			{ to: EXECUTOR },
			{ on: [ids.drafted], role: 'head', org: BODY, actor: 'chief' },
			{ text: '?' }
		);
		const { result, position, steps } = story.fold();
		expect(result?.holder).toEqual({ kind: 'executor', org: BODY, staff: EXECUTOR });
		expect(steps[position]?.step.fact).toBe('drafted');
	});

	it('D66 a signature is told only with the number of the paper that bears it', () => {
		const { story, ids } = upTo('drafted');
		const sign = (paper: string): Command => ({ kind: 'sign', paper });
		expect(refused(story, sign(NUMBER), as('head'))).toBe('wrongPaper');
		expect(refused(story, sign('2000990000100102'), as('head'))).toBe('wrongPaper');
		expect(drafts(story, sign(RESULT), as('head'))).toMatchObject([{ type: 'signed', on: [ids.drafted], body: {} }]);
		expect(refused(story, sign(RESULT), as('executor'))).toBe('noRight');
	});

	it('D66 the clerk who scans a signed paper says whose hand it is', () => {
		const { story } = upTo('drafted');
		const chief = 'chief' as StaffId;
		expect(refused(story, { kind: 'sign', paper: RESULT }, as('chancery'))).toBe('executorMissing');
		expect(drafts(story, { kind: 'sign', paper: RESULT, head: chief }, as('chancery'))).toMatchObject([
			{ body: { fromPaper: { by: chief } } }
		]);
	});

	it('A24 whose hand is on a paper, and that it is a deputy’s, is told', () => {
		const { story, ids } = upTo('drafted');
		const deputy = as('head', { actor: 'deputy' as StaffId, acting: true });
		expect(drafts(story, { kind: 'sign', paper: RESULT }, deputy)).toMatchObject([{ body: { acting: true } }]);
		story.add('signed', { acting: true }, { on: [ids.drafted], actor: 'deputy', org: BODY });
		expect(story.fold().decision?.signedBy).toMatchObject({ staff: 'deputy', acting: true });
	});

	it('D67 the ledger takes a signed result, once, from the units that the regulation names', () => {
		const entry: Command = { kind: 'record', ledgerNumber: ' 118 ', sheets: 1 };
		const { story, ids } = upTo('signed');
		expect(drafts(story, entry, as('chancery'))).toMatchObject([
			{ type: 'recorded', on: [ids.signed], body: { decision: 'notice', ledgerNumber: '118', sheets: 1 } }
		]);
		expect(refused(story, entry, as('head'))).toBe('noRight');
		expect(refused(upTo('drafted').story, entry, as('chancery'))).toBe('notSigned');
		expect(refused(upTo('recorded').story, entry, as('chancery'))).toBe('alreadyDone');
	});
});

describe('what does not add up', () => {
	const summary = (application: Application) => summaryOf(application, () => null);

	it('A23 an explanation settles what it names, until something comes to it', () => {
		const story = aStory();
		const arrived = story.arrived(story.accepted());
		story.registered(arrived);
		const [gap] = story.fold().anomalies;
		const command: Command = {
			kind: 'settle',
			anomaly: 'gap',
			facts: gap!.facts,
			way: 'explained',
			text: 'Өзі әкелді'
		};
		expect(refused(story, command, as('executor'))).toBe('noRight');
		expect(refused(story, { ...command, text: ' ' }, as('head'))).toBe('reasonMissing');
		const [settling] = drafts(story, command, as('head'));
		expect(settling).toMatchObject({ type: 'discrepancySettled', on: [arrived], body: { anomaly: 'gap' } });
		expect(summary(story.fold()).keys).toContain('odd');
		story.add(
			'discrepancySettled',
			{ way: 'explained', anomaly: 'gap' },
			{ on: [...gap!.facts] },
			{ text: 'Өзі әкелді' }
		);
		expect(story.fold().anomalies).toMatchObject([{ kind: 'gap', settled: { way: 'explained', text: 'Өзі әкелді' } }]);
		expect(summary(story.fold()).keys).not.toContain('odd');
		expect(refused(story, command, as('head'))).toBe('alreadyDone');
	});

	it('D68 an application goes on to the right body with its packet, while nothing is drafted', () => {
		const { story } = upTo('assigned');
		const redirect: Command = { kind: 'redirect', toBody: OTHER, text: 'Басқа аудан' };
		expect(drafts(story, redirect, as('head'))).toMatchObject([{ type: 'redirected', body: { toBody: OTHER } }]);
		expect(refused(story, redirect, as('executor'))).toBe('noRight');
		expect(refused(story, { ...redirect, toBody: BODY }, as('head'))).toBe('sameBody');
		expect(refused(story, { ...redirect, text: '' }, as('head'))).toBe('reasonMissing');
		expect(refused(upTo('drafted').story, redirect, as('head'))).toBe('draftPending');
	});

	it('A22 after a redirection the way at the body begins anew, and what the first one did stays told', () => {
		const { story, ids } = upTo('assigned');
		const redirected = story.add('redirected', { toBody: OTHER }, { on: [ids.assigned], org: BODY, role: 'head' });
		let application = story.fold();
		expect(application.steps[application.position]?.step.fact).toBe('arrived');
		expect(application).toMatchObject({ body: OTHER, assignment: null, anomalies: [] });
		expect(application.packet.holder).toEqual({ kind: 'transit', register: '', from: BODY, to: OTHER });
		const arrived = story.arrived(redirected, 'extra', { org: OTHER });
		const registered = story.registered(arrived, { org: OTHER });
		application = story.fold();
		expect(application.steps[application.position]?.step.fact).toBe('assigned');
		expect(drafts(story, assign, as('head', { org: OTHER }))).toMatchObject([{ on: [registered] }]);
		expect(refused(story, assign, as('head'))).toBe('wrongOrg');
		expect(application.story.map(({ fact }) => fact.id)).toContain(ids.assigned);
	});

	it('A26 while a packet that was redirected is on the way no limit runs, also where one had applied at the first body', () => {
		const story = aStory();
		const accepted = story.accepted({ org: BODY, role: 'chancery' }, { entry: 'body', center: null });
		const redirected = story.add('redirected', { toBody: OTHER }, { on: [accepted], org: BODY, role: 'head' });
		const starts = () => story.fold().steps.find(({ step }) => step.fact === 'assigned')!.startedAt;
		expect(starts()).toBeNull();
		const registered = story.registered(story.arrived(redirected, 'extra', { org: OTHER }), { org: OTHER });
		expect(starts()).toBe(story.facts.find(({ id }) => id === registered)!.at);
	});

	it('D70 a body that sent an application on does nothing more with it', () => {
		const { story, ids } = upTo('assigned');
		story.add('redirected', { toBody: OTHER }, { on: [ids.assigned], org: BODY, role: 'head' });
		const withdraw: Command = { kind: 'withdraw', text: 'Керек емес' };
		const amend: Command = { kind: 'amend', documents: [{ name: 'Анықтама', form: 'copy', sheets: 1 }] };
		for (const command of [withdraw, amend]) {
			expect(refused(story, command, as('chancery'))).toBe('wrongOrg');
			expect(refused(story, command, as('chancery', { org: OTHER }))).toBe('allowed');
			expect(refused(story, command, as('centerInspector', { org: CENTER }))).toBe('allowed');
		}
	});

	it('A25 the row tells who may do the next step, who is late since whose step, and the month of the ledger', () => {
		const { story } = upTo('recorded');
		const row = summary(story.fold());
		expect(row).toMatchObject({ next: 'returned', units: ['chancery'], sinceBy: 'staff-1', executor: EXECUTOR });
		expect(row.keys).toContain(`book:child-benefit-under-18/${BODY}/2026-11`);
		expect(summary(upTo('signed').story.fold()).keys.filter((key) => key.startsWith('book:'))).toEqual([]);
	});
});
