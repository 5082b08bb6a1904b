import { type StepFact } from '../regulation/route';
import { aTask, type Task, type TaskKind, type Urgency } from './task';
import { type WorkInput } from './work-input';

type Place = {
	kind: TaskKind;
	urgency: Urgency;
	test: (packet: string, result: string, step: string, service: string) => boolean;
};

/** What lies where a role works: counted from the counters, whatever the number of applications. */
export function placeTasks(input: Where & Pick<WorkInput, 'counters' | 'service'>): Task[] {
	return placesOf(input).flatMap(({ kind, urgency, test }) => {
		let count = 0;
		for (const [place, number] of input.counters) {
			const [step = '', packet = '', result = '', service = ''] = place.split('|');
			if (input.service !== null && input.service !== service) continue;
			if (test(packet, result, step, service)) count += number;
		}
		return count > 0 ? [aTask({ kind, urgency, count })] : [];
	});
}

type Where = Pick<WorkInput, 'role' | 'staff' | 'org' | 'window' | 'unitOf'>;

function placesOf({ role, staff, org, window, unitOf }: Where): Place[] {
	/** Results here that wait for a step which the regulation of their service gives to this role. */
	const resultHere =
		(wanted: StepFact): Place['test'] =>
		(_, result, step, service) =>
			result === `chancery/${org}` && step === wanted && unitOf(service, wanted) === role;
	const atCounter: Place[] = [
		{ kind: 'record', urgency: 'open', test: resultHere('recorded') },
		{ kind: 'handOut', urgency: 'waiting', test: resultHere('handedOut') }
	];
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
				{ kind: 'receivePackets', urgency: 'open', test: (packet) => packet === `transit/${org}` },
				{ kind: 'register', urgency: 'open', test: (packet) => packet === `chancery/${org}` },
				...atCounter,
				{
					kind: 'sendBack',
					urgency: 'open',
					test: (_, result, step) => result === `chancery/${org}` && step === 'returned'
				}
			];
		case 'head':
			return [
				{ kind: 'assign', urgency: 'open', test: (packet, _, step) => packet === `head/${org}` && step === 'assigned' },
				{ kind: 'sign', urgency: 'open', test: (_, result, step) => result === `head/${org}` && step === 'signed' }
			];
		case 'executor':
			return [
				{
					kind: 'examine',
					urgency: 'open',
					test: (packet, _, step) => packet === `executor/${org}/${staff}` && step === 'drafted'
				},
				...atCounter
			];
		default:
			return [];
	}
}
