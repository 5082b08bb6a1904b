import { type ApplicationSummary } from '../application/summary.ts';

/** What a row has of the limit of its next step: the moment, and whose step it is. */
export type LimitedRow = Pick<ApplicationSummary, 'regulation' | 'center' | 'body' | 'units' | 'due'>;
