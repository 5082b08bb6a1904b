import { type Fact } from '../fact/fact.ts';
import { type Instant } from '../fact/ids.ts';
import { traitsOf } from '../fact/traits.ts';
import { type RouteStep, type StepFact, type StepStart } from '../regulation/route.ts';
import { type Happening, type StepState } from './application.ts';
import { rowOf } from './causes.ts';
import { firstAssignedAt, isFounded } from './decision.ts';

const ARRIVED = new Set(['received', 'damaged', 'extra']);

/** Whether a live fact completes a step of this kind for this application: a row that was not found completes nothing. */
function completes(fact: Fact, step: StepFact, number: string): boolean {
	const traits = traitsOf(fact.type);
	if (traits.step !== step) return false;
	if (!traits.row) return true;
	const row = rowOf(fact, number, traits.row);
	return traits.checks ? ARRIVED.has(row?.state ?? '') : row !== undefined;
}

type Progress = { steps: StepState[]; position: number };

/**
 * Maps the live facts to the route. The position is the first step without a completion; physical steps may be jumped, and the jump
 * is shown. `live` is in causal order, so the first completion found counts. `story` is the whole story: the first assignment
 * starts the examination's limit even if replaced.
 */
export function progressOf(
	route: readonly RouteStep[],
	live: readonly Happening[],
	number: string,
	story: readonly Happening[] = live
): Progress {
	const completions = route.map((step) =>
		live.find(({ fact }) => completes(fact, step.fact, number) && isFounded(fact, live))
	);
	const furthest = completions.findLastIndex((completion) => completion !== undefined);
	const open = route.findIndex((step, index) => !completions[index] && !(step.physical && index < furthest));
	const position = open === -1 ? route.length : open;
	const steps = route.map((step, index): StepState => {
		const completion = completions[index];
		const done = completion && {
			fact: completion.fact.id,
			at: completion.at,
			actor: completion.fact.actor,
			role: completion.fact.role
		};
		const state = done ? 'done' : index === position ? 'here' : index < position ? 'jumped' : 'ahead';
		return { step, state, done: done ?? null, startedAt: startOf(step.starts, live, number, story) };
	});
	return { steps, position };
}

/** When the limit of a step begins: the instant of the fact that starts it. Null for rates per day and for unknown starts. */
function startOf(
	starts: StepStart,
	live: readonly Happening[],
	number: string,
	story: readonly Happening[]
): Instant | null {
	const first = (step: StepFact) => live.find(({ fact }) => completes(fact, step, number))?.at ?? null;
	switch (starts) {
		case 'visit': {
			const accepted = live.find(({ fact }) => fact.type === 'accepted')?.fact;
			return accepted?.type === 'accepted' ? accepted.body.visitStartedAt : null;
		}
		case 'collectSlot':
			return first('accepted');
		case 'dispatchSlot':
			return first('collected');
		case 'firstAssigned':
			return first('assigned') === null ? null : firstAssignedAt(story, orgOfAssignment(live));
		case 'applicantCalled':
			return live.find(({ fact }) => fact.type === 'applicantCalled')?.at ?? null;
		case 'accepted':
		case 'registered':
		case 'arrived':
		case 'dispatched':
		case 'drafted':
		case 'signed':
		case 'returned':
			return first(starts);
	}
}

const orgOfAssignment = (live: readonly Happening[]) =>
	live.findLast(({ fact }) => fact.type === 'assigned')?.fact.org ?? null;
