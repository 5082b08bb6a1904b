import { type Application, type StepState } from '#lib/domain/application/application.ts';

/** One stage of the picture of the way; `gap`: gone past without a record. */
type WayStage = { id: string; fact: string; state: 'done' | 'here' | 'ahead' | 'gap'; at: number | null };

/** The way of an application from its steps: what is behind with its time, where it stands, what lies ahead. */
export function wayOf({ steps, state }: Application): WayStage[] {
	return steps.map((step) => ({
		id: step.step.fact,
		fact: step.step.fact,
		state: stageState(step, state === 'open' || state === 'numberOnly'),
		at: step.done?.at ?? null
	}));
}

/** A withdrawn or annulled application stands nowhere on its way any more. */
function stageState({ state }: StepState, isOnItsWay: boolean): WayStage['state'] {
	if (state === 'jumped') return 'gap';
	return state === 'here' && !isOnItsWay ? 'ahead' : state;
}
