import { type CheckFailure } from '#lib/domain/regulation/regulation-checks.ts';
import { type Path } from '#lib/domain/regulation/regulation-diff.ts';
import { type ImportReading, type UnfitImport } from '#lib/domain/regulation/regulation-import.ts';
import { type FieldProblem } from '#lib/domain/regulation/regulation-texts.ts';
import { LETTER_FIELD_KINDS } from '#lib/domain/regulation/letter-field.ts';
import { LIMIT_UNITS, STEP_FACTS, UNIT_CODES } from '#lib/domain/regulation/vocabulary.ts';
import { parsePlainDate } from '#lib/domain/time/plain-date.ts';
import { formatDate } from '#lib/i18n/formats.ts';
import { type Lang } from '#lib/i18n/language.ts';
import { isMessageKey, translateLoosely } from '#lib/i18n/translate.ts';

type Say = (key: string, params?: Record<string, string | number>) => string | undefined;

/** A message if there is one of this key. */
const sayIn =
	(lang: Lang): Say =>
	(key, params) =>
		isMessageKey(key, lang) ? translateLoosely(lang, key, params) : undefined;

/** «таблица 1 › действия › № 6 › предел»: where something stands, in the reader's words. */
export function pathWords(path: Path, lang: Lang): string {
	if (path.length === 0) return sayIn(lang)('regulations.fields.whole') ?? '';
	return path.map((part) => partWords(part, lang)).join(' › ');
}

