import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type ImportGround } from '#lib/domain/regulation/regulation-import.ts';
import { type PlainDate } from '#lib/domain/time/plain-date.ts';
import { builtIn, isInForce, regulations } from './catalog.ts';
import { importedFrom } from './imported.ts';

/** What a new version of a regulation is held against: the versions of these facts and the built-in ones. @param day local */
export function importGroundOf(lawFacts: readonly StoredFact[], day: PlainDate): ImportGround {
	const { versions, offered } = importedFrom(lawFacts, builtIn);
	const versionsOf = (id: string) =>
		[...regulations, ...versions].filter((each) => each.id === id).sort((a, b) => a.version - b.version);
	const services = () => [...new Map([...regulations, ...offered].map((each) => [each.id, each])).values()];
	return {
		versionsOf,
		services,
		inForce: (id) => versionsOf(id).findLast((each) => isInForce(each, day)),
		readingIds: builtIn.readingIds,
		today: day
	};
}
