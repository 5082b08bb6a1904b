import { type ApplicationSummary } from '../application/summary';

/** What the control room reads of an application: a part of its projection row. */
export type ControlRow = Pick<
	ApplicationSummary,
	| 'number'
	| 'name'
	| 'regulation'
	| 'next'
	| 'center'
	| 'body'
	| 'due'
	| 'since'
	| 'sinceBy'
	| 'units'
	| 'executor'
	| 'packetAt'
	| 'packetSince'
	| 'resultAt'
>;
