import { type PlainDate } from '../time/plain-date.ts';
import { inForceOn } from './in-force-on.ts';
import { type Law } from './law.ts';
import { type ImportGround } from './regulation-import.ts';

/** What a new version of a regulation is checked against. @param day local */
export const importGroundOf = (law: Law, day: PlainDate): ImportGround => ({
	versionsOf: law.versions,
	inForce: (id) => inForceOn(law, id, day),
	services: () => law.services,
	readingIds: law.readingIds,
	today: day
});
