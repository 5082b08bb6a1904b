import { type OrgKind } from '#lib/domain/fact/registry-facts.ts';
import { type Place } from '#lib/protocol/device-messages.ts';
import { type Person } from '#lib/protocol/session-messages.ts';

/** Where somebody of an org usually sits: their window, the collection unit, the control room; a body and the authority have one place. */
export function usualPlace(person: Pick<Person, 'org' | 'roles' | 'window'>, kind: OrgKind | undefined): Place {
	const { org, roles, window } = person;
	if (kind === 'authority') return { org, kind };
	if (kind !== 'center') return { org, kind: 'body' };
	if (window) return { org, kind: 'window', window };
	return { org, kind: roles.includes('accumulationInspector') ? 'collection' : 'control' };
}

/** Whether two places are one. */
export const isSamePlace = (one: Place | null, other: Place): boolean =>
	one !== null && one.org === other.org && one.kind === other.kind && one.window === other.window;
