import { type Role } from '../fact/ids';
import { type StepFact } from '../regulation/route';

export type TaskKind =
	| 'collect'
	| 'addToRegister'
	| 'dispatch'
	| 'explainCollect'
	| 'explainDispatch'
	| 'receive'
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
	/** The one application that it is about; null for a task of many. */
	number: string | null;
	name: string | null;
	/** The slot that was missed or is due, minutes since midnight. */
	slot: number | null;
	/** The draft that waits to be finished. */
	draft: string | null;
};

/** Who does a step of the route, and what that is called in their work. */
export const STEP_TASKS: Partial<Record<StepFact, { role: Role; kind: TaskKind }>> = {
	collected: { role: 'accumulationInspector', kind: 'collect' },
	dispatched: { role: 'accumulationInspector', kind: 'dispatch' },
	arrived: { role: 'chancery', kind: 'register' },
	registered: { role: 'chancery', kind: 'register' },
	assigned: { role: 'head', kind: 'assign' },
	drafted: { role: 'executor', kind: 'examine' },
	signed: { role: 'head', kind: 'sign' },
	recorded: { role: 'chancery', kind: 'record' },
	returned: { role: 'chancery', kind: 'sendBack' },
	resultsArrived: { role: 'accumulationInspector', kind: 'receive' },
	handedOut: { role: 'centerInspector', kind: 'handOut' }
};

/** A task with what is left out being nothing in particular. */
export function aTask(task: Pick<Task, 'kind' | 'urgency'> & Partial<Task>): Task {
	return { count: 1, due: null, number: null, name: null, slot: null, draft: null, ...task };
}
