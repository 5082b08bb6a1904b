import { type Lang } from '../text/lang.ts';
import { type Bilingual } from './paper-model.ts';

/** Fields of a template. Dates are official text, without an ending after them. */
export const TEMPLATE_FIELDS = ['applicant', 'service', 'date', 'number', 'body'] as const;
export type TemplateField = (typeof TEMPLATE_FIELDS)[number];

/** Values in the language of the text; an empty one counts as missing. */
type TemplateFields = Readonly<Partial<Record<TemplateField, string>>>;

type TemplateProblem =
	/** No field has this name. */
	| { readonly kind: 'unknown'; readonly placeholder: string }
	/** The field is known, its value is not. */
	| { readonly kind: 'missing'; readonly placeholder: string }
	/** An unmatched brace: the intended field is none. */
	| { readonly kind: 'lone'; readonly placeholder: string }
	/** An ending follows the field: Kazakh endings depend on the preceding word, so it would often be wrong. */
	| { readonly kind: 'ending'; readonly placeholder: string; readonly ending: string };

/** A text with its fields filled in, and the problems left to correct. */
type FilledTemplate = { readonly text: string; readonly problems: readonly TemplateProblem[] };

/** A placeholder and an ending attached to it: `{applicant}ға`, `{date}-ге`. */
const PLACEHOLDER = /\{([^{}]*)\}(-?\p{L}+)?/gu;

/** An unmatched brace, with the word beside it: `{applicant`, `date}`. */
const LONE_BRACE = /\{\p{L}*|\p{L}*\}/gu;

/**
 * Puts the fields into a text, each once and in one pass, so that braces inside a value are left alone. A placeholder that cannot
 * be filled stays as it is, visible on the paper, and is reported as a problem.
 * @param own names of the service's own fields: they stay until the executor has typed them
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

/** Problems of a template before there is an application to fill it with: for its editor. */
export function templateProblems(text: string, own: readonly string[] = []): readonly TemplateProblem[] {
	const lone = [...text.replaceAll(PLACEHOLDER, '').matchAll(LONE_BRACE)].map(([placeholder]): TemplateProblem => ({
		kind: 'lone',
		placeholder
	}));
	return [...fillTemplate(text, {}, own).problems.filter(({ kind }) => kind !== 'missing'), ...lone];
}

/** The paragraphs of an edited text: one per non-empty line. */
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
	/** Not from the Standard: a starting point that the body replaces with its own text. */
	readonly example: boolean;
};

/** The papers of a decision: a certificate for service 1, a referral for service 2. */
export type TemplateKind = 'notice' | 'certificate' | 'referral' | 'refusal';

/*
 * The Standard of the services is not available, so these are examples: they repeat the regulation itself (considered, decided,
 * reasoned refusal) and quote no law.
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

/** How to appeal, without naming a court or a term not verified in the law. An example as well. */
export const EXAMPLE_APPEAL: Bilingual = {
	kk: 'Шешіммен келіспесеңіз, заңнамада белгіленген тәртіппен шағым беруге құқығыңыз бар.',
	ru: 'При несогласии с решением Вы вправе обжаловать его в порядке, установленном законодательством.'
};

function example(kk: readonly string[], ru: readonly string[]): ResultTemplate {
	return { text: { kk: kk.join('\n'), ru: ru.join('\n') }, example: true };
}
