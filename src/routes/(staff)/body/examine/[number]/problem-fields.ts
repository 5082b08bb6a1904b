import { type LetterProblem } from '$lib/domain/examination/working-letter';
import { type MessageKey } from '$lib/i18n/message-key';

/** Where a problem stands, what it says, and which field it is about where several say the same. */
export type ProblemField = { fieldId: string; key: MessageKey; label?: MessageKey };

/** The field of a part of a ground. */
export const groundField = (ground: string, part: string): string => `ground-${ground}-${part}`;

/** Where each problem of a letter stands on the page, and what it says. */
export function problemFields(problems: readonly LetterProblem[]): ProblemField[] {
	return problems.map((problem) => {
		if ('ground' in problem) return ofGround(problem);
		if (problem.at === 'decision' || problem.at === 'grounds')
			return { fieldId: problem.at, key: `examine.problems.${problem.at}` };
		return {
			fieldId: `text-${problem.at}`,
			key: problem.why === 'openField' ? 'examine.problems.openField' : 'examine.problems.text',
			label: `examine.text.${problem.at}`
		};
	});
}

function ofGround({ ground, at }: Extract<LetterProblem, { ground: string }>): ProblemField {
	const fieldId = groundField(ground, at);
	if (at === 'kk' || at === 'ru') return { fieldId, key: 'examine.problems.ground', label: `examine.ground.${at}` };
	const lang = at === 'explanation' ? 'kk' : 'ru';
	return { fieldId, key: 'examine.problems.explanation', label: `examine.explanation.${lang}` };
}
