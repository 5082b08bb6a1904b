import { type CheckFailure } from '#lib/domain/regulation/regulation-checks.ts';
import { type Path } from '#lib/domain/regulation/regulation-diff.ts';
import { type FieldProblem, type ImportReading } from '#lib/domain/regulation/regulation-import.ts';
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

/** Units of the office, facts, units of limits and forms of documents by the names that the screens give them. */
function codeWords(code: string, lang: Lang): string | undefined {
	const say = sayIn(lang);
	if (UNIT_CODES.some((each) => each === code)) return say(`states.roles.${code}`);
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

/** A day as the screens write days. */
function dayWords(value: string): string | undefined {
	const day = parsePlainDate(value);
	return day && formatDate(day);
}

/** A cross-check that fails: the sentence of its name, and its place. */
export function checkWords({ check, place, what = '' }: CheckFailure, lang: Lang): { place: string; sentence: string } {
	const sentence = sayIn(lang)(`regulations.checks.${check}`, { what }) ?? check;
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

/** A field that is wrong: its place, and what to do. */
export function fieldWords({ path, kind, expected }: FieldProblem, lang: Lang): { place: string; sentence: string } {
	const say = sayIn(lang);
	const words =
		kind === 'type' ? expected.map((each) => say(`regulations.kinds.${KINDS[each] ?? 'other'}`) ?? each) : expected;
	const sentence = say(`regulations.fieldProblem.${kind}`, { expected: words.join(', ') }) ?? kind;
	return { place: pathWords(path, lang), sentence };
}

/** Why a new version is refused before it can be looked at; fields are told one by one elsewhere. */
export function refusalWords(reading: Exclude<ImportReading, { ok: true }>, lang: Lang): string {
	const say = sayIn(lang);
	switch (reading.why) {
		case 'empty':
			return say('regulations.importEmpty') ?? '';
		case 'syntax':
			return say('regulations.importSyntax', reading.at) ?? '';
		case 'fields':
			return say('regulations.importFields', { n: reading.problems.length }) ?? '';
		case 'unknownId':
			return say('regulations.importUnknownId', { id: reading.id }) ?? '';
		case 'wrongNumber':
			return say('regulations.importWrongNumber', { number: reading.number, expected: reading.expected }) ?? '';
		case 'oldVersion':
			return say('regulations.importOldVersion', { version: reading.version, last: reading.last }) ?? '';
	}
}
