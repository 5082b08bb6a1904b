import { type Lang } from '../text/lang.ts';
import { type Bilingual } from './paper-model.ts';

/** What a template may name. Dates come as official text, without an ending after them. */
export const TEMPLATE_FIELDS = ['applicant', 'service', 'date', 'number', 'body'] as const;
export type TemplateField = (typeof TEMPLATE_FIELDS)[number];

/** Values in the language of the text; an empty one is as good as none. */
type TemplateFields = Readonly<Partial<Record<TemplateField, string>>>;

type TemplateProblem =
	/** No field has this name. */
	| { readonly kind: 'unknown'; readonly placeholder: string }
	/** The field is known, its value is not. */
	| { readonly kind: 'missing'; readonly placeholder: string }
	/** A brace without its fellow: what was to be a field is none. */
	| { readonly kind: 'lone'; readonly placeholder: string }
	/** An ending follows the field: Kazakh endings change with the word before them, so it would often be wrong. */
	| { readonly kind: 'ending'; readonly placeholder: string; readonly ending: string };

/** A text with its fields filled in, and what a person still has to put right. */
type FilledTemplate = { readonly text: string; readonly problems: readonly TemplateProblem[] };

/** A placeholder and the ending that somebody glued to it: `{applicant}ға`, `{date}-ге`. */
const PLACEHOLDER = /\{([^{}]*)\}(-?\p{L}+)?/gu;

/** A brace that is left over, with the word beside it: `{applicant`, `date}`. */
const LONE_BRACE = /\{\p{L}*|\p{L}*\}/gu;

/**
 * Puts the fields into a text, each once and in one pass, so that braces inside a value are left alone. A placeholder
 * that cannot be filled stays as it is, to be seen on the paper, and is told as a problem.
 * @param own names of fields that the service has beyond these: they stay until the executor has typed them
 */
export function fillTemplate(text: string, fields: TemplateFields, own: readonly string[] = []): FilledTemplate {
	const problems: TemplateProblem[] = [];
	const filled = text.replaceAll(PLACEHOLDER, (whole, name: string, ending: string | undefined) => {
		const placeholder = `{${name}}`;
		if (ending !== undefined) problems.push({ kind: 'ending', placeholder, ending });
		if (own.includes(name)) return whole;
		if (!isField(name)) {
			problems.push({ kind: 'unknown', placeholder });
			return whole;
		}
		const value = fields[name] ?? '';
		if (value === '') {
			problems.push({ kind: 'missing', placeholder });
			return whole;
		}
		return `${value}${ending ?? ''}`;
	});
	return { text: filled, problems };
}

/** What is wrong with a template before there is an application to fill it with: for the one who edits it. */
export function templateProblems(text: string, own: readonly string[] = []): readonly TemplateProblem[] {
	const lone = [...text.replaceAll(PLACEHOLDER, '').matchAll(LONE_BRACE)].map(([placeholder]): TemplateProblem => ({
		kind: 'lone',
		placeholder
	}));
	return [...fillTemplate(text, {}, own).problems.filter(({ kind }) => kind !== 'missing'), ...lone];
}

/** The paragraphs of an edited text: one for each line that is not empty. */
export function paragraphsOf(text: string): readonly string[] {
	return text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
}

function isField(name: string): name is TemplateField {
	return (TEMPLATE_FIELDS as readonly string[]).includes(name);
}

/** A text for a kind of result, in both languages. */
type ResultTemplate = {
	readonly text: Readonly<Record<Lang, string>>;
	/** Not from the Standard: a starting point that the body replaces by its own text. */
	readonly example: boolean;
};

/** The papers that a decision may end with: a certificate for service 1, a referral for service 2. */
export type TemplateKind = 'notice' | 'certificate' | 'referral' | 'refusal';

/*
 * The Standard of the services is not at hand, so these are examples: they say what the regulation itself says
 * (considered, decided, reasoned refusal) and quote no law.
 */
export const EXAMPLE_TEMPLATES: Readonly<Record<TemplateKind, ResultTemplate>> = {
	notice: example(
		['{date} күні қабылданған өтінішіңіз қаралды.', 'Сұралған мемлекеттік қызметті көрсету туралы шешім қабылданды.'],
		['Ваше заявление, принятое {date}, рассмотрено.', 'Принято решение об оказании запрошенной государственной услуги.']
	),
	certificate: example(
		[
			'Анықтама кімге берілді: {applicant}.',
			'Өтініш берушінің (отбасының) атаулы әлеуметтік көмек алушыларға тиесілігі расталады.',
			'Негізі: өтініш. Нөмірі: {number}. Қабылданған күні: {date}.',
			'Анықтаманы берген орган: {body}.'
		],
		[
			'Справка выдана. Кому: {applicant}.',
			'Принадлежность заявителя (семьи) к получателям адресной социальной помощи подтверждается.',
			'Основание: заявление. Номер: {number}. Дата приёма: {date}.',
			'Орган, выдавший справку: {body}.'
		]
	),
	referral: example(
		[
			'Жолдама кімге берілді: {applicant}.',
			'Жұмыспен қамтуға жәрдемдесудің белсенді нысаны: ______________________________',
			'Негізі: өтініш. Нөмірі: {number}. Қабылданған күні: {date}.',
			'Жолдаманы берген орган: {body}.'
		],
		[
			'Направление выдано. Кому: {applicant}.',
			'Активная форма содействия занятости: ______________________________',
			'Основание: заявление. Номер: {number}. Дата приёма: {date}.',
			'Орган, выдавший направление: {body}.'
		]
	),
	refusal: example(
		[
			'{date} күні қабылданған өтінішіңіз қаралды.',
			'Сұралған мемлекеттік қызметті көрсетуден дәлелді бас тарту туралы шешім қабылданды. Негізі:'
		],
		[
			'Ваше заявление, принятое {date}, рассмотрено.',
			'Принято решение о мотивированном отказе в оказании запрошенной государственной услуги. Основание:'
		]
	)
};

/** How to appeal, without naming a court or a term that nobody here has read in the law. An example as well. */
export const EXAMPLE_APPEAL: Bilingual = {
	kk: 'Шешіммен келіспесеңіз, заңнамада белгіленген тәртіппен шағым беруге құқығыңыз бар.',
	ru: 'При несогласии с решением Вы вправе обжаловать его в порядке, установленном законодательством.'
};

function example(kk: readonly string[], ru: readonly string[]): ResultTemplate {
	return { text: { kk: kk.join('\n'), ru: ru.join('\n') }, example: true };
}
