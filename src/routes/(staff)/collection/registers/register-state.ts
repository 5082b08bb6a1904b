import { type Register } from '$lib/domain/register/register';

type State = {
	mark: 'wait' | 'done' | 'attention';
	word: 'registers.stateDispatched' | 'registers.stateArrived' | 'registers.stateArrivedPartly';
};

/** Underway, arrived whole, or arrived with something missing, damaged or still looked for. */
export function registerState({ arrivedAt, rows }: Pick<Register, 'arrivedAt' | 'rows'>): State {
	if (arrivedAt === null) return { mark: 'wait', word: 'registers.stateDispatched' };
	const whole = rows.every(({ state }) => state === 'received' || state === 'extra');
	return whole
		? { mark: 'done', word: 'registers.stateArrived' }
		: { mark: 'attention', word: 'registers.stateArrivedPartly' };
}
