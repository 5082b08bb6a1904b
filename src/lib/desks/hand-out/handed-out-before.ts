import { type Application } from '#lib/domain/application/application.ts';
import { type Fact } from '#lib/domain/fact/fact.ts';
import { type Instant } from '#lib/domain/fact/ids.ts';
import { isEnding } from '#lib/domain/fact/traits.ts';
import { type StoryNamer } from '#lib/tools/story/story-sentence.ts';

type Namer = Pick<StoryNamer, 'staff'> & { place: (fact: Fact) => string };

/** When, where and by whom a result was handed out; null while it was not. */
export function handedOutBefore(
	{ story }: Pick<Application, 'story'>,
	{ staff, place }: Namer
): { at: Instant; place: string; person: string } | null {
	const done = story.findLast(({ fact, dead }) => !dead && isEnding(fact));
	return done ? { at: done.at, place: place(done.fact), person: staff(done.fact.actor, done.fact.role) } : null;
}
