import { describe, expect, it } from 'vitest';
import { isAwaited } from './open-papers.ts';
import { type Register } from './register.ts';

const awaited = (arrivedAt: number | null, ...states: Register['rows'][number]['state'][]) =>
	isAwaited({ arrivedAt, rows: states.map((state) => ({ paper: '1000070000012345', state })) as Register['rows'] });

describe('registers that are waited for', () => {
	it('U64 are those that were not checked yet, and those with a row left for tomorrow', () => {
		expect(awaited(null, 'underway')).toBe(true);
		expect(awaited(1, 'received', 'carried')).toBe(true);
		expect(awaited(1, 'received', 'missing', 'damaged')).toBe(false);
	});
});
