/** A place in a text, both counted from 1, as editors show it. */
export type TextPlace = { line: number; column: number };

const SPACE = /[\t\n\r ]*/uy;
const STRING = /"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;

/** Arrays and objects within one another: no data of ours nest half as deep, and each level is a call. */
const DEEPEST = 64;

/**
 * Where a text stops being JSON, or nests deeper than any data. Engines' messages differ, some lack the place.
 * @returns null if the text is JSON
 */
export function jsonMistake(text: string): TextPlace | null {
	const end = valueEnd(text, skip(text, 0), 0);
	const at = end.ok ? skip(text, end.at) : end.at;
	if (end.ok && at === text.length) return null;
	const before = text.slice(0, at).split('\n');
	return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** The end of the parsed part, or the place of the error. */
type End = { ok: boolean; at: number };

const skip = (text: string, at: number): number => at + (match(SPACE, text, at) ?? 0);

function match(pattern: RegExp, text: string, at: number): number | null {
	pattern.lastIndex = at;
	return pattern.exec(text)?.[0].length ?? null;
}

function valueEnd(text: string, at: number, depth: number): End {
	if (depth > DEEPEST) return { ok: false, at };
	if (text[at] === '{') return listEnd(text, at, '}', (inner, from) => pairEnd(inner, from, depth + 1));
	if (text[at] === '[') return listEnd(text, at, ']', (inner, from) => valueEnd(inner, from, depth + 1));
	const length = match(text[at] === '"' ? STRING : SCALAR, text, at);
	return length === null ? { ok: false, at } : { ok: true, at: at + length };
}

function pairEnd(text: string, at: number, depth: number): End {
	const key = match(STRING, text, at);
	if (key === null) return { ok: false, at };
	const colon = skip(text, at + key);
	return text[colon] === ':' ? valueEnd(text, skip(text, colon + 1), depth) : { ok: false, at: colon };
}

function listEnd(text: string, start: number, close: string, itemEnd: (text: string, at: number) => End): End {
	let at = skip(text, start + 1);
	if (text[at] === close) return { ok: true, at: at + 1 };
	for (;;) {
		const item = itemEnd(text, at);
		if (!item.ok) return item;
		at = skip(text, item.at);
		if (text[at] === close) return { ok: true, at: at + 1 };
		if (text[at] !== ',') return { ok: false, at };
		at = skip(text, at + 1);
	}
}
