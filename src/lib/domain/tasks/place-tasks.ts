import { type CounterKey, sumOfCounters } from '../application/counter-key.ts';
import { isAt } from '../application/whereabouts.ts';
import { type StepFact } from '../regulation/route.ts';
import { aTask, type Task, type TaskKind, type Urgency } from './task.ts';
import { type WorkInput } from './work-input.ts';

type Place = {
	kind: TaskKind;
	urgency: Urgency;
	test: (key: CounterKey) => boolean;
};

/** Tasks for the papers where a role works: from the counters, independent of the number of applications. */
export function placeTasks(input: Where & Pick<WorkInput, 'counters' | 'service' | 'damaged'>): Task[] {
	return placesOf(input).flatMap(({ kind, urgency, test }) => {
		const isAsked = ({ service }: CounterKey) => input.service === null || input.service === service;
		const lying = sumOfCounters(input.counters, (key) => isAsked(key) && test(key));
		const count = kind === 'handOut' ? lying - (input.damaged ?? 0) : lying;
		return count > 0 ? [aTask({ kind, urgency, count })] : [];
	});
}

type Where = Pick<WorkInput, 'role' | 'staff' | 'org' | 'window' | 'unitsOf'>;

function placesOf({ role, staff, org, window, unitsOf }: Where): Place[] {
	/** Results here whose next step the regulation gives to this role. */
	const resultHere =
		(wanted: StepFact): Place['test'] =>
		({ result, step, service }) =>
			isAt(result, { kind: 'chancery', org }) && step === wanted && unitsOf(service, wanted).includes(role);
	const atCounter: Place[] = [
		{ kind: 'record', urgency: 'open', test: resultHere('recorded') },
		{ kind: 'handOut', urgency: 'waiting', test: resultHere('handedOut') }
	];
	switch (role) {
		case 'accumulationInspector':
			return [
				{ kind: 'addToRegister', urgency: 'open', test: ({ packet }) => isAt(packet, { kind: 'collection', org }) },
				{ kind: 'receive', urgency: 'open', test: ({ result }) => isAt(result, { kind: 'transit', to: org }) },
				{ kind: 'shelf', urgency: 'waiting', test: ({ packet }) => isAt(packet, { kind: 'window', org }) }
			];
		case 'centerInspector':
			return [
				{ kind: 'handOut', urgency: 'waiting', test: ({ result }) => isAt(result, { kind: 'collection', org }) },
				{
					kind: 'shelf',
					urgency: 'waiting',
					test: ({ packet }) => isAt(packet, { kind: 'window', org, window: window ?? '' })
				}
			];
		case 'chancery':
			return [
				{ kind: 'receivePackets', urgency: 'open', test: ({ packet }) => isAt(packet, { kind: 'transit', to: org }) },
				{ kind: 'register', urgency: 'open', test: ({ packet }) => isAt(packet, { kind: 'chancery', org }) },
				...atCounter,
				{
					kind: 'sendBack',
					urgency: 'open',
					test: ({ result, step }) => isAt(result, { kind: 'chancery', org }) && step === 'returned'
				}
			];
		case 'head':
			return [
				{
					kind: 'assign',
					urgency: 'open',
					test: ({ packet, step }) => isAt(packet, { kind: 'head', org }) && step === 'assigned'
				},
				{
					kind: 'sign',
					urgency: 'open',
					test: ({ result, step }) => isAt(result, { kind: 'head', org }) && step === 'signed'
				}
			];
		case 'executor':
			return [
				{
					kind: 'examine',
					urgency: 'open',
					test: ({ packet, step }) => isAt(packet, { kind: 'executor', org, staff }) && step === 'drafted'
				},
				...atCounter
			];
		case 'centerHead':
		case 'admin':
		case 'authorityAdmin':
		case 'overseer':
		case 'auditor':
			return [];
	}
}
