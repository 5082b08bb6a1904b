import { type FactId } from '#lib/domain/fact/ids.ts';
import { isRegistryType } from '#lib/domain/fact/registry-facts.ts';
import { isVerdictType } from '#lib/domain/fact/verdict-facts.ts';
import { type Arrival } from './read-arrival.ts';

/** Whether only the server writes facts of this type: the registry, and its verdicts. */
export const isServersOwn = (type: string): boolean => isRegistryType(type) || isVerdictType(type);

/**
 * Which of these facts are the server's to write, and so count from no device. One is left alone only where the server holds that very
 * text. All else is kept and delivered whoever wrote it, and judged (`server/verdicts`).
 */
export const serversFacts = (
	arrivals: readonly Arrival[],
	isHeld: (arrival: Arrival) => boolean = () => false
): Set<FactId> =>
	new Set(
		arrivals.flatMap((arrival) =>
			arrival.cause === null && isServersOwn(arrival.envelope.type) && !isHeld(arrival) ? [arrival.envelope.id] : []
		)
	);
