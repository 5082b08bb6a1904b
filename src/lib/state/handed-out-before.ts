import { type Application } from '$lib/domain/application/application';
import { type Fact } from '$lib/domain/fact/fact';
import { type Instant } from '$lib/domain/fact/ids';
import { isEnding } from '$lib/domain/fact/traits';
import { type StoryNamer } from './story-sentence';

type Namer = Pick<StoryNamer, 'staff'> & { place: (fact: Fact) => string };

/** When, where and by whom a result was handed out; null while it was not. */
export function handedOutBefore(
	{ story }: Pick<Application, 'story'>,
	{ staff, place }: Namer
): { at: Instant; place: string; person: string } | null {
	const done = story.findLast(({ fact, dead }) => !dead && isEnding(fact));
	return done ? { at: done.at, place: place(done.fact), person: staff(done.fact.actor, done.fact.role) } : null;
}
