import { language } from '#lib/device/live/language.svelte.ts';
import { orgWords } from './words.ts';

/** The short name of an org, for piles and buttons; also of a body that this Center does not usually send to. */
export function shortOrg(id: string | null): string {
	const org = orgWords(id);
	return org ? language.pick(org.shortName) : (id ?? '–');
}
