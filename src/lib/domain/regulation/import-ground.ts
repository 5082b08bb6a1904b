import { type PlainDate } from '../time/plain-date.ts';
import { type Law } from './law.ts';
import { type ImportGround } from './regulation-import.ts';

/** What a new version of a regulation is checked against. @param day local */
export const importGroundOf = ({ versions, services, inForce, readingIds }: Law, day: PlainDate): ImportGround => ({
	versionsOf: versions,
	inForce: (id) => inForce(day).find((each) => each.id === id),
	services: () => services,
	readingIds,
	today: day
});
