import { compareByTime, legalTimeOf } from '#lib/domain/application/legal-time.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type RefusedImport } from '#lib/domain/regulation/law.ts';
import { checkRegulation } from '#lib/domain/regulation/regulation-checks.ts';
import { parseRegulation, type Regulation } from '#lib/domain/regulation/regulation.ts';
import { correctionsOf, type LawFact, readLawFacts } from './law-facts.ts';

/** `versions`: all that an application may be bound to; `offered`: those open to new applications. */
type Imported = {
	versions: readonly Regulation[];
	offered: readonly Regulation[];
	refused: readonly RefusedImport[];
};

export type BuiltIn = {
	has: (id: string, version: number) => boolean;
	/** Numbers of the services, by id. */
	numbers: ReadonlyMap<string, number>;
	readingIds: readonly string[];
};

type Import = Extract<LawFact, { type: 'regulationImported' }>;
type Checked =
	{ ok: true; regulation: Regulation } | ({ ok: false } & Pick<RefusedImport, 'why' | 'failures' | 'message'>);

/**
 * The imported versions. Depends on the set of facts only: of two imports of one version the earlier counts, by legal time, then
 * journal and seq; one that does not parse or fails a check is ignored. In the same order services take their numbers:
 * administrators offline may have given one number to two services.
 */
export function importedFrom(lawFacts: readonly StoredFact[], builtIn: BuiltIn): Imported {
	const corrections = correctionsOf(lawFacts);
	const imports = readLawFacts(lawFacts)
		.filter((fact) => fact.type === 'regulationImported')
		.map((fact) => ({ fact, at: legalTimeOf(fact, corrections), journal: fact.journal, seq: fact.seq }))
		.sort(compareByTime);
	const versions = new Map<string, Regulation>();
	const offered: Regulation[] = [];
	const numbers = new Map(builtIn.numbers);
	const refused: RefusedImport[] = [];
	for (const { fact } of imports) {
		const { id, version } = fact.body;
		const key = `${id} ${version}`;
		const checked: Checked =
			builtIn.has(id, version) || versions.has(key)
				? { ok: false, why: 'known', failures: [], message: '' }
				: checkOnce(fact, builtIn);
		const refuse = (reason: Pick<RefusedImport, 'why' | 'failures' | 'message'>) =>
			refused.push({ fact: fact.id, org: fact.org, id, version, ...reason });
		if (!checked.ok) {
			const { why, failures, message } = checked;
			refuse({ why, failures, message });
			continue;
		}
		const { regulation } = checked;
		versions.set(key, regulation);
		if (takesNumber(numbers, regulation)) offered.push(regulation);
		else refuse({ why: 'otherNumber', failures: [], message: String(regulation.number) });
	}
	return { versions: [...versions.values()], offered, refused };
}

/** Whether the number belongs to the service; a new service takes a free one. */
function takesNumber(numbers: Map<string, number>, { id, number }: Regulation): boolean {
	const own = numbers.get(id);
	if (own !== undefined) return own === number;
	if ([...numbers.values()].includes(number)) return false;
	numbers.set(id, number);
	return true;
}

/** Each fold reads the versions; a text is parsed and checked once. */
const checkedImports = new WeakMap<Import, Checked>();

function checkOnce(fact: Import, builtIn: BuiltIn): Checked {
	const known = checkedImports.get(fact);
	if (known) return known;
	const checked = check(fact, builtIn);
	checkedImports.set(fact, checked);
	return checked;
}

function check({ body }: Import, { readingIds }: BuiltIn): Checked {
	const parsed = parse(body.text);
	if (typeof parsed === 'string') return { ok: false, why: 'unreadable', failures: [], message: parsed };
	if (parsed.id !== body.id || parsed.version !== body.version)
		return { ok: false, why: 'otherVersion', failures: [], message: `${parsed.id} ${parsed.version}` };
	const failures = checkRegulation(parsed, { readingIds });
	return failures.length > 0
		? { ok: false, why: 'failsChecks', failures, message: '' }
		: { ok: true, regulation: parsed };
}

function parse(text: string): Regulation | string {
	try {
		return parseRegulation(JSON.parse(text));
	} catch (error) {
		// A text that makes the parser throw must not break every fold.
		return error instanceof Error ? error.message : String(error);
	}
}
