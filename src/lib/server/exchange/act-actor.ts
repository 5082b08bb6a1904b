import { type DecideContext } from '#lib/domain/application/context.ts';
import { refuse, type Refusal } from '#lib/domain/application/refusal.ts';
import { type Instant, type OrgId, type StaffId } from '#lib/domain/fact/ids.ts';
import { kindOfOrg } from '#lib/domain/org/directory.ts';
import { foldStaffing, isActing } from '#lib/domain/org/staffing.ts';
import { type Registry, rolesHeld } from '#lib/domain/registry/registry.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { ALMATY, localOf } from '#lib/domain/time/zone.ts';
import { readableFacts } from '#lib/law/readable-facts.ts';
import { type ActRequest } from '#lib/protocol/exchange-acts.ts';
import { type JournalReads } from '../store/journal-store.ts';
import { type Client } from './clients.ts';

type Ground = { registry: Pick<Registry, 'people'>; law: Law; at: Instant };

/**
 * In which capacity the named person acts: by a role of their own, or as a deputy of the day. A string is what the registration of the client
 * has against it.
 */
export async function actorOf(
	reads: Pick<JournalReads, 'staffingFacts'>,
	{ id, org, people, roles }: Pick<Client, 'id' | 'org' | 'people' | 'roles'>,
	{ actor, role }: Pick<ActRequest, 'actor' | 'role'>,
	{ registry, law, at }: Ground
): Promise<Omit<DecideContext, 'newId'> | Refusal | string> {
	if (!people.includes(actor))
		return `${id} does not act in the name of ${actor}: the administrator names the people of a client when registering it`;
	if (!roles.includes(role))
		return `${id} does not act as ${role}: the administrator gives the roles of a client when registering it`;
	const person = registry.people.get(actor);
	if (!person || person.org !== org || person.leftAt !== null) return refuse('personUnknown');
	const who = { actor, role, org, now: at };
	if (rolesHeld(person).includes(role)) return who;
	const staffing = foldStaffing(readableFacts(await reads.staffingFacts(org)), org, law.corrections);
	return isActing(staffing, localOf(at, ALMATY).date, actor, role)
		? { ...who, acting: true }
		: refuse('noRight', { role });
}

/** What the screens offer to choose from: people of the body, bodies and Centers of the directory. Null: all that is named is there. */
export function strangerIn(
	act: ActRequest['act'],
	org: OrgId,
	{ registry, law }: Pick<Ground, 'registry' | 'law'>
): Refusal | null {
	for (const staff of peopleIn(act)) {
		const person = registry.people.get(staff);
		if (!person || person.org !== org || person.leftAt !== null) return refuse('personUnknown');
	}
	if (act.kind === 'redirect' && kindOfOrg(law.directory, act.toBody) !== 'body')
		return refuse('orgUnknown', { org: act.toBody });
	if (act.kind === 'sendBackToCenter' && kindOfOrg(law.directory, act.toCenter) !== 'center')
		return refuse('orgUnknown', { org: act.toCenter });
	return null;
}

function peopleIn(act: ActRequest['act']): StaffId[] {
	if (act.kind === 'assign') return [act.executor];
	if (act.kind === 'noteResult') return [act.executor, act.head];
	if (act.kind === 'sign') return act.head === undefined ? [] : [act.head];
	return act.kind === 'print' && act.signatory ? [act.signatory.staff] : [];
}
