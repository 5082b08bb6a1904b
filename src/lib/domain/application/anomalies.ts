import { type Fact } from '../fact/fact.ts';
import { type FactId, type Role } from '../fact/ids.ts';
import { traitsOf } from '../fact/traits.ts';
import { type UnitCode } from '../regulation/route.ts';
import {
	type Anomaly,
	type AnomalyKind,
	type Custody,
	type Decision,
	type Happening,
	type RivalDraft,
	type StepState
} from './application.ts';
import { causesOf, rowOf } from './causes.ts';
import { competingDecisions, isFounded } from './decision.ts';

/** A clock may be off by this much before it is reported. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

/** Role that settles each kind: every discrepancy is a task. */
const SETTLED_BY: Record<AnomalyKind, Role> = {
	gap: 'accumulationInspector',
	repeat: 'accumulationInspector',
	collision: 'centerHead',
	wrongBody: 'chancery',
	numberOnly: 'accumulationInspector',
	badClock: 'admin',
	noRight: 'centerHead',
	custodyBroken: 'centerHead',
	missing: 'accumulationInspector',
	damaged: 'chancery',
	twoDecisions: 'head',
	noPredecessor: 'head',
	annulledTooLate: 'centerHead',
	stranger: 'centerHead'
};

type Input = {
	number: string;
	live: readonly Happening[];
	/** Those that count for the body that decides now. */
	counted: readonly Happening[];
	decision: Decision | null;
	rivalDrafts: readonly RivalDraft[];
	steps: readonly StepState[];
	packet: Custody;
	result: Custody | null;
	body: string | null;
	collisions: readonly FactId[];
	tooLate: readonly FactId[];
	/** Written by an org that is not a party. */
	strange: readonly FactId[];
	accepted: boolean;
	/** Flagged by the server, and not ended by anything else. */
	flagged: readonly Happening[];
};

/** All discrepancies of one application. Derived, never stored. */
export function anomaliesOf(input: Input): Anomaly[] {
	const { live, number } = input;
	const found: [AnomalyKind, readonly FactId[]][] = [];
	if (!input.accepted) found.push(['numberOnly', live.map(({ fact }) => fact.id)]);
	if (input.collisions.length > 1) found.push(['collision', input.collisions]);
	input.steps.forEach(({ state }, index) => {
		if (state !== 'jumped') return;
		// The step after a gap reveals it; several steps jumped at once are one gap.
		const next = input.steps.slice(index).find(({ done }) => done)?.done;
		if (input.steps[index - 1]?.state !== 'jumped') found.push(['gap', next ? [next.fact] : []]);
	});
	found.push(...repeats(live, number));
	const rivals = input.decision ? input.rivalDrafts.map(({ draft }) => draft) : [];
	for (const { fact, at } of live) {
		if (!isFounded(fact, live) && !rivals.includes(fact.id)) found.push(['noPredecessor', [fact.id]]);
		if (clockIsBad(fact, at, live, number)) found.push(['badClock', [fact.id]]);
		const state = rowOf(fact, number, 'packet')?.state ?? rowOf(fact, number, 'result')?.state;
		if (state === 'damaged') found.push(['damaged', [fact.id]]);
	}
	for (const { fact } of input.counted)
		if (fact.type === 'arrived' && input.body && fact.org !== input.body && isThere(fact, number))
			found.push(['wrongBody', [fact.id]]);
	for (const custody of [input.packet, input.result])
		if (custody?.holder.kind === 'unknown' && custody.holder.since) found.push(['missing', [custody.holder.since]]);
	found.push(...brokenCustody(input.packet), ...(input.result ? brokenCustody(input.result) : []));
	for (const { step, done } of input.steps)
		if (done && ![step.unit, ...step.alsoBy].includes(done.role as UnitCode) && !isFromPaper(live, done.fact))
			if (!input.flagged.some(({ fact }) => fact.id === done.fact)) found.push(['noRight', [done.fact]]);
	const competing = [
		...new Set([...competingDecisions(input.counted), ...(rivals.length > 0 ? [input.decision!.draft, ...rivals] : [])])
	];
	if (competing.length > 1) found.push(['twoDecisions', competing]);
	for (const id of input.tooLate) found.push(['annulledTooLate', [id]]);
	for (const id of input.strange) found.push(['stranger', [id]]);
	const derived = found.map(([kind, facts]) => ({
		kind,
		facts,
		settledBy: SETTLED_BY[kind],
		flag: null,
		settled: settlementOf(live, kind, facts)
	}));
	return [...derived, ...input.flagged.flatMap(flagAnomaly)];
}

/** What the server flagged. A settlement without a right settles nothing; whoever may says so anew, and nobody has to settle it. */
function flagAnomaly({ fact, flag, dead }: Happening): Anomaly[] {
	if (!flag || fact.type === 'flagSettled') return [];
	const { reasons, settled } = flag;
	return [
		{
			kind: 'noRight',
			facts: [fact.id],
			settledBy: SETTLED_BY.noRight,
			flag: { reasons, counts: dead === null },
			settled: settled && {
				fact: settled.fact,
				at: settled.at,
				by: settled.by ?? fact.actor,
				way: settled.counts ? 'confirmed' : 'leftOut',
				text: settled.text
			}
		}
	];
}

/** Settled by a fact that names this kind and all its facts: a later fact reopens it. */
function settlementOf(live: readonly Happening[], kind: AnomalyKind, facts: readonly FactId[]): Anomaly['settled'] {
	for (const { fact, at } of live)
		if (fact.type === 'discrepancySettled' && fact.body.anomaly === kind && facts.every((id) => fact.on.includes(id)))
			return { fact: fact.id, at, by: fact.actor, way: fact.body.way, text: fact.details?.text ?? null };
	return null;
}

const isThere = (fact: Fact, number: string) =>
	['received', 'damaged', 'extra'].includes(rowOf(fact, number, 'packet')?.state ?? '');

/** A paper was passed on by an org while another org held it and had not sent it there. */
function brokenCustody({ trail }: Custody): [AnomalyKind, FactId[]][] {
	return trail.flatMap((handOver, index): [AnomalyKind, FactId[]][] => {
		const before = trail[index - 1]?.to;
		if (!before || !('org' in before) || before.org === handOver.org) return [];
		return handOver.type === 'arrived' || handOver.type === 'resultsArrived'
			? []
			: [['custodyBroken', [handOver.fact]]];
	});
}

function isFromPaper(live: readonly Happening[], id: FactId): boolean {
	const fact = live.find((happening) => happening.fact.id === id)?.fact;
	return fact !== undefined && 'fromPaper' in fact.body && fact.body.fromPaper !== undefined;
}

function repeats(live: readonly Happening[], number: string): [AnomalyKind, FactId[]][] {
	const groups = new Map<string, FactId[]>();
	for (const { fact } of live) {
		const { once, step } = traitsOf(fact.type);
		if (!once) continue;
		const key = [step, ...causesOf(fact, number).sort()].join(' ');
		groups.set(key, [...(groups.get(key) ?? []), fact.id]);
	}
	return [...groups.values()].filter((ids) => ids.length > 1).map((ids) => ['repeat', ids]);
}

/** The device detected that its clock was off, or the fact is dated before its own cause. */
function clockIsBad(fact: Fact, at: number, live: readonly Happening[], number: string): boolean {
	if (fact.occurredAt === undefined && Math.abs(fact.clock.offsetMs ?? 0) > CLOCK_TOLERANCE_MS) return true;
	const causes = causesOf(fact, number);
	return live.some((cause) => causes.includes(cause.fact.id) && cause.at - at > CLOCK_TOLERANCE_MS);
}
