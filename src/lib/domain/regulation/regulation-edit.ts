import { lettersOf } from '../examination/letter-template.ts';
import {
	type LetterName,
	type LetterTemplate,
	type LetterTemplates,
	type RefusalGround,
	type Regulation,
	type RequiredDocument
} from './regulation.ts';
import { type LimitUnit } from './vocabulary.ts';

/** Whether a value is an example, and its source if not; a typed source is kept while it is an example. */
export type MarkEdit = { example: boolean; source: string };
/** A row of a list; `key` identifies it while rows are moved. */
export type GroundEdit = MarkEdit & { key: string; kk: string; ru: string };
type DocumentEdit = GroundEdit & { defaultForm: RequiredDocument['defaultForm'] };
type LetterEdit = MarkEdit & { kk: string; ru: string };
export type TermEdit = { given: boolean; amount: string; unit: LimitUnit; literal: string; source: string };

/** The editable data of a regulation while they are being changed. Without what the resolution itself fixes. */
export type RegulationEdit = {
	/** The version that the edit is based on. */
	begunOn: number;
	validFrom: string;
	requiredDocuments: DocumentEdit[];
	refusalGrounds: GroundEdit[];
	totalTerm: TermEdit;
	letters: Record<LetterName, LetterEdit>;
};

/** Units of a total term; rates and slots of a day are no term. */
export const TERM_UNITS: readonly LimitUnit[] = ['workingDays', 'calendarDays', 'hours', 'minutes'];

export const LETTER_NAMES: readonly LetterName[] = ['notice', 'refusal', 'appeal'];

const NO_TERM: TermEdit = { given: false, amount: '', unit: 'workingDays', literal: '', source: '' };

/**
 * Initial state: the data of a version.
 * @param today the first day of the next version, unless the version itself begins later
 */
export function editOf(regulation: Regulation, today: string): RegulationEdit {
	const { version, validFrom, requiredDocuments, refusalGrounds, totalTerm } = regulation;
	return {
		begunOn: version,
		validFrom: validFrom > today ? validFrom : today,
		requiredDocuments: requiredDocuments.map((document, index) => ({
			...ground(document, index),
			defaultForm: document.defaultForm
		})),
		refusalGrounds: refusalGrounds.map(ground),
		totalTerm: totalTerm
			? {
					given: true,
					amount: String(totalTerm.limit.amount),
					unit: totalTerm.limit.unit,
					literal: totalTerm.limit.literal,
					source: totalTerm.source
				}
			: { ...NO_TERM },
		letters: letterEdits(lettersOf(regulation))
	};
}

const ground = ({ kk, ru, ...mark }: RefusalGround, index: number): GroundEdit => ({
	key: `old-${index}`,
	kk,
	ru,
	...markOf(mark)
});

const markOf = ({ example, source }: Pick<RefusalGround, 'example' | 'source'>): MarkEdit => ({
	example: example === true,
	source: source ?? ''
});

function letterEdits(letters: LetterTemplates): RegulationEdit['letters'] {
	const edit = ({ kk, ru, ...mark }: LetterTemplate): LetterEdit => ({ kk, ru, ...markOf(mark) });
	return { notice: edit(letters.notice), refusal: edit(letters.refusal), appeal: edit(letters.appeal) };
}

export const blankGround = (key: string): GroundEdit => ({ key, kk: '', ru: '', example: true, source: '' });
export const blankDocument = (key: string): DocumentEdit => ({ ...blankGround(key), defaultForm: 'copy' });

/** The list with a row moved; the same list where there is no such place. */
export function moved<Row>(rows: readonly Row[], from: number, to: number): Row[] {
	const list = [...rows];
	if (to < 0 || to >= list.length) return list;
	list.splice(to, 0, ...list.splice(from, 1));
	return list;
}

/**
 * The edited next version as plain data still to be parsed: a field may be empty or wrong. All other data are the base's.
 * @param base the newest version known
 */
export function nextVersion(edit: RegulationEdit, base: Regulation): Record<string, unknown> {
	const { totalTerm: _, letters: own, ...kept } = base;
	const term = termOf(edit.totalTerm, base);
	const letters = lettersFrom(edit);
	const untouched = own === undefined && JSON.stringify(letters) === JSON.stringify(lettersOf(base));
	return {
		...kept,
		version: base.version + 1,
		validFrom: edit.validFrom,
		...(term ? { totalTerm: term } : {}),
		requiredDocuments: edit.requiredDocuments.map(({ defaultForm, ...row }) => ({
			kk: row.kk.trim(),
			ru: row.ru.trim(),
			defaultForm,
			...marked(row)
		})),
		refusalGrounds: edit.refusalGrounds.map((row) => ({ kk: row.kk.trim(), ru: row.ru.trim(), ...marked(row) })),
		// A version older than templates in data, with unchanged letters, stays without them.
		...(untouched ? {} : { letters })
	};
}

const lettersFrom = ({ letters }: RegulationEdit) =>
	Object.fromEntries(
		LETTER_NAMES.map((name) => {
			const { kk, ru, ...mark } = letters[name];
			return [name, { kk: lines(kk), ru: lines(ru), ...marked(mark) }];
		})
	);

/** Trimmed, with `\n` as line break. */
const lines = (text: string): string => text.replaceAll('\r\n', '\n').trim();

const marked = ({ example, source }: MarkEdit): MarkData => {
	const place = source.trim();
	return { ...(example ? { example: true as const } : {}), ...(place === '' ? {} : { source: place }) };
};
type MarkData = { example?: true; source?: string };

function termOf({ given, amount, unit, literal, source }: TermEdit, { totalTerm }: Regulation): unknown {
	if (!given) return undefined;
	const typed = amount.trim();
	const bound = totalTerm?.limit.bound;
	return {
		limit: {
			// Anything but a number stays as typed, to be reported at its field.
			amount: /^\d+$/.test(typed) ? Number(typed) : typed,
			unit,
			...(bound ? { bound } : {}),
			literal: literal.trim()
		},
		source: source.trim()
	};
}

/** Whether there is a newer version than the base: its changes are not in the draft. */
export const isOutdated = ({ begunOn }: RegulationEdit, { version }: Regulation): boolean => begunOn < version;