function partWords(part: string, lang: Lang): string {
	const say = sayIn(lang);
	if (/^\d+$/.test(part)) return `№ ${part}`;
	if (/^#\d+$/.test(part)) return `№ ${part.slice(1)}`;
	return codeWords(part, lang) ?? say(`regulations.fields.${part}`) ?? `«${part}»`;
}

/** Units of the office, facts, units of limits, forms of documents and kinds of letter fields by the names that the screens give them. */
function codeWords(code: string, lang: Lang): string | undefined {
	const say = sayIn(lang);
	if (UNIT_CODES.some((each) => each === code)) return say(`states.roles.${code}`);
	if (LETTER_FIELD_KINDS.some((each) => each === code)) return say(`regulations.letterFieldKinds.${code}`);
	if (LIMIT_UNITS.some((each) => each === code)) return say(`regulationEdit.units.${code}`);
	if (code === 'original' || code === 'copy') return say(`applicant.${code}`);
	return STEP_FACTS.some((each) => each === code) ? say(`states.steps.${code}`) : undefined;
}

/** A value of a regulation, or a whole part of it, in one line; codes that have a name are told by it. */
export function valueWords(value: unknown, lang: Lang): string {
	const say = sayIn(lang);
	if (value === undefined || value === null) return say('regulations.diffAbsent') ?? '';
	if (typeof value === 'boolean') return say(value ? 'regulations.diffYes' : 'regulations.diffNo') ?? '';
	if (typeof value === 'string') return codeWords(value, lang) ?? dayWords(value) ?? value;
	if (Array.isArray(value)) return value.map((each) => valueWords(each, lang)).join('; ');
	if (typeof value !== 'object') return String(value);
	return Object.entries(value)
		.map(([key, inner]) => `${partWords(key, lang)}: ${valueWords(inner, lang)}`)
		.join(', ');
}

/** A part of a regulation as it is read line by line: one line for each of its fields, a list in one. */
export function partLines(value: unknown, lang: Lang): string {
	if (Array.isArray(value) && value.length === 0) return sayIn(lang)('regulations.none') ?? '';
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return valueWords(value, lang);
	return Object.entries(value)
		.map(([key, inner]) => `${partWords(key, lang)}: ${valueWords(inner, lang)}`)
		.join('\n');
}

/** A day as the screens write days. */
function dayWords(value: string): string | undefined {
	const day = parsePlainDate(value);
	return day && formatDate(day);
}

/** A cross-check that fails: the sentence of its name, and its place. */
export function checkWords({ check, place, what = '' }: CheckFailure, lang: Lang): { place: string; sentence: string } {
	const sentence = sayIn(lang)(`regulations.checks.${check}`, { what: codeWords(what, lang) ?? what }) ?? check;
	// Checks of numbering and lists count from nought, as the data do; actions are named by their own number.
	const counted = check.endsWith('-count') || !place.startsWith('table');
	const path = place.split('.').map((part) => (counted && /^\d+$/.test(part) ? `#${Number(part) + 1}` : part));
	return { place: pathWords(path, lang), sentence };
}

const KINDS: Readonly<Record<string, string>> = {
	string: 'text',
	number: 'number',
	boolean: 'flag',
	Array: 'list',
	Object: 'object',
	null: 'nothing'
};

/** Fields whose form is told in a sentence of their own. */
const FORMS: Readonly<Record<string, string>> = { id: 'idForm', workingName: 'nameForm' };

/** A field that is wrong: its place, and what to do. */
export function fieldWords({ path, kind, expected }: FieldProblem, lang: Lang): { place: string; sentence: string } {
	const say = sayIn(lang);
	const words =
		kind === 'type' ? expected.map((each) => say(`regulations.kinds.${KINDS[each] ?? 'other'}`) ?? each) : expected;
	const form = kind === 'form' ? (FORMS[path[0] ?? ''] ?? kind) : kind;
	const sentence = say(`regulations.fieldProblem.${form}`, { expected: words.join(', ') }) ?? kind;
	return { place: pathWords(path, lang), sentence };
}

/** Which field of the text a refusal is about; the whole text where it is about none. */
const REFUSED_FIELD: Readonly<Record<UnfitImport['why'], string>> = {
	numberTaken: 'number',
	wrongNumber: 'number',
	nameTaken: 'workingName',
	notFirst: 'version',
	oldVersion: 'version',
	versionGap: 'version',
	begunBefore: 'validFrom',
	over: 'validTo'
};

/** Why a new version is refused before it can be looked at: the place and what to do; fields are told one by one elsewhere. */
export function refusalWords(
	reading: Exclude<ImportReading, { ok: true }>,
	lang: Lang
): { place: string; sentence: string } {
	const say = sayIn(lang);
	const whole = (sentence = '') => ({ place: '', sentence });
	switch (reading.why) {
		case 'empty':
			return whole(say('regulations.importEmpty'));
		case 'tooLong':
			return whole(say('errors.tooLong', { n: reading.length, max: reading.most }));
		case 'syntax':
			return whole(say('regulations.importSyntax', reading.at));
		case 'fields':
			return whole(say('regulations.importFields', { n: reading.problems.length }));
		case 'oldVersion':
		case 'versionGap':
		case 'notFirst':
		case 'wrongNumber':
		case 'numberTaken':
		case 'nameTaken':
		case 'begunBefore':
		case 'over':
			return {
				place: pathWords([REFUSED_FIELD[reading.why]], lang),
				sentence: say(`regulations.importRefused.${reading.why}`, unfitParams(reading, lang)) ?? ''
			};
	}
}

function unfitParams(reading: UnfitImport, lang: Lang): Record<string, string | number> {
	switch (reading.why) {
		case 'numberTaken': {
			const { number, by, free } = reading;
			return { number, free, id: by.id, name: by.workingName[lang] };
		}
		case 'nameTaken':
			return { number: reading.by.number, id: reading.by.id, name: reading.by.workingName[lang] };
		case 'wrongNumber':
			return { number: reading.number, expected: reading.expected };
		case 'notFirst':
			return { version: reading.version };
		case 'oldVersion':
			return { version: reading.version, last: reading.last };
		case 'versionGap':
			return { version: reading.version, expected: reading.expected };
		case 'begunBefore':
			return { date: formatDate(reading.validFrom), today: formatDate(reading.today) };
		case 'over':
			return { date: formatDate(reading.validTo), today: formatDate(reading.today) };
	}
}
