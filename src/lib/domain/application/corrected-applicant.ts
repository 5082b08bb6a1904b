import { type Applicant } from '../fact/application-facts.ts';
import { type FactId } from '../fact/ids.ts';
import { type Happening } from './application.ts';

/**
 * The applicant after all corrections: each changes only the fields that it contains, the latest wins. The list of documents is not
 * part of the person: documents brought later are added separately.
 */
export function correctedApplicant(
	accepted: FactId,
	applicant: Applicant | null,
	live: readonly Happening[]
): Applicant | null {
	if (!applicant) return null;
	return live.reduce<Applicant>((known, { fact }) => {
		if (fact.type !== 'amended' || !fact.on.includes(accepted)) return known;
		const { documents: _documents, ...corrections } = fact.details?.applicant ?? {};
		return { ...known, ...corrections };
	}, applicant);
}
