import { type StaffId } from '#lib/domain/fact/ids.ts';
import { type OfficeCommand } from '#lib/domain/org/decide-office.ts';
import { idOf } from './asking.ts';
import { type Deed, type Hand, type Knowledge } from './knowledge.ts';
import { type Cast, CASTS, EXECUTORS } from './places.ts';
import { type Employee } from './sim-registry.ts';

/** Roles of those who sign in at another's device (`as`). */
const VISITORS = ['centerHead', 'head', 'executor'] as const;

/** Everybody who may act in a run. */
export function peopleOf(cast: Cast): Employee[] {
	const people = CASTS[cast].flatMap(({ staff, org, role }): Employee[] => [
		{ staff, org, role },
		...VISITORS.map((each) => ({ staff: `${each}-${org}` as StaffId, org, role: each })),
		...(EXECUTORS[org] ?? []).map((executor) => ({ staff: executor, org, role: 'executor' as const }))
	]);
	return [...new Map(people.map((person) => [person.staff, person])).values()];
}

/** A colleague acts in a role that is not theirs, at a device where the program let them. */
export function inAnothersRole({ place, chance }: Knowledge, people: readonly Employee[], { role }: Hand): Hand {
	const colleagues = people.filter(({ org }) => org === place.org);
	return { role, staff: chance.pick(colleagues).staff };
}

/** A head names a colleague who acts in the head's place for some days, these or those before. */
export function appoints(knowledge: Knowledge, people: readonly Employee[]): Deed | null {
	const { place, chance } = knowledge;
	const isCenter = place.org === place.center;
	const role = isCenter ? 'centerHead' : 'head';
	const staff = chance.pick(people.filter(({ org }) => org === place.org)).staff;
	const office: OfficeCommand = {
		...{ kind: 'appoint', staff, role, insteadOf: null, text: '' },
		...{ from: '2026-11-20', to: '2026-12-31' }
	};
	return { office, id: idOf(knowledge), by: { role, staff: `${role}-${place.org}` as StaffId } };
}
