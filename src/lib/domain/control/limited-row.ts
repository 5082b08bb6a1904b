import { type ApplicationSummary } from '../application/summary.ts';

/** The limit of a row's next step: the due time, and whose step it is. */
export type LimitedRow = Pick<ApplicationSummary, 'regulation' | 'center' | 'body' | 'units' | 'due'>;
