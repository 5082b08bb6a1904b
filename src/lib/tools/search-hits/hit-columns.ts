import { language } from '#lib/device/live/language.svelte.ts';

type HitColumn = 'number' | 'applicant' | 'service' | 'accepted' | 'state' | 'holder' | 'due';

const LABELS = {
	number: 'journal.columns.number',
	applicant: 'applicant.applicant',
	service: 'journal.columns.service',
	accepted: 'journal.columns.accepted',
	state: 'common.state',
	holder: 'states.holder',
	due: 'journal.columns.due'
} as const;

/** Not told where all rows lie in one place. */
const FAR: readonly HitColumn[] = ['state', 'holder', 'due'];

/** The columns of applications that were found, in the language of the screen. */
export const hitColumns = (short = false): { key: HitColumn; label: string }[] =>
	(Object.keys(LABELS) as HitColumn[])
		.filter((key) => !short || !FAR.includes(key))
		.map((key) => ({ key, label: language.t(LABELS[key]) }));
