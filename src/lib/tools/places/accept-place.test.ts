import { describe, expect, it } from 'vitest';
import { type Role } from '#lib/domain/fact/ids.ts';
import { regulations } from '#lib/law/catalog.ts';
import { acceptPlaceOf, acceptsHere, COUNTER, visitLimitOf, WINDOW } from './accept-place.ts';

const here = (role: Role) => {
	const place = acceptPlaceOf(role)!;
	return regulations.filter((regulation) => acceptsHere(place, role, regulation));
};

describe('where applications are accepted', () => {
	it('L9 a role works at the window or at the counter, or accepts nothing', () => {
		expect(acceptPlaceOf('centerInspector')).toBe(WINDOW);
		expect(acceptPlaceOf('chancery')).toBe(COUNTER);
		expect(acceptPlaceOf('executor')).toBe(COUNTER);
		expect((['head', 'centerHead', 'accumulationInspector', 'admin'] as const).map(acceptPlaceOf)).toEqual(
			Array(4).fill(null)
		);
		expect(here('centerInspector').map(({ number }) => number)).toEqual([3]);
		expect(here('chancery')).toHaveLength(8);
	});

	it('L9 the visit is measured by the limit of table 1 of the chosen service, before that by the one that all share', () => {
		expect(visitLimitOf(WINDOW, here('centerInspector'))).toBe(30);
		expect(visitLimitOf(COUNTER, here('chancery'))).toBeNull();
		expect(visitLimitOf(COUNTER, here('chancery'), regulations[0])).toBe(5);
		expect(visitLimitOf(COUNTER, here('chancery'), regulations[1])).toBe(30);
		expect(visitLimitOf(COUNTER, here('chancery'), regulations[5])).toBe(60);
		expect(visitLimitOf(COUNTER, [])).toBeNull();
	});
});
