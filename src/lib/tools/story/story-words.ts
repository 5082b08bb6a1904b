import { formatNumber } from '#lib/domain/number/paper-number.ts';
import { type Fact } from '#lib/domain/fact/fact.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { language } from '#lib/device/live/language.svelte.ts';
import { orgWords, roleName, staffName } from '#lib/tools/wording/words.ts';
import { type StoryNamer } from './story-sentence.ts';

/** The office as its staff call it; the id where this device does not know it. */
export function orgShortName(id: string | null): string {
	const org = orgWords(id);
	return org ? language.pick(org.shortName) : (id ?? '–');
}

/** The names of this desk in the language of the screen. */
export function storyNamer(): StoryNamer & { place: (fact: Fact) => string } {
	return {
		say: (key, params = {}) => language.loose(key, params, 'story.unknownFact'),
		staff: (id, role) => (desk.colleague(id) ? staffName(id) : roleName(role)),
		org: orgShortName,
		number: formatNumber,
		place: ({ org, window }) =>
			[orgShortName(org), ...(window ? [language.t('frame.window', { n: window })] : [])].join(' · ')
	};
}
