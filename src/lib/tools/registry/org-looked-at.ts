import { type OrgId, type StaffId } from '#lib/domain/fact/ids.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';

let kept: { by: StaffId; org: OrgId } | null = null;

/**
 * The org that a screen of the administration shows first: the one that its address names, else the one that the same person chose
 * last in this tab. Whoever chose a Center among the people expects its devices behind the next link. Undefined: their own.
 */
export function orgFirst(address: URL): OrgId | undefined {
	const named = address.searchParams.get('org');
	if (named !== null) noteOrg(named as OrgId);
	return kept !== null && kept.by === desk.person?.id ? kept.org : undefined;
}

/** Somebody chose an org to look at. */
export function noteOrg(org: OrgId): void {
	kept = desk.person && { by: desk.person.id, org };
}
