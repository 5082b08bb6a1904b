import { type Application } from '../application/application.ts';
import { type Bilingual } from '../documents/paper-model.ts';
import { type Regulation } from '../regulation/regulation.ts';
import { letterFields } from './letter-fields.ts';
import { filledLetter, lettersOf } from './letter-template.ts';

/** What an applicant is to hear with a refusal: each ground with its explanation, and how to appeal. */
type RefusalToExplain = { grounds: { name: Bilingual; explanation: Bilingual }[]; appeal: Bilingual | null };

/**
 * Null where the letter is missing: decided on paper, or its personal part is not on this device; then only the paper contains it.
 */
export function refusalToExplain(
	application: Application,
	regulation: Regulation | undefined,
	body: Bilingual | null
): RefusalToExplain | null {
	const { decision } = application;
	if (decision?.kind !== 'refusal' || !decision.letter || decision.letter.grounds.length === 0) return null;
	const grounds = decision.letter.grounds.map(({ kk, ru, explanation, explanationRu }) => ({
		name: { kk, ru },
		explanation: { kk: explanation, ru: explanationRu?.trim() ? explanationRu : explanation }
	}));
	const fields = regulation && body && letterFields(application, regulation, body);
	return { grounds, appeal: fields ? filledLetter(lettersOf(regulation).appeal, fields) : null };
}
