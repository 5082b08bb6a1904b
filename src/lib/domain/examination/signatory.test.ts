import { describe, expect, it } from 'vitest';
import { aStory, BODY } from '$tests/support/a-story';
import { type FactId, type Role, type StaffId } from '../fact/ids';
import { NO_STAFFING, type Staffing } from '../org/staffing';
import { plainDate } from '../time/plain-date';
import { signatoryOn } from './signatory';

const staff = (id: string) => id as StaffId;
const people = [
	{ id: staff('clerk'), roles: ['chancery'] as Role[] },
	{ id: staff('chief'), roles: ['head'] as Role[] }
];
const staffing: Staffing = {
	...NO_STAFFING,
	appointments: [
		{
			fact: 'f' as FactId,
			staff: staff('deputy'),
			by: staff('chief'),
			at: 0,
			from: plainDate('2026-11-23'),
			to: plainDate('2026-11-25'),
			text: null,
			role: 'head',
			insteadOf: staff('chief')
		}
	]
};
const on = (date: string, application = aStory().fold()) => signatoryOn(application, people, staffing, plainDate(date));

describe('whose signature a letter waits for', () => {
	it('U44 is the head’s, or the deputy’s on the days of the appointment', () => {
		expect(on('2026-11-22')).toEqual({ staff: 'chief', acting: false });
		expect(on('2026-11-25')).toEqual({ staff: 'deputy', acting: true });
		expect(signatoryOn(aStory().fold(), [], NO_STAFFING, plainDate('2026-11-22'))).toBeNull();
	});

	it('U44 once signed, the hand that signed stays on the paper, whoever is head today', () => {
		const story = aStory();
		const arrived = story.arrived(story.dispatched(story.collected(story.accepted())));
		const drafted = story.drafted(story.assigned(story.registered(arrived)));
		story.add('signed', {}, { on: [drafted], org: BODY, role: 'head', actor: 'chief' });
		expect(on('2026-11-25', story.fold())).toEqual({ staff: 'chief', acting: false });
	});
});
