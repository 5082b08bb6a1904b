import { isAt, orgAt } from '../application/whereabouts.ts';
import { placeTasks } from './place-tasks.ts';
import { aTask, STEP_TASKS, type Task, type TaskKind, URGENCIES, type Urgency } from './task.ts';
import { type UrgentWork, type WorkInput } from './work-input.ts';

/** A task due within this time is `near`. */
export const NEAR_MS = 60 * 60_000;

/** My work, the most urgent first. */
export function tasksOf(input: WorkInput): Task[] {
	const urgent = urgentTasks(input);
	const places = withoutUrgent(urgent, placeTasks(input)).map((task) => ({ ...task, due: firstDueOf(input, task) }));
	const tasks = [...slotTasks(input), ...urgent, ...places, ...draftTasks(input)];
	if (input.odd > 0) tasks.push(aTask({ kind: 'settle', urgency: 'open', count: input.odd }));
	return tasks.sort(compareTasks);
}

/** Tasks of places without the papers of urgent tasks: nothing is counted twice. */
function withoutUrgent(urgent: readonly Task[], places: readonly Task[]): Task[] {
	return places.flatMap((place): Task[] => {
		const named = urgent.reduce((sum, { kind, count }) => (kind === place.kind ? sum + count : sum), 0);
		return place.count > named ? [{ ...place, count: place.count - named }] : [];
	});
}

/** The earliest due time in a place, among the rows read; papers waiting for an applicant are never due. */
function firstDueOf(input: WorkInput, { kind, urgency }: Task): number | null {
	if (urgency !== 'open') return null;
	const dues = input.urgent.flatMap((row) =>
		row.next && STEP_TASKS[row.next] === kind && row.due !== null && isAskedFor(input, row) && isMine(input, row)
			? [row.due]
			: []
	);
	const ahead = dues.filter((due) => urgencyOf(due, input.now) === 'open');
	return ahead.length > 0 ? Math.min(...ahead) : null;
}

/** By urgency, then by due time; tasks without one come last. */
function compareTasks(a: Task, b: Task): number {
	const byUrgency = URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency);
	if (byUrgency !== 0) return byUrgency;
	return (a.due ?? Number.MAX_SAFE_INTEGER) - (b.due ?? Number.MAX_SAFE_INTEGER);
}

const urgencyOf = (due: number, now: number): Urgency => (due < now ? 'late' : due - now <= NEAR_MS ? 'near' : 'open');

function slotTasks({ role, slots }: WorkInput): Task[] {
	if (role !== 'accumulationInspector') return [];
	return slots.flatMap((slot): Task[] => {
		const about = { kind: slot.kind as TaskKind, due: slot.instant, slot: slot.time, count: 0 };
		if (slot.state === 'now') return [aTask({ ...about, urgency: 'now' })];
		if (slot.state === 'missed' && !slot.explained)
			return [
				aTask({
					...about,
					kind: slot.kind === 'collect' ? 'explainCollect' : 'explainDispatch',
					urgency: 'late',
					count: 1
				})
			];
		if (slot.state === 'next') return [aTask({ ...about, urgency: slot.minutesLeft <= 60 ? 'near' : 'open' })];
		return [];
	});
}

/** Steps done in rounds: until a packet is late, its round is the task. */
const IN_ROUNDS: readonly TaskKind[] = ['collect', 'dispatch'];

/** Applications whose limit has passed or is near; those of one step that are due together are one task. */
function urgentTasks(input: WorkInput): Task[] {
	const tasks = input.urgent.flatMap((row): Task[] => {
		const kind = row.next ? STEP_TASKS[row.next] : undefined;
		if (!kind || row.due === null || !isAskedFor(input, row) || !isMine(input, row)) return [];
		const urgency = urgencyOf(row.due, input.now);
		if (urgency === 'open' || (urgency === 'near' && IN_ROUNDS.includes(kind))) return [];
		const { due, since, sinceBy, number, name } = row;
		return [aTask({ kind, urgency, due, since, sinceBy, limited: row, number, name })];
	});
	return tasks.flatMap((task, place): Task[] => {
		const together = tasks.filter(({ kind, due }) => kind === task.kind && due === task.due);
		if (together.length === 1) return [task];
		const bySame = together.every(({ sinceBy }) => sinceBy === task.sinceBy);
		const many = { ...task, number: null, name: null, count: together.length, ...(bySame ? {} : { sinceBy: null }) };
		return tasks.indexOf(together[0]!) === place ? [many] : [];
	});
}

const isAskedFor = ({ service }: WorkInput, { regulation }: UrgentWork) => service === null || service === regulation;

/**
 * Whether a step is the person's own, by the regulation's data. Heads are responsible for every term of their org (para 18);
 * everybody else for the steps of their unit at their workplace: an inspector at their window, an executor for their assignments. A
 * unit that may also do the step (`alsoBy`) gets no task: everybody would have the same work.
 */
function isMine({ role, staff, org, window }: WorkInput, row: UrgentWork): boolean {
	const here = orgAt(row.packetAt) === org || orgAt(row.resultAt) === org;
	if (role === 'centerHead' || role === 'head') return here;
	if (role === 'centerInspector') return isAt(row.packetAt, { kind: 'window', org, window: window ?? '' });
	if (!here || row.units[0] !== role) return false;
	return role !== 'executor' || row.executor === staff;
}

/** Parked drafts: the applicant will come back. */
function draftTasks({ role, drafts }: WorkInput): Task[] {
	if (role !== 'centerInspector' && role !== 'chancery' && role !== 'executor') return [];
	return drafts.map(({ id, name }) => aTask({ kind: 'draft', urgency: 'waiting', name, draft: id }));
}
