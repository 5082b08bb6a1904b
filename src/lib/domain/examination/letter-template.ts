import { type DecisionKind } from '../application/application';
import { type Bilingual } from '../documents/paper-model';
import { EXAMPLE_TEMPLATES, fillTemplate, type TemplateField, type TemplateKind } from '../documents/result-template';
import { fold } from '../text/fold';
import { langs, type Lang } from '../text/lang';

/** What a template is filled with, in both languages. */
export type LetterFields = Readonly<Record<TemplateField, Bilingual>>;

/** The text of a letter in both languages, paragraphs in lines of their own. */
export type LetterText = Record<Lang, string>;

/** Papers with a text of their own, by what the regulation calls its result; everything else is a notice. */
const KINDS: readonly { word: string; kind: TemplateKind }[] = [
	{ word: 'анықтама', kind: 'certificate' },
	{ word: 'жолдама', kind: 'referral' }
];

/** Which text a decision begins with: a refusal is the same for every service, a positive paper is what its regulation names. */
export function templateKindOf(decision: DecisionKind, resultPaper: Bilingual): TemplateKind {
	if (decision === 'refusal') return 'refusal';
	const name = fold(resultPaper.kk);
	return KINDS.find(({ word }) => name.includes(word))?.kind ?? 'notice';
}

/** The text that a letter begins with, its fields filled in. */
export function templateText(decision: DecisionKind, resultPaper: Bilingual, fields: LetterFields): LetterText {
	const { text } = EXAMPLE_TEMPLATES[templateKindOf(decision, resultPaper)];
	const filled = (lang: Lang) => fillTemplate(text[lang], valuesIn(fields, lang)).text;
	return { kk: filled('kk'), ru: filled('ru') };
}

/** Whether a text of the letter is still the example as it was filled in: the paper then says so. */
export function restsOnTemplate(letter: LetterText, template: LetterText): boolean {
	return langs.some((lang) => letter[lang].trim() === template[lang].trim());
}

const valuesIn = (fields: LetterFields, lang: Lang) =>
	Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, value[lang]]));
