import { type Application } from '../application/application.ts';
import { type Signatory } from './signatory.ts';

/** Why the letter goes to the printer: first time, because it was changed since, or the same text once more. */
export function printReasonOf({ story, decision }: Application): 'first' | 'amended' | 'other' {
	const latest = story.findLastIndex(({ fact }) => fact.type === 'printed' && fact.body.document === 'resultLetter');
	if (latest < 0) return 'first';
	return story.findIndex(({ fact }) => fact.id === decision?.draft) > latest ? 'amended' : 'other';
}

/** Whether the recorded letter is on paper as it stands: another print would only be one more copy of the same. */
export const isPrintedAsItStands = (application: Application): boolean =>
	application.decision !== null && printReasonOf(application) === 'other';

/** Whose name the copies of the letter as it stands bear, the latest first; prints of older versions do not tell. */
export function printedHands({ story, decision }: Pick<Application, 'story' | 'decision'>): Signatory[] {
	const drafted = story.findIndex(({ fact }) => fact.id === decision?.draft);
	const hands = story.slice(drafted + 1).flatMap(({ fact, dead }): Signatory[] => {
		if (fact.type !== 'printed' || fact.body.document !== 'resultLetter' || dead || !fact.body.signatory) return [];
		return [{ staff: fact.body.signatory.staff, acting: fact.body.signatory.acting ?? false }];
	});
	return hands.reverse();
}
