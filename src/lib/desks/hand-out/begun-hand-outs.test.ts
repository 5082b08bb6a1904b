import { describe, expect, it } from 'vitest';
import { begunHandOuts } from './begun-hand-outs.ts';

const drafts = ['hand-out:1', 'hand-out:2', 'hand-out:3', 'hand-out:4'].map((id) => ({ id }));
const row = (number: string, more: object) => ({ number, state: 'open' as const, resultAt: null, ...more });

describe('hand-outs that were begun', () => {
	it('L31 are over once the result was given, wherever that was; the others wait', () => {
		const rows = [
			row('1', { state: 'handedOut' }),
			row('2', { resultAt: 'applicant' }),
			row('3', { resultAt: 'collection/center-04' })
		];
		const { open, over } = begunHandOuts(drafts, rows);
		expect(over.map(({ id }) => id)).toEqual(['hand-out:1', 'hand-out:2']);
		expect(open.map(({ id }) => id)).toEqual(['hand-out:3', 'hand-out:4']);
	});
});
