import { type Application } from '../application/application';

/** Why the letter goes to the printer: first time, because it was changed since, or the same text once more. */
export function printReasonOf({ story, decision }: Application): 'first' | 'amended' | 'other' {
	const latest = story.findLastIndex(({ fact }) => fact.type === 'printed' && fact.body.document === 'resultLetter');
	if (latest < 0) return 'first';
	return story.findIndex(({ fact }) => fact.id === decision?.draft) > latest ? 'amended' : 'other';
}

/** Whether the recorded letter is on paper as it stands: another print would only be one more copy of the same. */
export const isPrintedAsItStands = (application: Application): boolean =>
	application.decision !== null && printReasonOf(application) === 'other';
