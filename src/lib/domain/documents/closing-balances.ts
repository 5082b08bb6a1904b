import { CAME, type ClosedAt, LEFT, NUMBERS, type PaperIn, type PaperOut, START, WENT } from './closing-words.ts';
import { type Bilingual, type TallyRow } from './paper-model.ts';

/*
 * The two accounts of a closing sheet. Each ends with a line that writes out the sum with its sign, so that a reader can check it.
 */

/** Numbers given on the devices of the sheet, and their records. */
export type NumbersAccount = {
	/** First and last serial given, as printed («0001»); null for many devices, or for none given. */
	readonly range: { readonly first: string; readonly last: string } | null;
	readonly issued: number;
	/** Of them those of earlier days, which no closing had covered. */
	readonly earlier: number;
	readonly saved: number;
	readonly sent: number;
	readonly waiting: number;
	/** Given serials without a received record: the first ones, by device and in order. */
	readonly missing: readonly { readonly device: number; readonly serial: number }[];
	/** Annulled serials or numbers, with the reason. */
	readonly annulled: readonly { readonly number: string; readonly reason: Bilingual }[];
	readonly reprints: number;
	/** Copies not printed, or printed badly. */
	readonly spoiled: number;
	/** Receipts or talons written by hand. */
	readonly handwritten: number;
};

/** Papers of one kind in one place, from opening to closing. */
export type PapersAccount = {
	readonly paper: 'packet' | 'result';
	readonly at: ClosedAt;
	readonly start: number;
	readonly came: readonly { readonly way: PaperIn; readonly count: number }[];
	readonly went: readonly { readonly way: PaperOut; readonly count: number }[];
	/** Counted at the closing, not computed. */
	readonly left: number;
};

/** Whether every given number has its record, and every record is sent or waiting. */
export function numbersEven({ issued, saved, sent, waiting }: NumbersAccount): boolean {
	return issued === saved && saved === sent + waiting;
}

/** Whether start + came = went + left. */
export function papersEven({ start, came, went, left }: PapersAccount): boolean {
	return start + sumOf(came) === sumOf(went) + left;
}

/** The account of numbers: issued = saved = sent + waiting. */
export function numbersRows(balance: NumbersAccount): readonly TallyRow[] {
	const { range, issued, earlier, saved, sent, waiting, annulled } = balance;
	const given = earlier === 0 ? `${issued}` : `${issued - earlier} + ${earlier}`;
	const sum = `${given} ${compared(issued, saved)} ${saved} ${compared(saved, sent + waiting)} ${sent} + ${waiting}`;
	return [
		row(NUMBERS.issued, issued - earlier, range === null ? null : `${range.first} – ${range.last}`),
		...(earlier === 0 ? [] : [row(NUMBERS.earlier, earlier)]),
		row(NUMBERS.saved, saved),
		{ ...row(NUMBERS.sent, sent), part: true },
		{ ...row(NUMBERS.waiting, waiting), part: true },
		verdict(sum, numbersEven(balance)),
		...withoutRecord(balance),
		row(NUMBERS.annulled, annulled.length, reasons(annulled)),
		row(NUMBERS.reprinted, balance.reprints),
		// Usually there are none, and a usual shift fits on one page.
		...(balance.spoiled === 0 ? [] : [row(NUMBERS.spoiled, balance.spoiled)]),
		row(NUMBERS.handwritten, balance.handwritten)
	];
}

/** The account of papers: start + came = went + left. */
export function papersRows(balance: PapersAccount): readonly TallyRow[] {
	const { at, start, came, went, left } = balance;
	const even = papersEven(balance);
	const before = [start, ...came.map(({ count }) => count)].join(' + ');
	const after = [...went.map(({ count }) => count), left].join(' + ');
	return [
		row(START[at], start),
		...came.map(({ way, count }) => row(CAME[way], count)),
		...went.map(({ way, count }) => row(WENT[way], count)),
		row(LEFT[at], left),
		verdict(`${before} ${even ? '=' : '≠'} ${after}`, even)
	];
}

/** One line of an account. */
export function row(label: Bilingual, value: number | string, remark: TallyRow['remark'] = null): TallyRow {
	return { label, value: String(value), remark };
}

/** Numbers without a record, where there are any. */
function withoutRecord({ issued, saved, missing, range }: NumbersAccount): readonly TallyRow[] {
	if (missing.length === 0) return [];
	const count = Math.max(issued - saved, missing.length);
	const listed = [...Map.groupBy(missing, ({ device }) => device)].map(([device, ones]) => {
		const serials = serialRanges(ones.map(({ serial }) => serial));
		return range === null ? `${device}: ${serials}` : serials;
	});
	return [{ ...row(NUMBERS.missing, count, listed.join('; ') + (count > missing.length ? '; …' : '')), sign: 'bad' }];
}

/** «0003 – 0005, 0009». */
function serialRanges(serials: readonly number[]): string {
	const ranges: { from: number; to: number }[] = [];
	for (const serial of serials) {
		const last = ranges.at(-1);
		if (last && serial === last.to + 1) last.to = serial;
		else ranges.push({ from: serial, to: serial });
	}
	const shown = (serial: number) => String(serial).padStart(4, '0');
	return ranges.map(({ from, to }) => (from === to ? shown(from) : `${shown(from)} – ${shown(to)}`)).join(', ');
}

function verdict(sum: string, even: boolean): TallyRow {
	return {
		label: { kk: 'Салыстыру', ru: 'Сверка' },
		value: '',
		remark: { label: even ? { kk: 'тең', ru: 'равно' } : { kk: 'тең емес', ru: 'не равно' }, value: sum },
		sign: even ? 'good' : 'bad'
	};
}

function compared(a: number, b: number): string {
	return a === b ? '=' : '≠';
}

function reasons(annulled: NumbersAccount['annulled']): Bilingual | null {
	if (annulled.length === 0) return null;
	const listed = (lang: keyof Bilingual) =>
		annulled.map(({ number, reason }) => `${number}: ${reason[lang]}`).join('; ');
	return { kk: listed('kk'), ru: listed('ru') };
}

function sumOf(ways: readonly { readonly count: number }[]): number {
	return ways.reduce((sum, { count }) => sum + count, 0);
}
