import { type Fact, type FactOf } from '../fact/fact.ts';
import { type FactId, type OrgId } from '../fact/ids.ts';
import { compareByTime, legalTimeOf } from '../application/legal-time.ts';
import { type ClockCorrection } from '../application/application.ts';

type RowState = 'underway' | 'received' | 'missing' | 'extra' | 'damaged' | 'carried';
export type RegisterKind = 'collection' | 'dispatch' | 'return';

/** A register folded from its facts. It never changes after its own fact; only findings are added. */
export type Register = {
	number: string;
	kind: RegisterKind;
	fact: FactId;
	at: number;
	from: OrgId;
	to: OrgId;
	window: string | null;
	courier: string | null;
	rows: readonly { paper: string; state: RowState }[];
	/** When the other side first checked it; null while in transit. */
	arrivedAt: number | null;
};

type Opening = FactOf<'collected' | 'dispatched' | 'returned'>;
type Check = FactOf<'arrived' | 'resultsArrived'>;

const KINDS = { collected: 'collection', dispatched: 'dispatch', returned: 'return' } as const;

/**
 * Folds the facts that touch one register's number. Null where its own fact is not known here: an arrival without a register, or a
 * register that has not reached this device yet.
 */
export function foldRegister(
	number: string,
	facts: readonly Fact[],
	corrections: readonly ClockCorrection[] = []
): Register | null {
	const placed = facts
		.map((fact) => ({ fact, at: legalTimeOf(fact, corrections), journal: fact.journal, seq: fact.seq }))
		.sort(compareByTime);
	const opening = placed.find(
		({ fact }) => fact.type in KINDS && fact.subject.kind === 'register' && fact.subject.number === number
	);
	if (!opening) return null;
	const fact = opening.fact as unknown as Opening;
	const to = recipientOf(fact);
	// A number that two copies of a store gave twice is another register too, which somebody else checks.
	const checks = placed.filter(
		({ fact: check }) =>
			(check.type === 'arrived' || check.type === 'resultsArrived') &&
			check.body.register === number &&
			check.org === to
	);
	const states = new Map<string, RowState>(
		(fact.body.rows as { paper: string }[]).map(({ paper }) => [paper, 'underway'])
	);
	for (const { fact: check } of checks)
		for (const { paper, state } of (check as unknown as Check).body.rows) states.set(paper, state);
	return {
		number,
		kind: KINDS[fact.type],
		fact: fact.id,
		at: opening.at,
		from: fact.org,
		to,
		window: 'window' in fact.body ? fact.body.window : null,
		courier: (fact.details as { courier?: string } | null)?.courier ?? null,
		rows: [...states].map(([paper, state]) => ({ paper, state })),
		arrivedAt: checks[0]?.at ?? null
	};
}

/** Who checks it: a collection stays in its Center. */
const recipientOf = ({ body, org }: Opening): OrgId =>
	'toBody' in body ? body.toBody : 'toCenter' in body ? body.toCenter : org;
