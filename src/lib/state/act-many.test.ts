import { describe, expect, it } from 'vitest';
import { aStory, BODY } from '$tests/support/a-story';
import { type Application } from '$lib/domain/application/application';
import { type DecideContext } from '$lib/domain/application/context';
import { type FactDraft } from '$lib/domain/fact/fact';
import { type FactId, type StaffId } from '$lib/domain/fact/ids';
import { actMany, type Job, type ManyPorts } from './act-many';

const HEAD: DecideContext = {
	actor: 'chief' as StaffId,
	role: 'head',
	org: BODY,
	now: 0,
	newId: () => 'new' as FactId
};
const EXECUTOR = 'staff-9' as StaffId;
const jobs = (count: number): Job[] =>
	Array.from({ length: count }, (_, at) => ({ number: String(at), command: { kind: 'assign', executor: EXECUTOR } }));

/** Applications that wait for their resolution, but for those that are already assigned. */
function office(assigned: readonly string[] = [], more: Partial<ManyPorts> = {}) {
	const batches: number[] = [];
	const one = (isAssigned: boolean): Application => {
		const story = aStory();
		const registered = story.registered(story.arrived(story.accepted()));
		if (isAssigned) story.assigned(registered);
		return story.fold();
	};
	const ports: ManyPorts = {
		find: (numbers) => Promise.resolve(new Map(numbers.map((number) => [number, one(assigned.includes(number))]))),
		record: (drafts: readonly FactDraft[]) => {
			batches.push(drafts.length);
			return Promise.resolve({ ok: true });
		},
		context: () => HEAD,
		alone: (work) => work(),
		...more
	};
	return { ports, batches };
}

describe('an act on many applications', () => {
	it('U5 is recorded in batches, each in one transaction', async () => {
		const { ports, batches } = office();
		const outcome = await actMany(jobs(25), ports, { size: 10 });
		expect(batches).toEqual([10, 10, 5]);
		expect(outcome).toMatchObject({ refused: [], failure: null, left: 0 });
		expect(outcome.done).toHaveLength(25);
	});

	it('U5 a refusal names its number and holds up nobody else', async () => {
		const { ports, batches } = office(['3']);
		const outcome = await actMany(jobs(5), ports);
		expect(outcome.refused).toMatchObject([{ number: '3', refusal: { code: 'sameExecutor' } }]);
		expect(outcome.done).toEqual(['0', '1', '2', '4']);
		expect(batches).toEqual([4]);
	});

	it('U5 what this device has never heard of is refused, and nothing is recorded of nothing', async () => {
		const { ports, batches } = office([], { find: () => Promise.resolve(new Map()) });
		const outcome = await actMany(jobs(2), ports);
		expect(outcome.refused.map(({ refusal }) => refusal.code)).toEqual(['unknownApplication', 'unknownApplication']);
		expect(batches).toEqual([]);
	});

	it('U6 a stop leaves what is recorded, and says how many were not asked for any more', async () => {
		const { ports } = office();
		const told: number[] = [];
		const outcome = await actMany(jobs(30), ports, {
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
		let batch = 0;
		const { ports } = office([], {
			record: () => Promise.resolve((batch += 1) === 2 ? { ok: false, failure } : { ok: true })
		});
		const outcome = await actMany(jobs(30), ports, { size: 10 });
		expect(outcome).toMatchObject({ failure, left: 20 });
		expect(outcome.done).toHaveLength(10);
	});
});
