import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { type ApplicationRow, type StoredRegister } from './device-store.ts';

/**
 * Folds all facts that touch an application into its row. `facts` come in no particular order and may contain types unknown to this
 * version; those of a renumbered application include the acceptance that the renumbering names.
 */
export type Projector<A extends ApplicationRow> = (number: string, facts: readonly StoredFact[], law: Law) => A;

type RegisterProjector<R extends StoredRegister> = (number: string, facts: readonly StoredFact[]) => R;

export type Projection<A extends ApplicationRow, R extends StoredRegister> = {
	/** Where it differs from that of the stored rows, they are rebuilt before they are shown. */
	projectionVersion: string;
	projector: Projector<A>;
	registerProjector: RegisterProjector<R>;
};
