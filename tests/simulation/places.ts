import { type OrgId, type Role } from '$lib/domain/fact/ids';

/** Where a device stands. */
export type Place = { kind: 'window' | 'collection' | 'body'; org: OrgId; center: OrgId; window: string; role: Role };

const CENTER = 'center-04' as OrgId;
export const BODIES = ['body-15', 'body-07'] as OrgId[];

/** A Center with two windows and a collection unit, its body with two desks, and another body. */
export const PLACES: readonly Place[] = [
	{ kind: 'window', org: CENTER, center: CENTER, window: '1', role: 'centerInspector' },
	{ kind: 'window', org: CENTER, center: CENTER, window: '2', role: 'centerInspector' },
	{ kind: 'collection', org: CENTER, center: CENTER, window: 'c', role: 'accumulationInspector' },
	{ kind: 'body', org: BODIES[0]!, center: CENTER, window: 'a', role: 'chancery' },
	{ kind: 'body', org: BODIES[0]!, center: CENTER, window: 'b', role: 'chancery' },
	{ kind: 'body', org: BODIES[1]!, center: CENTER, window: 'a', role: 'chancery' }
];
