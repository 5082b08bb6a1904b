import { type ApplicationSummary } from './summary.ts';

/** Keys by which a row is found that say something of a person. */
const PERSONAL = ['iin:', 'name:', 'tel:', 'doc:'];

/** Whether somebody is looked for by this key, and not a paper. Of a beginning as short as these it is not known: it is taken for one. */
export const isPersonalKey = (key: string): boolean =>
	PERSONAL.some((prefix) => key.startsWith(prefix) || (key !== '' && prefix.startsWith(key)));

/** A row without whose it is and what was decided: number, places and times stay. */
export const closedSummary = (row: ApplicationSummary): ApplicationSummary => ({
	...row,
	name: null,
	iin: null,
	decision: null,
	ledgerNumber: null,
	keys: row.keys.filter((key) => !isPersonalKey(key))
});
