import { monthName } from '../text/calendar-words.ts';
import { fold, foldLoosely } from '../text/fold.ts';
import { parsePlainDate, type PlainDate } from '../time/plain-date.ts';

/** What may follow a day: «ж.», «г.», «(жұма)», «14:30». */
const TAIL = String.raw`\.?\s*(?:ж|г|жыл\p{L}*|год\p{L}*)?\.?,?\s*(?:\(\p{L}+\))?,?\s*(?:\d{1,2}:\d{2})?`;
const WITH_DOTS = new RegExp(String.raw`^(\d{1,2})\s*[./]\s*(\d{1,2})(?:\s*[./]\s*(\d{4}|\d{2}))?${TAIL}$`, 'u');
const WITH_HYPHENS = new RegExp(String.raw`^(\d{1,2})-(\d{1,2})-(\d{4})${TAIL}$`, 'u');
const BY_YEAR = new RegExp(String.raw`^(\d{4})[-./](\d{1,2})[-./](\d{1,2})${TAIL}$`, 'u');
const DAY_IN_WORDS = new RegExp(String.raw`^(\d{1,2})\s+(\p{L}{3,})\.?(?:\s+(\d{4}))?${TAIL}$`, 'u');
const YEAR_IN_WORDS = /^(\d{4})\s*(?:ж|жыл\p{L}*)\.?\s+(\d{1,2})\s+(\p{L}{3,})$/u;

/**
 * A day as people write it: `27.11.2026`, `27.11.26`, `27/11/2026`, `2026-11-27`, «27.11.2026 ж.», «27.11.2026 (жұма)», «27
 * қараша», «2026 жылғы 27 қараша»; without a year that of `today`. Free text on purpose: a browser's own date field uses the
 * language of the browser, not of the page.
 */
export function typedDate(text: string, today: PlainDate): PlainDate | undefined {
	const plain = fold(text);
	const thisYear = today.slice(0, 4);
	const numeric = WITH_DOTS.exec(plain) ?? WITH_HYPHENS.exec(plain);
	if (numeric) return dateOf(numeric[3] ?? thisYear, numeric[2]!, numeric[1]!);
	const byYear = BY_YEAR.exec(plain);
	if (byYear) return dateOf(byYear[1]!, byYear[2]!, byYear[3]!);
	const inWords = DAY_IN_WORDS.exec(plain);
	if (inWords) return dateOf(inWords[3] ?? thisYear, monthOf(inWords[2]!), inWords[1]!);
	const official = YEAR_IN_WORDS.exec(plain);
	return official ? dateOf(official[1]!, monthOf(official[3]!), official[2]!) : undefined;
}

function dateOf(year: string, month: string, day: string): PlainDate | undefined {
	const full = year.length === 2 ? `20${year}` : year;
	return parsePlainDate(`${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** `11` of «қараша», «караша», «ноября», «нояб»: Russian months have another ending after a day. Empty where it is no month. */
function monthOf(word: string): string {
	const typed = foldLoosely(word);
	for (let month = 1; month <= 12; month++) {
		const [kk, ru] = [foldLoosely(monthName(month, 'kk')), foldLoosely(monthName(month, 'ru'))];
		const stem = ru.replace(/[ьй]$/u, '');
		const ended = [stem, `${stem}я`, `${stem}а`];
		const isIt = kk === typed || ru === typed || ended.includes(typed) || (typed.length >= 3 && stem.startsWith(typed));
		if (isIt || (month === 5 && typed === 'мая')) return String(month);
	}
	return '';
}
