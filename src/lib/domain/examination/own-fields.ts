import { type Bilingual } from '../documents/paper-model.ts';
import { type LetterField } from '../regulation/letter-field.ts';
import { type LetterText } from './letter-template.ts';
import { type PlainDate, parsePlainDate } from '../time/plain-date.ts';

/** Input for the fields of a service; a value that is the same in both languages is typed as the Kazakh one. */
type TypedFields = Readonly<Record<string, LetterText>>;

export type OwnFieldProblem = 'empty' | 'money' | 'count' | 'date' | 'period' | 'emptyRu' | 'kazakhInRussian';

/** A value as printed in the letter, or its problem. */
type OwnFieldValue =
	{ readonly ok: true; readonly value: Bilingual } | { readonly ok: false; readonly why: OwnFieldProblem };

/** Longest input of a field. */
export const MOST_OF_FIELD = 300;

const KAZAKH_LETTERS = /[әғқңөұүһі]/iu;

/** A placeholder in braces: the field's key in the data, its name in texts for people. */
const IN_BRACES = /\{([^{}]+)\}/gu;

const namesOf = ({ key, label }: LetterField): readonly string[] => [key, label.kk, label.ru];

function fieldOf(named: string, fields: readonly LetterField[]): LetterField | undefined {
	const name = named.trim();
	return fields.find(({ key }) => key === name) ?? fields.find((field) => namesOf(field).includes(name));
}

/** The fields used in a text. */
export function fieldsIn(text: LetterText, fields: readonly LetterField[]): readonly LetterField[] {
	const named = [text.kk, text.ru].flatMap((half) =>
		[...half.matchAll(IN_BRACES)].map(([, name = '']) => fieldOf(name, fields))
	);
	return fields.filter((field) => named.includes(field));
}

/** A text with its fields' names in each language instead of their keys. */
export function withFieldNames(text: LetterText, fields: readonly LetterField[]): LetterText {
	const called = (lang: keyof LetterText) =>
		text[lang].replaceAll(IN_BRACES, (whole, name: string) => {
			const field = fieldOf(name, fields);
			// Two fields of one name are distinguished by their keys only.
			const isAlone = fields.every((other) => other === field || !namesOf(other).includes(field?.label[lang] ?? ''));
			return field && isAlone ? `{${field.label[lang]}}` : whole;
		});
	return { kk: called('kk'), ru: called('ru') };
}

/** A text without its own placeholders. */
export const withoutOwnFields = (text: string, fields: readonly LetterField[]): string =>
	text.replaceAll(IN_BRACES, (whole, name: string) => (fieldOf(name, fields) ? '' : whole));

/** Parses the input of a field. */
export function ownFieldValue({ kind }: LetterField, typed: LetterText | undefined): OwnFieldValue {
	const kk = (typed?.kk ?? '').trim();
	if (kk === '') return { ok: false, why: 'empty' };
	if (kind === 'text') return inBoth(kk, (typed?.ru ?? '').trim());
	const value = READERS[kind](kk);
	return value === null ? { ok: false, why: kind } : { ok: true, value };
}

/** The Russian half of a letter is Russian: a mere copy of the Kazakh text is a problem. */
function inBoth(kk: string, ru: string): OwnFieldValue {
	if (ru === '') return { ok: false, why: 'emptyRu' };
	if (ru === kk && KAZAKH_LETTERS.test(ru)) return { ok: false, why: 'kazakhInRussian' };
	return { ok: true, value: { kk, ru } };
}

const same = (text: string): Bilingual => ({ kk: text, ru: text });

const READERS: Readonly<Record<Exclude<LetterField['kind'], 'text'>, (typed: string) => Bilingual | null>> = {
	money: moneyOf,
	// A grant for zero does not exist.
	count: (typed) => (/^\d{1,4}$/.test(typed) && Number(typed) > 0 ? same(String(Number(typed))) : null),
	date: (typed) => {
		const day = dayOf(typed);
		return day === null ? null : same(written(day));
	},
	period: periodOf
};

/** «45 000 теңге», with tiyn where typed. */
function moneyOf(typed: string): Bilingual | null {
	const [, whole, part] = /^(\d[\d\s]{0,14})(?:[.,](\d\d))?$/u.exec(typed) ?? [];
	const amount = whole?.replace(/\s/gu, '').replace(/^0+(?=\d)/, '');
	if (!amount) return null;
	const grouped = amount.replace(/\B(?=(\d{3})+$)/g, '\u00a0');
	const number = part === undefined ? grouped : `${grouped},${part}`;
	return { kk: `${number}\u00a0теңге`, ru: `${number}\u00a0тенге` };
}

/** Two days, the later one not before the earlier. */
function periodOf(typed: string): Bilingual | null {
	const [, first = '', last = ''] = /^([\d.]{8,10})\s*[-–—]\s*([\d.]{8,10})$/u.exec(typed) ?? [];
	const [from, to] = [dayOf(first), dayOf(last)];
	return from === null || to === null || from > to ? null : same(`${written(from)} – ${written(to)}`);
}

function dayOf(typed: string): PlainDate | null {
	const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(typed) ?? [];
	if (!day || !month) return null;
	return parsePlainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) ?? null;
}

const written = (day: PlainDate): string => day.split('-').reverse().join('.');

/** Puts the input into a text; an empty or wrong field stays in its braces. */
export function withOwnFields(text: LetterText, fields: readonly LetterField[], typed: TypedFields): LetterText {
	const filled = (lang: keyof LetterText) =>
		text[lang].replaceAll(IN_BRACES, (whole, name: string) => {
			const field = fieldOf(name, fields);
			const read = field && ownFieldValue(field, typed[field.key]);
			return read?.ok ? read.value[lang] : whole;
		});
	return { kk: filled('kk'), ru: filled('ru') };
}

/** The sample values of the data as input, for the editor's preview and the demonstration. */
export function sampleFields(fields: readonly LetterField[]): TypedFields {
	return Object.fromEntries(fields.map(({ key, sample }) => [key, sample]));
}
