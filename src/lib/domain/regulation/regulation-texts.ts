import { type Path } from './regulation-diff.ts';
import { type Regulation } from './regulation.ts';

/** The problem of one field; `expected` lists the allowed values where known. */
export type FieldProblem = {
	path: Path;
	kind: 'missing' | 'unknown' | 'type' | 'choice' | 'empty' | 'date' | 'range' | 'form';
	expected: readonly string[];
};

/** The short name stands in one line: on buttons, in columns, on the sticker of a packet. */
const IN_ONE_LINE = /^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]{1,60}$/u;

/**
 * Texts that may not come in, though what came in with such a one before goes on: blanks alone, for they name nothing on any list,
 * and a short name that is long, has several lines or signs that nobody sees.
 */
export function textProblems(regulation: Regulation): FieldProblem[] {
	const names = Object.entries(regulation.workingName).filter(([, name]) => name.trim() !== '');
	const unfit = names.filter(([, name]) => !IN_ONE_LINE.test(name));
	return [
		...blanksIn(regulation).map((path): FieldProblem => ({ path, kind: 'empty', expected: [] })),
		...unfit.map(([lang]): FieldProblem => ({ path: ['workingName', lang], kind: 'form', expected: [] }))
	];
}

/** Places of texts that are blanks alone; one that may be left empty is so by having no sign at all. */
function blanksIn(value: unknown, path: Path = []): Path[] {
	if (typeof value === 'string') return value !== '' && value.trim() === '' ? [path] : [];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) =>
		blanksIn(inner, [...path, Array.isArray(value) ? `#${Number(key) + 1}` : key])
	);
}
