import { describe, expect, it } from 'vitest';
import { type DecideContext } from '#lib/domain/application/context.ts';
import { type FactId, type OrgId, type Role, type StaffId } from '#lib/domain/fact/ids.ts';
import { aStory, BODY, CENTER } from '../../../../tests/support/a-story.ts';
import { type ActionForm, actionCommand, actionFormOf, actionProblems, actionsOf } from './story-actions.ts';

const context = (role: Role = 'centerInspector', org: OrgId = CENTER): DecideContext => ({
	actor: 'staff-1' as StaffId,
	role,
	org,
	window: '2',
	now: 0,
	newId: () => 'new' as FactId
});

const accepted = () => {
	const story = aStory();
	story.accepted();
	return story;
};
const offered = (story: ReturnType<typeof accepted>, role?: Role) =>
	new Map(actionsOf(story.fold(), context(role)).map(({ id, refusal }) => [id, refusal?.code ?? 'allowed']));
const formOf = (more: Partial<ActionForm> = {}): ActionForm => ({ ...actionFormOf(accepted().fold()), ...more });

describe('what may be done on the page of an application', () => {
	it('Y7 each action is allowed, or says why not; what has nothing to act on is not offered', () => {
		const actions = offered(accepted());
		expect(actions.get('reprint')).toBe('allowed');
		expect(actions.get('addDocument')).toBe('allowed');
		expect(actions.get('returnDocuments')).toBe('notAllowedNow');
		expect([actions.has('findPacket'), actions.has('loseResult'), actions.has('spoil')]).toEqual([false, false, false]);
	});

	it('Y7 what is lost can be found, and nothing else', () => {
		const story = accepted();
		story.add('lost', { paper: 'packet' }, {}, { text: 'сөреде жоқ' });
		const actions = offered(story);
		expect(actions.get('findPacket')).toBe('allowed');
		expect(actions.has('losePacket')).toBe(false);
	});

	it('D69 a number of its own is offered only where two applications have one', () => {
		const story = accepted();
		expect(offered(story).has('renumber')).toBe(false);
		story.accepted({ window: '1' });
		expect([offered(story).get('renumber'), offered(story, 'accumulationInspector').has('renumber')]).toEqual([
			'allowed',
			false
		]);
	});

	it('Y7 an application known by its number only can be relabelled or looked for, not withdrawn', () => {
		const story = aStory();
		story.collected();
		const actions = offered(story);
		expect([actions.get('withdraw'), actions.get('relabelPacket')]).toEqual(['knownByNumberOnly', 'allowed']);
	});

	it('Y7 a clerk of a body is offered no receipt of a Center', () => {
		expect(offered(accepted(), 'chancery').has('reprint')).toBe(false);
	});

	it('Y8 a reason is asked for where the story needs one', () => {
		const fields = (...args: Parameters<typeof actionProblems>) => actionProblems(...args).map(({ field }) => field);
		expect(fields('withdraw', formOf())).toEqual(['text']);
		expect(fields('losePacket', formOf({ text: 'сөреде жоқ' }))).toEqual([]);
		expect(fields('relabelPacket', formOf({ labelReason: 'other' }))).toEqual(['text']);
		expect(fields('relabelPacket', formOf())).toEqual([]);
		expect(fields('addDocument', formOf({ document: { name: '', form: 'copy', sheets: '0' } }))).toEqual([
			'document-name',
			'document-sheets'
		]);
	});

	it('Y8 a corrected name is kept as names are kept', () => {
		const form = formOf({ text: 'қате жазылған' });
		form.person.surname = '  Оcпанов ';
		expect(actionCommand('correct', form)).toMatchObject({ applicant: { surname: 'Оспанов', given: 'Ержан' } });
	});

	it('Y7 an application that came to the wrong body is sent on by its clerk or head, to a body that is chosen, with a reason', () => {
		const story = accepted();
		story.arrived(story.dispatched(story.collected()));
		const at = (role: Role, org: OrgId) =>
			new Map(actionsOf(story.fold(), context(role, org)).map(({ id, refusal }) => [id, refusal?.code ?? 'allowed']));
		expect(at('chancery', BODY).get('redirect')).toBe('allowed');
		expect(at('head', BODY).get('redirect')).toBe('allowed');
		expect(at('centerInspector', CENTER).has('redirect')).toBe(false);
		expect(actionCommand('redirect', formOf({ toBody: 'body-03', text: ' басқа аудан ' }))).toEqual({
			kind: 'redirect',
			toBody: 'body-03',
			text: 'басқа аудан'
		});
		expect(actionProblems('redirect', formOf()).map(({ field }) => field)).toEqual(['to-body', 'text']);
	});
});
