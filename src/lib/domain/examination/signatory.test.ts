import { describe, expect, it } from 'vitest';
import { aStory, BODY } from '#tests/support/a-story.ts';
import { type FactId, type Role, type StaffId } from '../fact/ids.ts';
import { NO_STAFFING, type Staffing } from '../org/staffing.ts';
import { plainDate } from '../time/plain-date.ts';
import { otherHands, signatoriesOn, signatoryOn } from './signatory.ts';

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

	it('U82 a deputy stands before the head among those who may sign, and a print settles whose name it is', () => {
		const today = plainDate('2026-11-25');
		expect(signatoriesOn(people, staffing, today)).toEqual([
			{ staff: 'deputy', acting: true, absent: false },
			{ staff: 'chief', acting: false, absent: false }
		]);
		const story = aStory();
		const registered = story.registered(story.arrived(story.dispatched(story.collected(story.accepted()))));
		story.drafted(story.assigned(registered));
		story.add('printed', { document: 'resultLetter', copy: 1, signatory: { staff: staff('chief') } }, { org: BODY });
		expect(on('2026-11-25', story.fold())).toEqual({ staff: 'chief', acting: false });
		story.add('printed', { document: 'resultLetter', copy: 2, signatory: { staff: staff('gone') } }, { org: BODY });
		expect(on('2026-11-25', story.fold())).toEqual({ staff: 'deputy', acting: true });
	});

	it('U83 a draft of the deputy’s is for the head’s hand, unless the head is away', () => {
		const story = aStory();
		const registered = story.registered(story.arrived(story.dispatched(story.collected(story.accepted()))));
		const assigned = story.assigned(registered);
		story.drafted(assigned, 'notice', { actor: 'deputy' });
		expect(on('2026-11-25', story.fold())).toEqual({ staff: 'chief', acting: false });
		const day = { from: plainDate('2026-11-24'), to: plainDate('2026-11-25') };
		const absence = { fact: 'a' as FactId, staff: staff('chief'), by: staff('chief'), at: 0, text: null, ...day };
		const away = { ...staffing, absences: [absence] };
		const today = plainDate('2026-11-25');
		expect(otherHands(signatoriesOn(people, away, today), staff('deputy'))).toEqual([]);
		expect(signatoryOn(story.fold(), people, away, today)).toEqual({ staff: 'deputy', acting: true });
	});
});
