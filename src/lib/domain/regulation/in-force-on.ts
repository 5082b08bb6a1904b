import { type PlainDate } from '../time/plain-date.ts';
import { type Law } from './law.ts';
import { type Regulation } from './regulation.ts';

/** The version of a service that is in force on a day. */
export const inForceOn = ({ inForce }: Law, id: string, day: PlainDate): Regulation | undefined =>
	inForce(day).find((regulation) => regulation.id === id);

/** The version that a service is shown by on a day: the one in force, else the newest. */
export const shownOn = (law: Law, id: string, day: PlainDate): Regulation | undefined =>
	inForceOn(law, id, day) ?? law.service(id);
