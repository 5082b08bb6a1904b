import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { type Draft } from '#lib/journal/device-store.ts';

/** The application that a draft of a hand-out is of. */
export const numberOfHandOut = (id: string): string => id.replace('hand-out:', '');

/** Hand-outs that were begun: those still to be finished, and those that are over, given in another tab or on another device. */
export function begunHandOuts<D extends Pick<Draft, 'id'>>(
	drafts: readonly D[],
	rows: readonly Pick<ApplicationSummary, 'number' | 'state' | 'resultAt'>[]
): { open: D[]; over: D[] } {
	const isOver = ({ state, resultAt }: (typeof rows)[number]) =>
		state === 'handedOut' || state === 'annulled' || resultAt === 'applicant';
	const done = new Set(rows.filter(isOver).map(({ number }) => number));
	return {
		open: drafts.filter(({ id }) => !done.has(numberOfHandOut(id))),
		over: drafts.filter(({ id }) => done.has(numberOfHandOut(id)))
	};
}
