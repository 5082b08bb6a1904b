import { type Application } from '../application/application.ts';
import { type Signatory } from './signatory.ts';

/** Reason of a print: the first one, changed text, or the same text again. */
export function printReasonOf({ story, decision }: Application): 'first' | 'amended' | 'other' {
	const latest = story.findLastIndex(({ fact }) => fact.type === 'printed' && fact.body.document === 'resultLetter');
	if (latest < 0) return 'first';
	return story.findIndex(({ fact }) => fact.id === decision?.draft) > latest ? 'amended' : 'other';
}

/** Whether the current text of the letter was printed: another print would only be a further copy. */
export const isPrintedAsItStands = (application: Application): boolean =>
	application.decision !== null && printReasonOf(application) === 'other';

/** Signatories named on the copies of the current text, the latest first; prints by older versions do not record it. */
export function printedHands({ story, decision }: Pick<Application, 'story' | 'decision'>): Signatory[] {
	const drafted = story.findIndex(({ fact }) => fact.id === decision?.draft);
	const hands = story.slice(drafted + 1).flatMap(({ fact, dead }): Signatory[] => {
		if (fact.type !== 'printed' || fact.body.document !== 'resultLetter' || dead || !fact.body.signatory) return [];
		return [{ staff: fact.body.signatory.staff, acting: fact.body.signatory.acting ?? false }];
	});
	return hands.reverse();
}
