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
 * How a task presses, the most pressing first.
 * - `late`: its time has passed
 * - `now`: it is time
 * - `near`: within the hour
 * - `open`: has to be done, nothing presses yet
 * - `waiting`: ready and waiting for somebody else; never red
 */
export const URGENCIES = ['late', 'now', 'near', 'open', 'waiting'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** One line of "my work": what, whose, until when. */
export type Task = {
	kind: TaskKind;
	urgency: Urgency;
	/** Papers or applications behind it; 1 for a single application. */
	count: number;
	/** Until when, epoch milliseconds; null where no limit runs. */
	due: number | null;
	/** Since when the limit runs, and who did the step before: what is late is late since their act. */
	since: number | null;
	sinceBy: StaffId | null;
	/** The row whose limit it is; null where no limit of a step runs. */
	limited: LimitedRow | null;
	/** The one application that it is about; null for a task of many. */
	number: string | null;
	name: string | null;
	/** The slot that was missed or is due, minutes since midnight. */
	slot: number | null;
	/** The draft that waits to be finished. */
	draft: string | null;
};

/** What a step of the route is called in the work of whoever the regulation says does it. */
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

/** A task with what is left out being nothing in particular. */
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
