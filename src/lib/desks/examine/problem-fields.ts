import { type LetterProblem } from '#lib/domain/examination/working-letter.ts';
import { type LetterField } from '#lib/domain/regulation/letter-field.ts';
import { type MessageKey } from '#lib/i18n/message-key.ts';

/** Where a problem stands, what it says, and which field it is about where several say the same. */
type ProblemField = {
	fieldId: string;
	key: MessageKey;
	label?: MessageKey;
	/** Of a field that the regulation names. */
	name?: LetterField['label'];
};

/** The field of a part of a ground. */
export const groundField = (ground: string, part: string): string => `ground-${ground}-${part}`;

/** Where each problem of a letter stands on the page, and what it says. */
export function problemFields(problems: readonly LetterProblem[], own: readonly LetterField[]): ProblemField[] {
	return problems.map((problem) => {
		if ('ground' in problem) return ofGround(problem);
		if (problem.at === 'field') return ofOwnField(problem, own);
		if (problem.at === 'decision' || problem.at === 'grounds')
			return { fieldId: problem.at, key: `examine.problems.${problem.at}` };
		return {
			fieldId: `text-${problem.at}`,
			key: problem.why === 'openField' ? 'examine.problems.openField' : 'examine.problems.text',
			label: `examine.text.${problem.at}`
		};
	});
}

/** The input of a field of the service; a text has one for each language. */
export const ownFieldId = (key: string, lang: 'kk' | 'ru'): string =>
	lang === 'kk' ? `field-${key}` : `field-${key}-ru`;

function ofOwnField(
	{ field, why }: Extract<LetterProblem, { at: 'field' }>,
	own: readonly LetterField[]
): ProblemField {
	const name = own.find(({ key }) => key === field)?.label;
	const russian = why === 'emptyRu' || why === 'kazakhInRussian';
	return {
		fieldId: ownFieldId(field, russian ? 'ru' : 'kk'),
		key: `examine.problems.own.${why}`,
		...(name ? { name } : {})
	};
}

function ofGround({ ground, at }: Extract<LetterProblem, { ground: string }>): ProblemField {
	const fieldId = groundField(ground, at);
	if (at === 'kk' || at === 'ru') return { fieldId, key: 'examine.problems.ground', label: `examine.ground.${at}` };
	const lang = at === 'explanation' ? 'kk' : 'ru';
	return { fieldId, key: 'examine.problems.explanation', label: `examine.explanation.${lang}` };
}
