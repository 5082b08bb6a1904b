import { describe, expect, it } from 'vitest';
import { ADMIN, anOffice, CENTER, FIRST_DAY, HOUR, STAFF } from '#tests/support/an-office.ts';
import { type OrgId, type StaffId } from '../fact/ids.ts';
import { foldRegistry, peopleOf, rolesAt, rolesHeld } from './registry.ts';

const BODY = 'body-15' as OrgId;

describe('the registry', () => {
	it('I1 is the same whatever the order and number of arrivals', () => {
		const office = anOffice();
		office.does({ kind: 'giveRole', staff: STAFF, role: 'accumulationInspector' });
		office.does({ kind: 'setWindow', org: CENTER, window: '10', closed: false });
		office.does({ kind: 'leave', staff: STAFF });
		const { facts } = office;
		const shuffled = [...facts, ...facts].reverse();
		expect(foldRegistry(shuffled)).toEqual(foldRegistry(facts));
	});

	it('I2 a role holds from when it is given until it is ended, and is known for each time', () => {
		const office = anOffice();
		const person = () => office.registry.people.get(STAFF)!;
		office.does({ kind: 'giveRole', staff: STAFF, role: 'accumulationInspector' }, FIRST_DAY + HOUR);
		office.does({ kind: 'endRole', staff: STAFF, role: 'centerInspector' }, FIRST_DAY + 2 * HOUR);
		expect(rolesAt(person(), CENTER, FIRST_DAY + HOUR - 1)).toEqual(['centerInspector']);
		expect(rolesAt(person(), CENTER, FIRST_DAY + HOUR)).toEqual(['centerInspector', 'accumulationInspector']);
		expect(rolesAt(person(), CENTER, FIRST_DAY + 2 * HOUR)).toEqual(['accumulationInspector']);
		expect(rolesAt(person(), BODY, FIRST_DAY + HOUR)).toEqual([]);
	});

	it('I2 whoever left holds no role from then on, and is among the people of the org no more', () => {
		const office = anOffice();
		office.does({ kind: 'leave', staff: STAFF }, FIRST_DAY + HOUR);
		const person = office.registry.people.get(STAFF)!;
		expect(rolesHeld(person)).toEqual([]);
		expect(rolesAt(person, CENTER, FIRST_DAY)).toEqual(['centerInspector']);
		expect(peopleOf(office.registry, CENTER).map(({ id }) => id)).toEqual([ADMIN]);
	});

	it('I2 whoever comes back begins with the roles given then', () => {
		const office = anOffice();
		office.does({ kind: 'leave', staff: STAFF }, FIRST_DAY + HOUR);
		office.does(
			{ kind: 'placePerson', staff: STAFF, org: CENTER, roles: ['centerHead'], window: null },
			FIRST_DAY + 2 * HOUR
		);
		const person = office.registry.people.get(STAFF)!;
		expect(person.leftAt).toBeNull();
		expect(rolesHeld(person)).toEqual(['centerHead']);
		expect(rolesAt(person, CENTER, FIRST_DAY + HOUR)).toEqual([]);
	});

	it('I3 windows stand in the order in which people count them', () => {
		const office = anOffice();
		for (const window of ['10', 'Касса', '2']) office.does({ kind: 'setWindow', org: CENTER, window, closed: false });
		expect(office.registry.orgs.get(CENTER)?.windows).toEqual(['1', '2', '10', 'Касса']);
	});

	it('I3 a device keeps its number when it is moved, and the first time of its end', () => {
		const office = anOffice();
		const device = 'pc-1';
		const journal = office.journal;
		const at = { place: 'window', window: '1' } as const;
		office.does({ kind: 'enrolDevice', org: CENTER, device, number: 7, journal, ...at });
		office.does({ kind: 'moveDevice', device, place: 'collection', window: null });
		office.does({ kind: 'revokeDevice', device, reason: 'Ұрланды' }, FIRST_DAY + HOUR);
		expect(office.registry.devices.get(device)).toMatchObject({
			number: 7,
			place: 'collection',
			window: null,
			revokedAt: FIRST_DAY + HOUR
		});
	});

	it('I4 what the fold does not know of is left alone', () => {
		const { facts } = anOffice();
		const stranger = facts.map((fact) =>
			fact.type === 'personEntered'
				? { ...fact, id: `${fact.id}-x`, body: { ...fact.body, staff: 'x' as StaffId } }
				: fact
		);
		expect(foldRegistry(stranger as typeof facts).people.has(STAFF)).toBe(false);
		expect(foldRegistry([])).toMatchObject({ transits: [] });
	});
});
