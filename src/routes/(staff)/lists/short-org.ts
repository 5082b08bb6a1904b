import { directory } from '$lib/regulations/catalog';
import { findOrganisation } from '$lib/regulations/directory';
import { desk } from '$lib/state/desk.svelte';
import { language } from '$lib/state/language.svelte';

/** The short name of an org, for piles and buttons; also of a body that this Center does not usually send to. */
export function shortOrg(id: string | null): string {
	const org = desk.orgEntry(id) ?? findOrganisation(directory, id ?? '');
	return org ? language.pick(org.shortName) : (id ?? '–');
}
