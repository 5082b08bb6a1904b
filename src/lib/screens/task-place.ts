import { type Role } from '#lib/domain/fact/ids.ts';
import { type Task, type TaskKind } from '#lib/domain/tasks/task.ts';

const PLACES: Partial<Record<Role, Partial<Record<TaskKind, string>>>> = {
	accumulationInspector: {
		collect: '/collection/collect',
		shelf: '/collection/collect',
		explainCollect: '/collection/collect',
		explainDispatch: '/collection/registers',
		dispatch: '/collection/registers',
		addToRegister: '/collection/registers',
		settle: '/control/discrepancies',
		receive: '/collection/arrivals'
	},
	centerInspector: { shelf: '/window/give', handOut: '/window/hand-out', draft: '/window/accept' },
	chancery: {
		receivePackets: '/body/desk?part=arrivals',
		register: '/body/desk?part=register',
		record: '/body/desk?part=results',
		sendBack: '/body/desk?part=returns',
		handOut: '/body/hand-out',
		draft: '/body/counter',
		settle: '/control/discrepancies'
	},
	head: { assign: '/body/resolutions', sign: '/body/signing', settle: '/control/discrepancies' },
	centerHead: { settle: '/control/discrepancies' },
	executor: {
		examine: '/body/examine',
		record: '/body/ledger?part=record',
		handOut: '/body/hand-out',
		draft: '/body/counter'
	}
};

/** Where a task is done: the screen of its role, or the application's own page where it is about one that nobody here can move. */
export function placeOfTask(task: Pick<Task, 'kind' | 'number' | 'draft'>, role: Role): string {
	const screen = PLACES[role]?.[task.kind];
	if (screen && task.draft) return `${screen}?draft=${encodeURIComponent(task.draft)}`;
	if (screen === '/body/examine' && task.number) return `${screen}/${task.number}`;
	if (screen) return screen;
	return task.number ? `/application/${task.number}` : '/journal';
}
