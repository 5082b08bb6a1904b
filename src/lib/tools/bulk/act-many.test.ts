import { describe, expect, it } from 'vitest';
import { type StaffId } from '#lib/domain/fact/ids.ts';
import { type ActResult, type Asked } from '#lib/journal/act.ts';
import { refuse } from '#lib/domain/application/refusal.ts';
import { actMany } from './act-many.ts';

const EXECUTOR = 'staff-9' as StaffId;
const assignments = (count: number): Asked[] =>
	Array.from({ length: count }, (_, at) => ({ number: String(at), command: { kind: 'assign', executor: EXECUTOR } }));

/** A journal that refuses these numbers, and remembers its batches. */
function aDoor(refused: readonly string[] = []) {
	const batches: number[] = [];
	const act = async (batch: readonly Asked[]): Promise<ActResult> => {
		batches.push(batch.length);
		const answer = ({ number }: Asked) =>
			refused.includes(number) ? refuse('sameExecutor') : { ok: true as const, facts: [] };
		return { ok: true, answers: batch.map(answer) };
	};
	return { act, batches };
}

describe('an act on many applications', () => {
	it('U5 is asked in batches, each one transaction', async () => {
		const { act, batches } = aDoor();
		const outcome = await actMany(assignments(25), act, { size: 10 });
		expect(batches).toEqual([10, 10, 5]);
		expect(outcome).toMatchObject({ refused: [], failure: null, left: 0 });
		expect(outcome.done).toHaveLength(25);
	});

	it('U5 a refusal names its number and holds up nobody else', async () => {
		const { act } = aDoor(['3']);
		const outcome = await actMany(assignments(5), act);
		expect(outcome.refused).toMatchObject([{ number: '3', refusal: { code: 'sameExecutor' } }]);
		expect(outcome.done).toEqual(['0', '1', '2', '4']);
	});

	it('U6 a stop leaves what is recorded, and says how many were not asked for any more', async () => {
		const { act } = aDoor();
		const told: number[] = [];
		const outcome = await actMany(assignments(30), act, {
			size: 10,
			tell: ({ done }) => told.push(done),
			isStopped: () => told.length === 2
		});
		expect(told).toEqual([10, 20]);
		expect(outcome.done).toHaveLength(20);
		expect(outcome.left).toBe(10);
	});

	it('U6 a full disk stops it; what was recorded before stays', async () => {
		const failure = { ok: false, reason: 'noSpace', message: '' } as const;
		const { act, batches } = aDoor();
		const full = (batch: readonly Asked[]) => (batches.length === 1 ? Promise.resolve(failure) : act(batch));
		const outcome = await actMany(assignments(30), full, { size: 10 });
		expect(outcome).toMatchObject({ failure, left: 20 });
		expect(outcome.done).toHaveLength(10);
	});
});
