import { type DecisionKind } from '../application/application.ts';
import { type Letter } from '../fact/application-facts.ts';
import { type LetterField } from '../regulation/letter-field.ts';
import { type RefusalGround } from '../regulation/regulation.ts';
import { langs } from '../text/lang.ts';
import { type LetterText } from './letter-template.ts';
import {
	fieldsIn,
	type OwnFieldProblem,
	ownFieldValue,
	withFieldNames,
	withoutOwnFields,
	withOwnFields
} from './own-fields.ts';

/** A ground in a working letter: from the regulation's list, or in the executor's own text. */
type WorkingGround = {
	id: string;
	kk: string;
	ru: string;
	explanation: string;
	explanationRu: string;
	/** From a list that is an example, not the Standard. */
	example: boolean;
	own: boolean;
};

/** A letter being written. Each outcome keeps its own text, so that trying the other one loses nothing. */
export type WorkingLetter = {
	decision: DecisionKind | '';
	notice: LetterText;
	refusal: LetterText;
	/** Input for the fields of the service. */
	fields: Record<string, LetterText>;
	grounds: WorkingGround[];
};

type LetterPart = 'decision' | 'kk' | 'ru' | 'grounds';
type GroundPart = 'kk' | 'ru' | 'explanation' | 'explanationRu';
export type LetterProblem =
	| { at: LetterPart; why: 'empty' | 'openField' }
	| { at: 'field'; field: string; why: OwnFieldProblem }
	| { at: GroundPart; ground: string; why: 'empty' };

/** Initial state: the last written letter, else the texts of the templates. */
export function workingLetter(
	templates: Readonly<Record<DecisionKind, LetterText>>,
	last: { decision: DecisionKind; letter: Letter } | null,
	newId: () => string,
	fields: readonly LetterField[] = []
): WorkingLetter {
	const begun: WorkingLetter = {
		decision: last?.decision ?? '',
		notice: withFieldNames(templates.notice, fields),
		refusal: withFieldNames(templates.refusal, fields),
		fields: Object.fromEntries(fields.map(({ key }) => [key, { kk: '', ru: '' }])),
		grounds: (last?.letter.grounds ?? []).map(({ explanationRu, example, ...ground }) => ({
			...ground,
			id: newId(),
			explanationRu: explanationRu ?? ground.explanation,
			example: example === true,
			own: example !== true
		}))
	};
	if (last) begun[last.decision] = { kk: last.letter.kk, ru: last.letter.ru };
	return begun;
}

/** The grounds with one of the list added or removed; the explanations of the others stay. */
export function withGround(
	grounds: readonly WorkingGround[],
	ground: RefusalGround,
	chosen: boolean,
	newId: () => string
): WorkingGround[] {
	const others = grounds.filter(({ kk }) => kk !== ground.kk);
	if (!chosen || others.length < grounds.length) return chosen ? [...grounds] : others;
	const { kk, ru, example } = ground;
	return [
		...others,
		{ id: newId(), kk, ru, explanation: '', explanationRu: '', example: example === true, own: false }
	];
}

/** The letter as it would be recorded and printed; null while no outcome is chosen. */
export function letterOf(
	working: WorkingLetter,
	fields: readonly LetterField[] = []
): { decision: DecisionKind; letter: Letter } | null {
	const { decision } = working;
	if (decision === '') return null;
	const grounds = decision === 'refusal' ? working.grounds : [];
	return {
		decision,
		letter: {
			...withOwnFields(working[decision], fields, working.fields),
			grounds: grounds.map(({ kk, ru, explanation, explanationRu, example }) => ({
				kk: kk.trim(),
				ru: ru.trim(),
				explanation: explanation.trim(),
				explanationRu: explanationRu.trim(),
				...(example ? { example: true as const } : {})
			}))
		}
	};
}

/** An unfilled field of a template: in braces, or a line to write on. */
const OPEN_FIELD = /\{[^{}]*\}|_{3,}/u;

/** Problems to correct before it goes to the head, in the order of the page. */
export function letterProblems(working: WorkingLetter, fields: readonly LetterField[] = []): LetterProblem[] {
	const { decision } = working;
	if (decision === '') return [{ at: 'decision', why: 'empty' }];
	const own = fieldsIn(working[decision], fields);
	const typed = own.flatMap((field): LetterProblem[] => {
		const read = ownFieldValue(field, working.fields[field.key]);
		return read.ok ? [] : [{ at: 'field', field: field.key, why: read.why }];
	});
	const texts = langs.flatMap((lang): LetterProblem[] => {
		if (working[decision][lang].trim() === '') return [{ at: lang, why: 'empty' }];
		return OPEN_FIELD.test(withoutOwnFields(working[decision][lang], own)) ? [{ at: lang, why: 'openField' }] : [];
	});
	const text = [...typed, ...texts];
	if (decision === 'notice') return text;
	if (working.grounds.length === 0) return [{ at: 'grounds', why: 'empty' }, ...text];
	const grounds = working.grounds.flatMap((ground) =>
		(['kk', 'ru', 'explanation', 'explanationRu'] as const)
			.filter((part) => ground[part].trim() === '')
			.map((part): LetterProblem => ({ at: part, ground: ground.id, why: 'empty' }))
	);
	return [...grounds, ...text];
}
