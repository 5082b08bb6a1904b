import { describe, expect, it } from 'vitest';
import { type FactId } from '#lib/domain/fact/ids.ts';
import { type Copies, countCopy } from './closing-copies.ts';

const [monday, tuesday] = ['monday', 'tuesday'] as FactId[] as [FactId, FactId];
const lastOf = (copies: Copies) => copies.at(-1);

describe('copies of a closing sheet', () => {
	it('Z54 the first print of a closing is its first copy, each further one the next', () => {
		const once = countCopy([], monday, 1);
		expect(lastOf(once)).toEqual([monday, 1]);
		expect(lastOf(countCopy(once, monday, 2))).toEqual([monday, 2]);
		expect(lastOf(countCopy(countCopy(once, monday, 2), monday, 2))).toEqual([monday, 3]);
	});

	it('Z54 a sheet that was printed before this device counted is the second copy; each closing is counted by itself', () => {
		const both = countCopy(countCopy([], monday, 1), tuesday, 2);
		expect(lastOf(both)).toEqual([tuesday, 2]);
		expect(lastOf(countCopy(both, monday, 2))).toEqual([monday, 2]);
	});

	it('Z54 only the latest are kept', () => {
		let copies: Copies = [];
		for (let day = 0; day < 300; day += 1) copies = countCopy(copies, `day-${day}` as FactId, 1);
		expect(copies).toHaveLength(100);
		expect(lastOf(copies)).toEqual(['day-299', 1]);
	});
});
