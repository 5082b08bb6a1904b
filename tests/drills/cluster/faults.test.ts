import { describe, expect, it } from 'vitest';
import { isWhole } from './cluster.ts';
import { chosenFaults, FAULTS } from './faults.ts';
import { type Member } from './patroni-rest.ts';

const ALL = Object.keys(FAULTS).toSorted();

describe('the faults of a cluster', () => {
	it('N372 are five of the primary in the short form, in an order that the seed gives', () => {
		const chosen = chosenFaults(5, 1);
		expect(chosen.toSorted()).toEqual(['cutOff', 'diskFilled', 'frozen', 'killed', 'switchedOver']);
		expect(chosenFaults(5, 1)).toEqual(chosen);
		expect(new Set([1, 2, 3, 4, 5].map((seed) => chosenFaults(5, seed).join())).size).toBeGreaterThan(1);
	});

	it('N372 are all kinds at length, each again only after all others', () => {
		const chosen = chosenFaults(20, 1);
		expect(chosen).toHaveLength(20);
		expect([chosen.slice(0, 7).toSorted(), chosen.slice(7, 14).toSorted()]).toEqual([ALL, ALL]);
	});
});

const member = (nr: number, role: string, timeline = 3): Member => ({
	name: `node${nr}` as Member['name'],
	role,
	state: 'running',
	timeline
});
const WHOLE = [member(1, 'replica'), member(2, 'leader'), member(3, 'sync_standby')];

describe('a whole cluster', () => {
	it('N372 is a primary and two standbys that follow it, one of them required', () => {
		expect(isWhole(WHOLE)).toBe(true);
	});

	it.each([
		['a machine is missing', WHOLE.slice(1)],
		['none is required', [...WHOLE.slice(0, 2), member(3, 'replica')]],
		['one has not followed to the timeline', [member(1, 'replica', 2), ...WHOLE.slice(1)]],
		['one starts', [{ ...member(1, 'replica'), state: 'starting' }, ...WHOLE.slice(1)]]
	])('N372 is not one where %s', (_, members) => {
		expect(isWhole(members)).toBe(false);
	});
});
