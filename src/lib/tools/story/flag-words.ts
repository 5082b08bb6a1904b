import { type Fact } from '#lib/domain/fact/fact.ts';
import { type Anomaly } from '#lib/domain/application/application.ts';
import { type StoryNamer } from './story-sentence.ts';

/** What stands against a fact, in sentences: for each reason who had no right, then what a head said, or that one has to. */
export function flagSentences(
	{ actor, role }: Pick<Fact, 'actor' | 'role'>,
	{ flag, settled }: Pick<Anomaly, 'flag'> & { settled: Pick<NonNullable<Anomaly['settled']>, 'way'> | null },
	{ say, staff }: Pick<StoryNamer, 'say' | 'staff'>
): string[] {
	if (!flag) return [];
	const state = settled ? (settled.way === 'confirmed' ? 'confirmed' : 'leftOut') : flag.counts ? 'counts' : 'waits';
	const person = staff(actor, role);
	return [
		...flag.reasons.map((reason) => say(`application.flag.${reason}`, { person })),
		say(`application.flagState.${state}`)
	];
}
