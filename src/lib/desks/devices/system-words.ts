import { type StaffId } from '#lib/domain/fact/ids.ts';
import { nameWithInitials } from '#lib/domain/text/person-name.ts';
import { type PersonEntry } from '#lib/protocol/registry-messages.ts';

/** One of the people of a system: number and name; of another org only the id is known here. */
export function systemPerson(people: readonly PersonEntry[], staff: StaffId): string {
	const person = people.find(({ id }) => id === staff);
	if (!person) return staff;
	return person.name ? `${person.number} ${nameWithInitials(person.name)}` : person.number;
}
