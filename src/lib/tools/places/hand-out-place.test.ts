import { describe, expect, it } from 'vitest';
import { DAMAGED_RESULT } from '#lib/domain/application/summary.ts';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import { HAND_OUT_BODY, HAND_OUT_WINDOW, handOutPlaceOf, isReadyHere, shelfKey } from './hand-out-place.ts';

describe('where results are handed out', () => {
	it('L10 at the body only what is in the ledger, stays here and is of this unit; at a Center all on the shelf', () => {
		const clerk = { next: 'handedOut', units: ['chancery', 'executor'] } as const;
		expect(isReadyHere(HAND_OUT_BODY, 'chancery', clerk)).toBe(true);
		expect(isReadyHere(HAND_OUT_BODY, 'chancery', { next: 'handedOut', units: ['executor'] })).toBe(false);
		expect(isReadyHere(HAND_OUT_BODY, 'executor', { next: 'handedOut', units: ['executor'] })).toBe(true);
		expect(isReadyHere(HAND_OUT_BODY, 'chancery', { next: 'recorded', units: ['chancery'] })).toBe(false);
		expect(isReadyHere(HAND_OUT_BODY, 'chancery', { next: 'returned', units: ['chancery'] })).toBe(false);
		expect(isReadyHere(HAND_OUT_WINDOW, 'centerInspector', { next: 'resultsArrived', units: [] })).toBe(true);
	});

	it('R43 a damaged result on the shelf is not ready', () => {
		const row = { next: 'handedOut', units: ['centerInspector'], keys: [DAMAGED_RESULT] } as const;
		expect(
			isReadyHere(HAND_OUT_WINDOW, 'centerInspector', { ...row, units: [...row.units], keys: [...row.keys] })
		).toBe(false);
	});

	it('L10 each role has its place, and its shelf', () => {
		expect(handOutPlaceOf('executor')).toBe(HAND_OUT_BODY);
		expect(handOutPlaceOf('centerInspector')).toBe(HAND_OUT_WINDOW);
		expect(handOutPlaceOf('head')).toBeNull();
		expect(shelfKey(HAND_OUT_BODY, 'body-15' as OrgId)).toBe('at:result/chancery/body-15');
		expect(shelfKey(HAND_OUT_WINDOW, 'center-04' as OrgId)).toBe('at:result/collection/center-04');
	});
});
