import * as v from 'valibot';
import { jsonMistake, type TextPlace } from './json-mistake.ts';
import { type Regulation, regulationSchema } from './regulation.ts';
import { type CheckFailure, checkRegulation } from './regulation-checks.ts';
import { type Difference, type Path, regulationDiff } from './regulation-diff.ts';

/** What is wrong with one field; `expected` lists what may stand there where that can be told. */
export type FieldProblem = {
	path: Path;
	kind: 'missing' | 'unknown' | 'type' | 'choice' | 'empty' | 'date' | 'range' | 'form';
	expected: readonly string[];
};

/** What is known where the new version is to come in. */
export type ImportGround = {
	/** All versions of an id, the oldest first; empty for an id that is not known. */
	versionsOf: (id: string) => readonly Regulation[];
	/** The version that is in force now, of an id. */
	inForce: (id: string) => Regulation | undefined;
	readingIds: readonly string[];
};

/** A new version as it was read: refused with the reason, or to be looked at. Only without failures may it be saved. */
export type ImportReading =
	| { ok: false; why: 'empty' }
	| { ok: false; why: 'syntax'; at: TextPlace }
	| { ok: false; why: 'fields'; problems: FieldProblem[] }
	| { ok: false; why: 'unknownId'; id: string }
	| { ok: false; why: 'wrongNumber'; number: number; expected: number }
	| { ok: false; why: 'oldVersion'; version: number; last: number }
	| { ok: true; regulation: Regulation; base: Regulation; diff: Difference[]; failures: CheckFailure[] };

/** Reads a new version of a regulation from the text of a JSON file and holds it against what is known. */
export function readRegulation(text: string, { versionsOf, inForce, readingIds }: ImportGround): ImportReading {
	if (text.trim() === '') return { ok: false, why: 'empty' };
	const json = text.replace(/^\uFEFF/u, '');
	const at = jsonMistake(json);
	if (at) return { ok: false, why: 'syntax', at };
	const parsed = v.safeParse(regulationSchema, JSON.parse(json));
	if (!parsed.success) return { ok: false, why: 'fields', problems: parsed.issues.map(problemOf) };
	const regulation = parsed.output;
	const { id, number, version } = regulation;
	const last = versionsOf(id).at(-1);
	if (!last) return { ok: false, why: 'unknownId', id };
	if (number !== last.number) return { ok: false, why: 'wrongNumber', number, expected: last.number };
	if (version <= last.version) return { ok: false, why: 'oldVersion', version, last: last.version };
	const base = inForce(id) ?? last;
	const failures = checkRegulation(regulation, { readingIds, entering: true });
	return { ok: true, regulation, base, diff: regulationDiff(base, regulation), failures };
}

type Issue = v.InferIssue<typeof regulationSchema>;

function problemOf(issue: Issue): FieldProblem {
	const path = pathOf(issue);
	const kind = kindOf(issue);
	return { path, kind, expected: kind === 'choice' || kind === 'type' ? expectedOf(issue.expected ?? '') : [] };
}

/** The places of lists are told as a reader counts: the first item is 1. */
const pathOf = ({ path }: Issue): Path =>
	(path ?? []).map(({ key }) => (typeof key === 'number' ? `#${key + 1}` : String(key)));

function kindOf({ type, expected, received, kind }: Issue): FieldProblem['kind'] {
	if (kind === 'schema') {
		if (type === 'strict_object' && expected === 'never') return 'unknown';
		if (received === 'undefined') return 'missing';
		return type === 'picklist' || type === 'literal' ? 'choice' : 'type';
	}
	switch (type) {
		case 'non_empty':
			return 'empty';
		case 'check':
			return 'date';
		case 'integer':
		case 'min_value':
		case 'max_value':
			return 'range';
		default:
			return 'form';
	}
}

/** `("a" | "b")` and `string` both become a list of what may stand there. */
const expectedOf = (expected: string): string[] =>
	expected
		.replace(/^\(|\)$/gu, '')
		.split(' | ')
		.map((each) => each.replaceAll('"', ''));
