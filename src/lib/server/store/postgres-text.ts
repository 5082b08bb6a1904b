/**
 * PostgreSQL's text holds every character but U+0000. What a device sends is kept character by character, whatever it is, so that one is
 * written as a mark and its name. The mark is of the private use area: no alphabet has it.
 */
const MARK = '\uE000';
const NEEDS_MARK = /[\0\uE000]/g;
const MARKED = /\uE000([0e])/g;

export const toPostgres = (text: string): string =>
	text.includes('\0') || text.includes(MARK)
		? text.replace(NEEDS_MARK, (one) => MARK + (one === MARK ? 'e' : '0'))
		: text;

export const fromPostgres = (text: string): string =>
	text.includes(MARK) ? text.replace(MARKED, (_, name: string) => (name === 'e' ? MARK : '\0')) : text;
