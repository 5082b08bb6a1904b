import { type StepFact } from '../regulation/route.ts';
import { type ControlClock } from './control-clock.ts';
import { type ControlRow } from './control-row.ts';

/** A count, and its steps, the most frequent first. */
export type Told = { count: number; steps: { step: StepFact; count: number }[] };

/** The first line of the control room: late already, late today unless done, late on the next working day. */
export type Headline = { late: Told; today: Told; nextDay: Told };

export function headlineOf(rows: Iterable<ControlRow>, { now, todayEnds, nextDayEnds }: ControlClock): Headline {
	const late = new Map<StepFact, number>();
	const today = new Map<StepFact, number>();
	const nextDay = new Map<StepFact, number>();
	for (const { due, next } of rows) {
		if (due === null || next === null || due >= nextDayEnds) continue;
		const steps = due < now ? late : due < todayEnds ? today : nextDay;
		steps.set(next, (steps.get(next) ?? 0) + 1);
	}
	return { late: byStep(late), today: byStep(today), nextDay: byStep(nextDay) };
}

function byStep(counts: ReadonlyMap<StepFact, number>): Told {
	const steps = [...counts].map(([step, count]) => ({ step, count }));
	steps.sort((a, b) => b.count - a.count || (a.step < b.step ? -1 : 1));
	return { count: steps.reduce((sum, { count }) => sum + count, 0), steps };
}
