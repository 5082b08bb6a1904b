import { type LimitedRow } from '../control/limited-row.ts';
import { type StaffId } from '../fact/ids.ts';
import { type StepFact } from '../regulation/route.ts';

export type TaskKind =
	| 'collect'
	| 'addToRegister'
	| 'dispatch'
	| 'explainCollect'
	| 'explainDispatch'
	| 'receive'
	| 'receivePackets'
	| 'handOut'
	| 'shelf'
	| 'draft'
	| 'register'
	| 'assign'
	| 'examine'
	| 'sign'
	| 'record'
	| 'sendBack'
	| 'settle';

/**
 * Urgency of a task, the most urgent first.
 * - `late`: its time has passed
 * - `now`: due now
 * - `near`: within the hour
 * - `open`: to be done, not urgent yet
 * - `waiting`: ready and waiting for somebody else; never red
 */
export const URGENCIES = ['late', 'now', 'near', 'open', 'waiting'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** One line of "my work". */
export type Task = {
	kind: TaskKind;
	urgency: Urgency;
	/** Number of papers or applications; 1 for a single application. */
	count: number;
	/** Due time, epoch milliseconds; null where no limit runs. */
	due: number | null;
	/** Since when the limit runs, and who did the previous step, which started it. */
	since: number | null;
	sinceBy: StaffId | null;
	/** The row with the limit; null where no limit of a step runs. */
	limited: LimitedRow | null;
	/** The single application; null for a task of several. */
	number: string | null;
	name: string | null;
	/** The slot that was missed or is due, minutes since midnight. */
	slot: number | null;
	/** The unfinished draft. */
	draft: string | null;
};

/** The kind of task for each step of the route. */
export const STEP_TASKS: Partial<Record<StepFact, TaskKind>> = {
	collected: 'collect',
	dispatched: 'dispatch',
	arrived: 'receivePackets',
	registered: 'register',
	assigned: 'assign',
	drafted: 'examine',
	signed: 'sign',
	recorded: 'record',
	returned: 'sendBack',
	resultsArrived: 'receive',
	handedOut: 'handOut'
};

/** A task with defaults for missing fields. */
export function aTask(task: Pick<Task, 'kind' | 'urgency'> & Partial<Task>): Task {
	return {
		count: 1,
		due: null,
		since: null,
		sinceBy: null,
		limited: null,
		number: null,
		name: null,
		slot: null,
		draft: null,
		...task
	};
}
