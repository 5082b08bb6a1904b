import { type RowsLeft } from '#lib/domain/register/overtaken.ts';
import { type Register } from '#lib/domain/register/register.ts';

type State = {
	mark: 'wait' | 'done' | 'attention';
	word:
		| 'registers.stateDispatched'
		| 'registers.stateArrived'
		| 'registers.stateResultsArrived'
		| 'registers.stateArrivedPartly'
		| 'registers.stateOvertaken';
};

/**
 * Underway, arrived whole, or arrived with something missing, damaged or still looked for: at the body or, with results, at the
 * Center. Where all that was open has come with another register, it has ended by itself.
 */
export function registerState(register: Pick<Register, 'arrivedAt' | 'rows' | 'kind'>, left?: RowsLeft): State {
	const { arrivedAt, rows, kind } = register;
	const hasEnded = left !== undefined && left.overtaken.length > 0 && left.open.length === 0;
	if (arrivedAt === null && hasEnded) return { mark: 'done', word: 'registers.stateOvertaken' };
	if (arrivedAt === null) return { mark: 'wait', word: 'registers.stateDispatched' };
	const isFine = (paper: string, state: string) =>
		state === 'received' || state === 'extra' || (left?.overtaken.includes(paper) ?? false);
	if (!rows.every(({ paper, state }) => isFine(paper, state)))
		return { mark: 'attention', word: 'registers.stateArrivedPartly' };
	return { mark: 'done', word: kind === 'return' ? 'registers.stateResultsArrived' : 'registers.stateArrived' };
}
