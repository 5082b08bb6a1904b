import { type ApplicationSummary } from '#lib/domain/application/summary.ts';

/** What a person sees of an application on lists, whatever the release: the law and the facts decide it, not the program's version. */
const SHOWN = [
	'number',
	'state',
	'regulation',
	'name',
	'iin',
	'acceptedAt',
	'window',
	'center',
	'body',
	'documents',
	'sheets',
	'decision',
	'ledgerNumber',
	'recordedAt',
	'executor',
	'next',
	'due',
	'packetAt',
	'packetSince',
	'resultAt'
] as const satisfies readonly (keyof ApplicationSummary)[];

export type Shown = Pick<ApplicationSummary, (typeof SHOWN)[number]>;

export const shownOf = (row: ApplicationSummary): Shown =>
	Object.fromEntries(SHOWN.map((field) => [field, row[field]])) as Shown;
