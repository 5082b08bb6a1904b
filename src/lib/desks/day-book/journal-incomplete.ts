import { legalTimeOf } from '#lib/domain/application/legal-time.ts';
import { type ClockCorrection } from '#lib/domain/application/application.ts';
import { type Fact } from '#lib/domain/fact/fact.ts';
import { type OrgId, type StaffId } from '#lib/domain/fact/ids.ts';
import { type PlainDate } from '#lib/domain/time/plain-date.ts';
import { ALMATY, localOf } from '#lib/domain/time/zone.ts';

/** Somebody came with an incomplete set of documents: a note without a number. */
type IncompleteNote = {
	id: string;
	at: number;
	/** Number of the service. */
	service: number;
	missing: readonly string[];
	/** Null where the person gave none, or the personal part is not at hand. */
	name: string | null;
	actor: StaffId;
};

/** The notes of one org on one day, in the order of coming. Facts of other types are passed over. */
export function incompleteOn(
	facts: readonly Fact[],
	org: OrgId,
	day: PlainDate,
	corrections: readonly ClockCorrection[] = []
): IncompleteNote[] {
	return facts
		.flatMap((fact): IncompleteNote[] => {
			if (fact.type !== 'cameIncomplete' || fact.org !== org) return [];
			const at = legalTimeOf(fact, corrections);
			if (localOf(at, ALMATY).date !== day) return [];
			const { service, missing } = fact.body;
			return [{ id: fact.id, at, service, missing, name: fact.details?.name ?? null, actor: fact.actor }];
		})
		.sort((a, b) => a.at - b.at);
}
