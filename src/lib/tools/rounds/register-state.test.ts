import { describe, expect, it } from 'vitest';
import { registerState } from './register-state.ts';

type Asked = Parameters<typeof registerState>[0];
const state = (more: Partial<Asked>, overtaken: string[] = [], open: string[] = []) =>
	registerState({ kind: 'dispatch', arrivedAt: null, rows: [], ...more }, { open, overtaken }).word;
const row = (of: Asked['rows'][number]['state'], paper = '1') => ({ paper, state: of });

describe('what became of a register that was sent', () => {
	it('R42 results have arrived at the Center, packets at the body', () => {
		const arrived = { arrivedAt: 5, rows: [row('received'), row('extra', '2')] };
		expect(state(arrived)).toBe('registers.stateArrived');
		expect(state({ ...arrived, kind: 'return' })).toBe('registers.stateResultsArrived');
		expect(state({ ...arrived, kind: 'return', rows: [row('damaged')] })).toBe('registers.stateArrivedPartly');
		expect(state({ rows: [row('underway')] }, [], ['1'])).toBe('registers.stateDispatched');
	});

	it('R40 is told as ended where all its rows came with another register', () => {
		expect(state({ rows: [row('underway')] }, ['1'])).toBe('registers.stateOvertaken');
		expect(state({ rows: [row('underway')] }, ['1'], ['2'])).toBe('registers.stateDispatched');
		expect(state({ arrivedAt: 5, rows: [row('received', '2'), row('missing')] }, ['1'])).toBe('registers.stateArrived');
		expect(state({ arrivedAt: 5, rows: [row('received', '2'), row('missing')] })).toBe('registers.stateArrivedPartly');
	});
});
