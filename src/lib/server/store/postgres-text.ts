/**
 * PostgreSQL's text holds every character but U+0000. What a device sends is kept character by character, whatever it is, so that one is
 * written as a mark and its name. The mark is of the private use area: no alphabet has it. Half of a surrogate pair is no character at all:
 * in UTF-8 it is U+FFFD, in SQLite, too.
 */
const MARK = '\uE000';
const NEEDS_MARK = /[\0\uE000]/g;
const MARKED = /\uE000([0e])/g;

export function toPostgres(text: string): string {
	const whole = text.isWellFormed() ? text : text.toWellFormed();
	if (!whole.includes('\0') && !whole.includes(MARK)) return whole;
	return whole.replace(NEEDS_MARK, (one) => MARK + (one === MARK ? 'e' : '0'));
}

export const fromPostgres = (text: string): string =>
	text.includes(MARK) ? text.replace(MARKED, (_, name: string) => (name === 'e' ? MARK : '\0')) : text;
