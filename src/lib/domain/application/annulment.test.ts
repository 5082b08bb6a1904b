import { describe, expect, it } from 'vitest';
import { aStory, BODY, CENTER, type Story } from '#tests/support/a-story.ts';
import { type FactId, type Role, type StaffId } from '../fact/ids.ts';
import { decide, type Command } from './decide.ts';

const as = (role: Role) => ({
	actor: `a-${role}` as StaffId,
	role,
	org: role === 'chancery' ? BODY : CENTER,
	now: 0,
	newId: () => 'new' as FactId
});
const answer = (story: Story, command: Command, context: ReturnType<typeof as>) =>
	decide(story.fold(), command, context);

describe('annulling', () => {
	const upTo = (last: 'collected' | 'dispatched') => {
		const story = aStory();
		const accepted = story.accepted();
		const collected = story.collected(accepted);
		const dispatched = last === 'dispatched' ? story.dispatched(collected) : undefined;
		return { story, accepted, collected, dispatched };
	};
	const annulment = (fact: FactId, text = ''): Command => ({ kind: 'annul', fact, reason: 'mistake', text });

	it('A7 is for the roles and until the later step that the table names', () => {
		const { story, collected } = upTo('collected');
		expect(answer(story, annulment(collected), as('accumulationInspector'))).toMatchObject({ ok: true });
		expect(answer(story, annulment(collected), as('centerInspector'))).toMatchObject({
			ok: false,
			code: 'annulNotYours'
		});
		const later = upTo('dispatched');
		expect(answer(later.story, annulment(later.collected), as('accumulationInspector'))).toMatchObject({
			ok: false,
			code: 'annulTooLate',
			params: { step: 'dispatched' }
		});
	});

	it('A7 is never of a hand-out, nor of anything after it', () => {
		const story = aStory();
		const { recorded, handedOut } = story.whole();
		expect(answer(story, annulment(recorded), as('chancery'))).toMatchObject({ ok: false, code: 'annulAfterHandOut' });
		expect(answer(story, annulment(handedOut), as('centerInspector'))).toMatchObject({
			ok: false,
			code: 'annulAfterHandOut'
		});
	});

	it('A7 asks for words when the reason is another one', () => {
		const { story, collected } = upTo('collected');
		expect(
			answer(story, { kind: 'annul', fact: collected, reason: 'other', text: ' ' }, as('accumulationInspector'))
		).toMatchObject({ code: 'reasonMissing' });
	});
});
