import { describe, expect, it } from 'vitest';
import { plainLaw } from '#tests/support/plain-law.ts';
import { aHandOut } from '#tests/support/a-hand-out.ts';
import { aStory, BODY, NUMBER } from '#tests/support/a-story.ts';
import { acceptedFrom, type AcceptForm } from '../application/commands/accept.ts';
import { type DecideContext } from '../application/context.ts';
import { decide } from '../application/decide.ts';
import { foldApplication } from '../application/fold.ts';
import { summaryOf } from '../application/summary.ts';
import { type FactId, type Role, type StaffId } from '../fact/ids.ts';

const as = (role: Role): DecideContext => ({
	actor: 'staff-1' as StaffId,
	role,
	org: BODY,
	now: 0,
	newId: () => 'new' as FactId
});

/** Applied for at the body, decided and in the ledger: what waits there for its applicant. */
function recordedAtTheBody(regulation: string, decision: 'notice' | 'refusal' = 'notice') {
	const story = aStory();
	const accepted = story.accepted(
		{ org: BODY, role: 'chancery' },
		{ entry: 'body', center: null, regulation: { id: regulation, version: 1 } }
	);
	story.recorded(story.signed(story.drafted(story.assigned(accepted), decision)), decision);
	return foldApplication(NUMBER, story.facts, plainLaw);
}

const answer = (regulation: string, role: Role, decision?: 'notice' | 'refusal') => {
	const verdict = decide(recordedAtTheBody(regulation, decision), aHandOut, as(role));
	return verdict.ok ? 'allowed' : `${verdict.code} ${verdict.params['role'] ?? ''}`.trim();
};

describe('an application at the body', () => {
	it('L6 accepting there is registering: no Center, the packet is with the head, the resolution is next', () => {
		const form = { documents: [], iin: '', noIin: '', represented: '', surname: 'Ли', given: 'Анна', patronymic: '' };
		const draft = acceptedFrom(
			{ ...form, address: '', phone: '', identityNumber: '', birthDate: '' } as unknown as AcceptForm,
			NUMBER,
			{ id: 'disabled-wheelchair', version: 1 },
			{ entry: 'body', center: null, body: BODY, offline: false }
		);
		const story = aStory();
		story.add('accepted', draft.body, { org: BODY, role: 'chancery' }, draft.details);
		const row = summaryOf(foldApplication(NUMBER, story.facts, plainLaw), () => null);
		expect(row).toMatchObject({ center: null, body: BODY, packetAt: `head/${BODY}`, next: 'assigned', window: null });
	});

	it('L7 the result goes into the hands of whom the last action of table 1 names, refusals too', () => {
		expect(answer('disabled-wheelchair', 'chancery')).toBe('allowed');
		expect(answer('disabled-wheelchair', 'chancery', 'refusal')).toBe('allowed');
		expect(answer('disabled-wheelchair', 'executor')).toBe('noRight chancery');
		expect(answer('local-social-aid', 'chancery')).toBe('noRight executor');
		expect(answer('local-social-aid', 'executor')).toBe('allowed');
		expect(answer('employment-measures-referral', 'executor')).toBe('allowed');
		expect(answer('disabled-sanatorium', 'chancery')).toBe('allowed');
	});

	it('L8 copies of a talon are counted as those of a receipt, and may be told as spoiled', () => {
		const story = aStory();
		const accepted = story.accepted({ org: BODY, role: 'chancery' }, { entry: 'body', center: null });
		story.add('printed', { document: 'talon', copy: 2, reason: 'printerFailed' }, { on: [accepted], org: BODY });
		const application = story.fold();
		expect(application.receiptCopies).toBe(2);
		expect(decide(application, { kind: 'spoilReceipt', copy: 2, text: 'Кептелді' }, as('chancery')).ok).toBe(true);
	});
});
