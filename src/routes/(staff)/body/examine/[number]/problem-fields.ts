import { type LetterProblem } from '$lib/domain/examination/working-letter';
import { type MessageKey } from '$lib/i18n/message-key';

/** The field of a part of a ground. */
export const groundField = (ground: string, part: string): string => `ground-${ground}-${part}`;

/** Where each problem of a letter stands on the page, and what it says. */
export function problemFields(problems: readonly LetterProblem[]): { fieldId: string; key: MessageKey }[] {
	return problems.map((problem) => {
		if ('ground' in problem) {
			const about = problem.at === 'kk' || problem.at === 'ru' ? 'ground' : 'explanation';
			return { fieldId: groundField(problem.ground, problem.at), key: `examine.problems.${about}` };
		}
		if (problem.at === 'decision' || problem.at === 'grounds')
			return { fieldId: problem.at, key: `examine.problems.${problem.at}` };
		return {
			fieldId: `text-${problem.at}`,
			key: problem.why === 'openField' ? 'examine.problems.openField' : 'examine.problems.text'
		};
	});
}
