import { firstRun } from '#lib/domain/documents/print-run.ts';
import { type ControlClock } from '#lib/domain/control/control-clock.ts';
import { awaySince, type ControlRow } from '#lib/domain/control/control-row.ts';
import { isAt } from '#lib/domain/application/whereabouts.ts';
import { dueStateOf } from '#lib/domain/control/due-state.ts';
import { type UrgentRow } from '#lib/domain/control/urgent-list.ts';
import { morningSheet, type MorningStep } from '#lib/domain/documents/morning-sheet.ts';
import { type Bilingual, type PaperModel } from '#lib/domain/documents/paper-model.ts';
import { type PaperNumber } from '#lib/domain/number/paper-number.ts';
import { STEP_FACTS, type StepFact } from '#lib/domain/regulation/vocabulary.ts';
import { addDays } from '#lib/domain/time/plain-date.ts';
import { ALMATY, localOf } from '#lib/domain/time/zone.ts';
import { inBoth } from '#lib/tools/wording/both-words.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { lateWords } from '#lib/tools/wording/due-words.ts';
import { lawHere } from '#lib/device/live/law.svelte.ts';
import { staffName } from '#lib/tools/wording/words.ts';
import { serviceNumberOf } from '#lib/tools/rounds/register-paper.ts';

/** More than any page holds: the sheet itself decides how many it prints. */
const MOST_NAMED = 40;

/** A paper that nobody has presses as a term does, and before it. */
export const isPressing = (row: ControlRow): boolean => row.due !== null || awaySince(row) !== null;

/** The morning sheet of the control room: counts per step, then the most urgent applications. */
export function morningPaper(
	rows: Iterable<ControlRow>,
	urgent: readonly UrgentRow[],
	clock: ControlClock
): PaperModel {
	const at = localOf(clock.now, ALMATY);
	return morningSheet({
		office: desk.context?.org.name ?? { kk: '', ru: '' },
		at,
		...(clock.nextDay === addDays(clock.today, 1) ? {} : { nextDay: clock.nextDay }),
		steps: morningSteps(rows, clock),
		urgent: urgent.slice(0, MOST_NAMED).map(({ row }) => ({
			number: row.number as PaperNumber,
			applicant: row.name ?? '—',
			service: serviceNumberOf(lawHere.law, row.regulation),
			step: stepWords(row.next),
			holder: holderOf(row),
			due: localOf(awaySince(row) ?? row.due ?? clock.now, ALMATY),
			lateness: awaySince(row) === null ? lateWords(row, clock.now) : awayWords(row)
		})),
		unlisted: unlistedByStep(urgent.slice(MOST_NAMED)),
		run: firstRun(clock.now)
	});
}

/** How many more are urgent, by step. */
function unlistedByStep(rest: readonly UrgentRow[]) {
	const counts = new Map<string | null, number>();
	for (const { row } of rest) counts.set(row.next, (counts.get(row.next) ?? 0) + 1);
	return [...counts].map(([step, count]) => ({ step: stepWords(step), count }));
}

/** Steps with something that waits, in the order of the way. */
function morningSteps(rows: Iterable<ControlRow>, clock: ControlClock): MorningStep[] {
	const steps = new Map<StepFact, { unit: string } & Record<'waiting' | 'late' | 'today' | 'tomorrow', number>>();
	for (const row of rows) {
		const { next, due, units } = row;
		if (next === null) continue;
		const step = steps.get(next) ?? { unit: units[0] ?? '', waiting: 0, late: 0, today: 0, tomorrow: 0 };
		steps.set(next, step);
		step.waiting += 1;
		if (dueStateOf(row, clock) === 'overdue') step.late += 1;
		else if (due !== null && due < clock.todayEnds) step.today += 1;
		else if (due !== null && due < clock.nextDayEnds) step.tomorrow += 1;
	}
	return STEP_FACTS.flatMap((fact) => {
		const step = steps.get(fact);
		return step ? [{ ...step, step: stepWords(fact), unit: inBoth(`states.roles.${step.unit}`) }] : [];
	});
}

const stepWords = (step: string | null): Bilingual => inBoth(`states.steps.${step ?? ''}`);

/** «Түспеді · Не поступило», below the time since when. */
const awayWords = ({ packetAt, resultAt }: ControlRow): Bilingual =>
	inBoth(isAt(resultAt ?? packetAt, { kind: 'unknown', why: 'missing' }) ? 'control.odd.missing' : 'states.lookedFor');

/** What did not arrive is looked for by those who sent it. */
function holderOf({ units, executor, packetAt, resultAt, center }: ControlRow) {
	const isMissing = resultAt === null && isAt(packetAt, { kind: 'unknown', why: 'missing' });
	if (isMissing && center !== null) return inBoth('states.roles.accumulationInspector');
	if (units[0] === 'executor' && executor && desk.colleague(executor)) return staffName(executor);
	return inBoth(`states.roles.${units[0] ?? ''}`);
}
