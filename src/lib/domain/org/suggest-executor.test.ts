import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type StaffId } from '../fact/ids.ts';
import { type ExecutorCandidate, shareOut, suggestExecutors } from './suggest-executor.ts';

const candidate = (staff: string, more: Partial<ExecutorCandidate> = {}): ExecutorCandidate => ({
	staff: staff as StaffId,
	services: null,
	absent: false,
	load: 0,
	...more
});
const order = (candidates: readonly ExecutorCandidate[]) =>
	suggestExecutors('benefit', candidates).map(({ staff }) => staff);
const anybody = fc.uniqueArray(
	fc.record({
		staff: fc.constantFrom('a', 'b', 'c', 'd', 'e').map((id) => id as StaffId),
		services: fc.constantFrom(null, ['benefit'], ['other']),
		absent: fc.boolean(),
		load: fc.nat(5)
	}),
	{ selector: ({ staff }) => staff, minLength: 1 }
);

describe('who might examine an application', () => {
	it('O13 at work before absent, the own area before none before another, less before more', () => {
		const all = [
			candidate('absent', { services: ['benefit'], absent: true }),
			candidate('other', { services: ['chair'] }),
			candidate('none'),
			candidate('own-busy', { services: ['benefit'], load: 9 }),
			candidate('own', { services: ['benefit'], load: 2 })
		];
		expect(order(all)).toEqual(['own', 'own-busy', 'none', 'other', 'absent']);
	});

	it('O13 an area without services is for every service: it comes before another’s', () => {
		const all = [candidate('other', { services: ['chair'] }), candidate('words', { services: [] })];
		expect(order(all)).toEqual(['words', 'other']);
	});

	it('O13 says why, so that the head can judge', () => {
		const own = candidate('own', { services: ['benefit'], load: 2 });
		const busy = candidate('busy', { services: ['benefit'], load: 3 });
		const away = candidate('away', { services: ['chair'], absent: true });
		expect(suggestExecutors('benefit', [busy, away, own]).map(({ reasons }) => reasons)).toEqual([
			['ownArea', 'leastLoad'],
			['ownArea'],
			['otherArea', 'absent']
		]);
	});

	it('O13 holds in whatever order the candidates come', () => {
		fc.assert(
			fc.property(
				anybody.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
				([all, shuffled]) => {
					expect(suggestExecutors('benefit', shuffled)).toEqual(suggestExecutors('benefit', all));
				}
			)
		);
	});

	it('O14 many are shared out one after the other: each counts in the load of the next', () => {
		const rows = ['1', '2', '3'].map((number) => ({ number, regulation: 'benefit' }));
		const shared = shareOut(rows, [candidate('a', { load: 1 }), candidate('b')]);
		expect([...shared].map(([number, { staff, load }]) => [number, staff, load])).toEqual([
			['1', 'b', 0],
			['2', 'a', 1],
			['3', 'b', 1]
		]);
	});

	it('O14 nobody who is absent gets one', () => {
		fc.assert(
			fc.property(anybody, fc.nat(8), (candidates, count) => {
				const rows = Array.from({ length: count }, (_, at) => ({ number: String(at), regulation: 'benefit' }));
				const shared = shareOut(rows, candidates);
				const away = candidates.filter(({ absent }) => absent).map(({ staff }) => staff);
				expect([...shared.values()].some(({ staff }) => away.includes(staff))).toBe(false);
				expect(shared.size).toBe(away.length === candidates.length ? 0 : count);
			})
		);
	});
});
