import { type DecisionKind } from '../application/application.ts';
import { type Bilingual } from '../documents/paper-model.ts';
import {
	EXAMPLE_APPEAL,
	EXAMPLE_TEMPLATES,
	fillTemplate,
	type TemplateField,
	type TemplateKind
} from '../documents/result-template.ts';
import { type LetterTemplate, type LetterTemplates, type Regulation } from '../regulation/regulation.ts';
import { fold } from '../text/fold.ts';
import { langs, type Lang } from '../text/lang.ts';

/** The fields of a template, in both languages. */
export type LetterFields = Readonly<Record<TemplateField, Bilingual>>;

/** The text of a letter in both languages, paragraphs in lines of their own. */
export type LetterText = Record<Lang, string>;

/** Papers with a text of their own, by the regulation's name of its result; everything else is a notice. */
const KINDS: readonly { word: string; kind: TemplateKind }[] = [
	{ word: 'анықтама', kind: 'certificate' },
	{ word: 'жолдама', kind: 'referral' }
];

/** The initial text of a decision: a refusal is the same for every service, a positive paper depends on its regulation. */
export function templateKindOf(decision: DecisionKind, resultPaper: Bilingual): TemplateKind {
	if (decision === 'refusal') return 'refusal';
	const name = fold(resultPaper.kk);
	return KINDS.find(({ word }) => name.includes(word))?.kind ?? 'notice';
}

/** The parts of a regulation that its letters need. */
type LetterLaw = Pick<Regulation, 'resultPaper' | 'letters' | 'letterFields'>;

/** The templates of a version: its own, or the program's examples for a version older than templates in data. */
export function lettersOf({ letters, resultPaper }: LetterLaw): LetterTemplates {
	return (
		letters ?? {
			notice: exampleOf(EXAMPLE_TEMPLATES[templateKindOf('notice', resultPaper)].text),
			refusal: exampleOf(EXAMPLE_TEMPLATES.refusal.text),
			appeal: exampleOf(EXAMPLE_APPEAL)
		}
	);
}

const exampleOf = ({ kk, ru }: Bilingual): LetterTemplate => ({ kk, ru, example: true });

/** The initial text of a letter, its fields filled in. */
export function templateText(decision: DecisionKind, law: LetterLaw, fields: LetterFields): LetterText {
	return filledLetter(lettersOf(law)[decision], fields);
}

/** A template with its fields filled in, in both languages. */
export function filledLetter(template: LetterText, fields: LetterFields): LetterText {
	const filled = (lang: Lang) => fillTemplate(template[lang], valuesIn(fields, lang)).text;
	return { kk: filled('kk'), ru: filled('ru') };
}

/**
 * Whether a letter is based on an example instead of law: an unchanged example text, or, at the end of a refusal, an example of how
 * to appeal. The paper is then marked.
 */
export function restsOnExample(
	decision: DecisionKind,
	letter: LetterText,
	law: LetterLaw,
	fields: LetterFields
): boolean {
	const templates = lettersOf(law);
	if (decision === 'refusal' && templates.appeal.example) return true;
	if (!templates[decision].example) return false;
	const template = templateText(decision, law, fields);
	const keys = (law.letterFields ?? []).map(({ key }) => key);
	return langs.some((lang) => isFilledFrom(template[lang].trim(), letter[lang].trim(), keys));
}

/** Whether a text is a template with only the fields of its service filled in. */
function isFilledFrom(template: string, text: string, keys: readonly string[]): boolean {
	const parts = keys.reduce<readonly string[]>(
		(some, key) => some.flatMap((part) => part.split(`{${key}}`)),
		[template]
	);
	const pattern = parts.map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('[^\\n]*');
	return new RegExp(`^${pattern}$`, 'u').test(text);
}

const valuesIn = (fields: LetterFields, lang: Lang) =>
	Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, value[lang]]));
