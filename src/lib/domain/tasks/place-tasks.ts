import { aTask, type Task, type TaskKind, type Urgency } from './task';
import { type WorkInput } from './work-input';

type Place = {
	kind: TaskKind;
	urgency: Urgency;
	test: (packet: string, result: string, step: string) => boolean;
};

/** What lies where a role works: counted from the counters, whatever the number of applications. */
export function placeTasks(input: Pick<WorkInput, 'role' | 'org' | 'window' | 'counters'>): Task[] {
	return placesOf(input).flatMap(({ kind, urgency, test }) => {
		let count = 0;
		for (const [place, number] of input.counters) {
			const [step = '', packet = '', result = ''] = place.split('|');
			if (test(packet, result, step)) count += number;
		}
		return count > 0 ? [aTask({ kind, urgency, count })] : [];
	});
}

function placesOf({ role, org, window }: Pick<WorkInput, 'role' | 'org' | 'window'>): Place[] {
	switch (role) {
		case 'accumulationInspector':
			return [
				{ kind: 'addToRegister', urgency: 'open', test: (packet) => packet === `collection/${org}` },
				{ kind: 'receive', urgency: 'open', test: (_, result) => result === `transit/${org}` },
				{ kind: 'shelf', urgency: 'waiting', test: (packet) => packet.startsWith(`window/${org}/`) }
			];
		case 'centerInspector':
			return [
				{ kind: 'handOut', urgency: 'waiting', test: (_, result) => result === `collection/${org}` },
				{ kind: 'shelf', urgency: 'waiting', test: (packet) => packet === `window/${org}/${window ?? ''}` }
			];
		case 'chancery':
			return [
				{ kind: 'receive', urgency: 'open', test: (packet) => packet === `transit/${org}` },
				{ kind: 'register', urgency: 'open', test: (packet) => packet === `chancery/${org}` },
				{
					kind: 'sendBack',
					urgency: 'open',
					test: (_, result, step) => result === `chancery/${org}` && step !== 'recorded'
				},
				{
					kind: 'record',
					urgency: 'open',
					test: (_, result, step) => result === `chancery/${org}` && step === 'recorded'
				}
			];
		case 'head':
			return [
				{ kind: 'assign', urgency: 'open', test: (packet) => packet === `head/${org}` },
				{ kind: 'sign', urgency: 'open', test: (_, result) => result === `head/${org}` }
			];
		case 'executor':
			return [{ kind: 'examine', urgency: 'open', test: (packet) => packet.startsWith(`executor/${org}/`) }];
		default:
			return [];
	}
}
