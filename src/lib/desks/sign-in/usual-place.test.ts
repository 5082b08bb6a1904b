import { describe, expect, test } from 'vitest';
import { type OrgId, type Role } from '#lib/domain/fact/ids.ts';
import { isSamePlace, usualPlace } from './usual-place.ts';

const someone = (role: Role, window: string | null = null) => ({ org: 'center-04' as OrgId, roles: [role], window });

describe('where somebody usually sits', () => {
	test('J20 at their window, in the collection unit, in the control room; at a body and at the authority there is one place', () => {
		expect(usualPlace(someone('centerInspector', '2'), 'center')).toEqual({
			org: 'center-04',
			kind: 'window',
			window: '2'
		});
		expect(usualPlace(someone('accumulationInspector'), 'center')).toEqual({ org: 'center-04', kind: 'collection' });
		expect(usualPlace(someone('centerHead'), 'center')).toEqual({ org: 'center-04', kind: 'control' });
		expect(usualPlace(someone('executor'), 'body')).toEqual({ org: 'center-04', kind: 'body' });
		expect(usualPlace(someone('authorityAdmin'), 'authority')).toEqual({ org: 'center-04', kind: 'authority' });
	});

	test('J20 a device that stands elsewhere is at another place, one without a place at none', () => {
		const here = usualPlace(someone('centerInspector', '1'), 'center');
		expect(isSamePlace(here, usualPlace(someone('centerInspector', '1'), 'center'))).toBe(true);
		expect(isSamePlace(here, usualPlace(someone('centerInspector', '2'), 'center'))).toBe(false);
		expect(isSamePlace(null, here)).toBe(false);
	});
});
