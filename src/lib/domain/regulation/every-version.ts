import { type Law } from './law.ts';
import { type Regulation } from './regulation.ts';

/**
 * All versions that applications may go by. Among them are those of a service whose number is another's: it is offered nowhere, and
 * what was accepted under it keeps its way.
 */
export function everyVersion({ services, refusedImports, versions }: Law): Regulation[] {
	const ids = new Set([...services, ...refusedImports].map(({ id }) => id));
	return [...ids].flatMap((id) => versions(id));
}
