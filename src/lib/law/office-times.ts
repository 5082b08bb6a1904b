import { compareByTime, legalTimeOf } from '#lib/domain/application/legal-time.ts';
import { type ClockCorrection } from '#lib/domain/application/application.ts';
import { type Fact, type FactOf } from '#lib/domain/fact/fact.ts';
import { type OfficeHours } from '#lib/domain/time/office-hours.ts';
import { parsePlainDate, type PlainDate } from '#lib/domain/time/plain-date.ts';
import { type SlotPlan } from '#lib/domain/time/slots.ts';

/** Something that is in force from a day on. */
export type Dated<Value> = { from: PlainDate; value: Value };

/** The hours that an org set, by their first day; of several for one day the one recorded last counts. */
export const hoursSetBy = (
	facts: readonly Fact[],
	org: string,
	corrections: readonly ClockCorrection[]
): readonly Dated<OfficeHours>[] => datedBy(facts, 'hoursSet', org, corrections, ({ hours }) => hours);

/** The rounds that a Center set, in the same way. */
export const roundsSetBy = (
	facts: readonly Fact[],
	org: string,
	corrections: readonly ClockCorrection[]
): readonly Dated<SlotPlan>[] =>
	datedBy(facts, 'roundsSet', org, corrections, ({ collect, dispatch }) => ({ collect, dispatch }));

/** The usual hours, and after them those that were set: each is in force until the next one begins. */
export const timetable = (usual: OfficeHours, set: readonly Dated<OfficeHours>[]): OfficeHours =>
	set.reduce<OfficeHours>(
		(earlier, { from, value }) => ({ ...value, earlier: { until: from, hours: earlier } }),
		usual
	);

/** What is in force on a day; the usual before the first one. */
export const inForceOf = <Value>(usual: Value, set: readonly Dated<Value>[], date: PlainDate): Value =>
	set.findLast(({ from }) => from <= date)?.value ?? usual;

type Timed = 'hoursSet' | 'roundsSet';

function datedBy<T extends Timed, Value>(
	facts: readonly Fact[],
	type: T,
	org: string,
	corrections: readonly ClockCorrection[],
	read: (body: FactOf<T>['body']) => Value
): readonly Dated<Value>[] {
	const own = facts
		.filter((fact): fact is FactOf<T> & Fact => fact.type === type && isOf(fact, org))
		.map((fact) => ({ fact, at: legalTimeOf(fact, corrections), journal: fact.journal, seq: fact.seq }))
		.sort(compareByTime);
	const byDay = new Map<PlainDate, Value>();
	for (const { fact } of own) {
		const from = parsePlainDate(fact.body.from);
		if (from) byDay.set(from, read(fact.body));
	}
	return [...byDay].sort(([a], [b]) => (a < b ? -1 : 1)).map(([from, value]) => ({ from, value }));
}

const isOf = ({ subject }: Fact, org: string): boolean => subject.kind === 'org' && subject.org === org;
