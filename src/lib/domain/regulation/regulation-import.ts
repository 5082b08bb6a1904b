import * as v from 'valibot';
import { MOST_OF_REGULATION } from '../fact/bounds.ts';
import { fold } from '../text/fold.ts';
import { type PlainDate } from '../time/plain-date.ts';
import { jsonMistake, type TextPlace } from './json-mistake.ts';
import { type FieldProblem, textProblems } from './regulation-texts.ts';
import { type Regulation, regulationSchema } from './regulation.ts';
import { type CheckFailure, checkRegulation } from './regulation-checks.ts';
import { type Difference, type Path, regulationDiff, regulationParts } from './regulation-diff.ts';

/** What the new version is checked against. */
export type ImportGround = {
	/** All versions of an id, the oldest first; empty for an unknown id. */
	versionsOf: (id: string) => readonly Regulation[];
	/** The version of an id in force now. */
	inForce: (id: string) => Regulation | undefined;
	/** Every known service, one version of each. */
	services: () => readonly Regulation[];
	readingIds: readonly string[];
	/** The day of the import. */
	today: PlainDate;
};

/**
 * The result of reading a new version: refused with the reason, or to be reviewed. Only without failures may it be saved. `base`:
 * the version that it is compared with; null where the service itself is new, then `diff` contains all of it.
 */
export type ImportReading =
	| { ok: false; why: 'empty' }
	| { ok: false; why: 'tooLong'; length: number; most: number }
	| { ok: false; why: 'syntax'; at: TextPlace }
	| { ok: false; why: 'fields'; problems: FieldProblem[] }
	| { ok: false; why: 'numberTaken'; number: number; by: Regulation; free: number }
	| { ok: false; why: 'nameTaken'; by: Regulation }
	| { ok: false; why: 'notFirst'; version: number }
	| { ok: false; why: 'begunBefore'; validFrom: PlainDate; today: PlainDate }
	| { ok: false; why: 'wrongNumber'; number: number; expected: number }
	| { ok: false; why: 'oldVersion'; version: number; last: number }
	| { ok: false; why: 'versionGap'; version: number; expected: number }
	| { ok: false; why: 'over'; validTo: PlainDate; today: PlainDate }
	| { ok: true; regulation: Regulation; base: Regulation | null; diff: Difference[]; failures: CheckFailure[] };

/** Why a text that is a regulation is refused; its fields are checked before, its cross-checks after. */
export type UnfitImport = Exclude<ImportReading, { ok: true } | { why: 'empty' | 'tooLong' | 'syntax' | 'fields' }>;

/** Parses a new version of a regulation from the text of a JSON file and checks it against the known ones. */
export function readRegulation(text: string, ground: ImportGround): ImportReading {
	if (text.trim() === '') return { ok: false, why: 'empty' };
	// Before it is read: what no fact holds would be shown and could not be recorded.
	if (text.length > MOST_OF_REGULATION)
		return { ok: false, why: 'tooLong', length: text.length, most: MOST_OF_REGULATION };
	const json = text.replace(/^\uFEFF/u, '');
	const at = jsonMistake(json);
	if (at) return { ok: false, why: 'syntax', at };
	const parsed = v.safeParse(regulationSchema, JSON.parse(json));
	if (!parsed.success) return { ok: false, why: 'fields', problems: parsed.issues.map(problemOf) };
	const regulation = parsed.output;
	const problems = textProblems(regulation);
	if (problems.length > 0) return { ok: false, why: 'fields', problems };
	const known = ground.versionsOf(regulation.id);
	const [first] = known;
	// The program's own examples are texts for the built-in services.
	if (!first && regulation.letters === undefined)
		return { ok: false, why: 'fields', problems: [{ path: ['letters'], kind: 'missing', expected: [] }] };
	const unfit = first ? unfitVersion(regulation, first, known.at(-1)!) : unfitService(regulation, ground);
	if (unfit) return unfit;
	const { validTo } = regulation;
	if (validTo !== null && validTo < ground.today) return { ok: false, why: 'over', validTo, today: ground.today };
	const base = ground.inForce(regulation.id) ?? known.at(-1) ?? null;
	const failures = checkRegulation(regulation, { readingIds: ground.readingIds, entering: true });
	return {
		ok: true,
		regulation,
		base,
		diff: base ? regulationDiff(base, regulation) : regulationParts(regulation),
		failures
	};
}

/** A next version keeps the number of its service, and skips no version. */
function unfitVersion({ number, version }: Regulation, first: Regulation, last: Regulation): UnfitImport | null {
	if (number !== first.number) return { ok: false, why: 'wrongNumber', number, expected: first.number };
	if (version <= last.version) return { ok: false, why: 'oldVersion', version, last: last.version };
	const expected = last.version + 1;
	return version > expected ? { ok: false, why: 'versionGap', version, expected } : null;
}

/** A new service has a number and a name of its own, and begins with version 1, not before today. */
function unfitService(
	{ number, version, validFrom, workingName }: Regulation,
	{ services, today }: ImportGround
): UnfitImport | null {
	const others = services();
	const numbered = others.find((each) => each.number === number);
	if (numbered) return { ok: false, why: 'numberTaken', number, by: numbered, free: freeNumber(others) };
	const [kk, ru] = [nameKey(workingName.kk), nameKey(workingName.ru)];
	const namesake = others.find(({ workingName: known }) => nameKey(known.kk) === kk || nameKey(known.ru) === ru);
	if (namesake) return { ok: false, why: 'nameTaken', by: namesake };
	if (version !== 1) return { ok: false, why: 'notFirst', version };
	return validFrom < today ? { ok: false, why: 'begunBefore', validFrom, today } : null;
}

/** Names that a reader takes for one: blanks, capitals and look-alike letters do not tell two services apart. */
const nameKey = (name: string): string => fold(name).trim().replace(/\s+/gu, ' ');

/** The number after the highest of the services. */
export const freeNumber = (services: readonly Regulation[]): number =>
	Math.max(0, ...services.map(({ number }) => number)) + 1;

type Issue = v.InferIssue<typeof regulationSchema>;

function problemOf(issue: Issue): FieldProblem {
	const path = pathOf(issue);
	const kind = kindOf(issue);
	return { path, kind, expected: kind === 'choice' || kind === 'type' ? expectedOf(issue.expected ?? '') : [] };
}

/** Items of lists are counted from 1 for the reader. */
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
		case 'regex':
			return 'form';
	}
}

/** `("a" | "b")` and `string` both become a list of allowed values. */
const expectedOf = (expected: string): string[] =>
	expected
		.replace(/^\(|\)$/gu, '')
		.split(' | ')
		.map((each) => each.replaceAll('"', ''));
