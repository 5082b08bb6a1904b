import { type OrgId, type Role, type StaffId } from '#lib/domain/fact/ids.ts';

/** Where a device stands, and who works at it. */
export type Place = {
	kind: 'window' | 'collection' | 'body' | 'clerk' | 'head' | 'executor';
	org: OrgId;
	center: OrgId;
	window: string;
	role: Role;
	staff: StaffId;
};

const CENTER = 'center-04' as OrgId;
export const BODIES = ['body-15', 'body-07'] as OrgId[];
const [OWN, OTHER] = BODIES as [OrgId, OrgId];

const place = (kind: Place['kind'], org: OrgId, window: string, role: Role): Place => ({
	kind,
	org,
	center: CENTER,
	window,
	role,
	staff: `${role}-${org}-${window}` as StaffId
});

const CENTER_PLACES = [
	place('window', CENTER, '1', 'centerInspector'),
	place('window', CENTER, '2', 'centerInspector'),
	place('collection', CENTER, 'c', 'accumulationInspector')
];

/**
 * Who plays in a run.
 * - `center`: a Center with two windows and a collection unit, its body with two desks where one person does everything, and
 *   another body
 * - `body`: a window, the collection unit; the body with clerk, head and two executors at devices of their own; another body with
 *   clerk, head and executor
 */
export const CASTS = {
	center: [
		...CENTER_PLACES,
		place('body', OWN, 'a', 'chancery'),
		place('body', OWN, 'b', 'chancery'),
		place('body', OTHER, 'a', 'chancery')
	],
	body: [
		CENTER_PLACES[0]!,
		CENTER_PLACES[2]!,
		place('clerk', OWN, 'k', 'chancery'),
		place('head', OWN, 'h', 'head'),
		place('executor', OWN, 'x', 'executor'),
		place('executor', OWN, 'y', 'executor'),
		place('clerk', OTHER, 'k', 'chancery'),
		place('head', OTHER, 'h', 'head'),
		place('executor', OTHER, 'x', 'executor')
	]
} as const satisfies Record<string, readonly Place[]>;
export type Cast = keyof typeof CASTS;

/** Whom a head can name. */
export const EXECUTORS: Record<OrgId, readonly StaffId[]> = Object.fromEntries(
	BODIES.map((org) => [
		org,
		CASTS.body.filter((each) => each.org === org && each.kind === 'executor').map(({ staff }) => staff)
	])
);
