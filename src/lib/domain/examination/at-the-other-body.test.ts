import { describe, expect, it } from 'vitest';
import { aStory, BODY } from '#tests/support/a-story.ts';
import { type FactId, type OrgId, type Role, type StaffId } from '../fact/ids.ts';
import { NO_STAFFING, type Appointment } from '../org/staffing.ts';
import { plainDate } from '../time/plain-date.ts';
import { checkOf, lastLetterOf, sentBackOf } from './examination.ts';
import { templateKindOf } from './letter-template.ts';
import { signatoryOn } from './signatory.ts';

const OTHER = 'body-01' as OrgId;
const letter = { kk: 'Қаралды', ru: 'Рассмотрено', grounds: [] };

function drafted() {
	const story = aStory();
	const arrived = story.arrived(story.dispatched(story.collected(story.accepted())));
	const assigned = story.assigned(story.registered(arrived));
	const by = { on: [assigned], org: BODY, role: 'executor' as const };
	return { story, assigned, draft: story.add('drafted', { decision: 'notice' }, by, { text: '', letter }) };
}

describe('an examination and its letter', () => {
	it('U39 what the head of the first body found wrong is no word to the executor of the other', () => {
		const { story, draft, assigned } = drafted();
		story.sentBack(draft, { org: BODY });
		expect(sentBackOf(story.fold())).not.toBeNull();
		story.add('redirected', { toBody: OTHER }, { on: [assigned], org: BODY, role: 'head' });
		expect(sentBackOf(story.fold())).toBeNull();
	});

	it('R50 the first body’s check of the documents is none of the body that the packet was sent on to', () => {
		const { story, assigned } = drafted();
		const lines = [{ name: 'Өтініш', mark: 'present' as const }];
		const check = (org: OrgId) =>
			story.add('examined', { complete: true }, { on: [assigned], org, role: 'executor' }, { text: '', lines });
		check(BODY);
		expect(checkOf(story.fold())?.lines).toEqual(lines);
		story.add('redirected', { toBody: OTHER }, { on: [assigned], org: BODY, role: 'head' });
		expect(checkOf(story.fold())).toBeNull();
		check(OTHER);
		expect(checkOf(story.fold())?.complete).toBe(true);
	});

	it('U40 a letter that was annulled is no letter to go on from', () => {
		const { story, draft } = drafted();
		expect(lastLetterOf(story.fold())).toEqual({ decision: 'notice', letter });
		story.annulled(draft, { role: 'executor', org: BODY });
		expect(lastLetterOf(story.fold())).toBeNull();
	});

	it('U30 a refusal begins with the refusal’s text, also where the positive paper is a certificate', () => {
		const certificate = { kk: 'Анықтама', ru: 'Справка' };
		expect(templateKindOf('notice', certificate)).toBe('certificate');
		expect(templateKindOf('refusal', certificate)).toBe('refusal');
	});

	it('U44 who stands in for a sole clerk does not sign for the head', () => {
		const cover: Appointment = {
			fact: 'f' as FactId,
			staff: 'deputy' as StaffId,
			by: 'chief' as StaffId,
			at: 0,
			from: plainDate('2026-11-23'),
			to: plainDate('2026-11-25'),
			text: null,
			role: 'chancery',
			insteadOf: 'clerk' as StaffId
		};
		const people = [{ id: 'chief' as StaffId, roles: ['head'] as Role[] }];
		const staffing = { ...NO_STAFFING, appointments: [cover] };
		expect(signatoryOn(drafted().story.fold(), people, staffing, plainDate('2026-11-24'))).toEqual({
			staff: 'chief',
			acting: false
		});
	});
});
