import { type DecideContext } from '../application/context.ts';
import { allow, refuse, type Refusal, type Verdict } from '../application/refusal.ts';
import { type FactDraft } from '../fact/fact.ts';
import { type OrgId } from '../fact/ids.ts';
import { type OrgKind, type PlaceKind } from '../fact/registry-facts.ts';
import { type RegisteredDevice } from './registry.ts';
import { type DevicePlace, type RegistryCommandOf } from './registry-command.ts';
import { onlyOwnOrgs, type RegistryGround } from './registry-ground.ts';

type Drafts = Verdict<FactDraft[]>;

const PLACES_OF_KIND: Readonly<Record<OrgKind, readonly PlaceKind[]>> = {
	center: ['window', 'collection', 'control'],
	body: ['body', 'control'],
	authority: ['authority']
};

/** Where devices of such an org can stand; a system of a body's own stands nowhere. */
export const placesOfKind = (kind: OrgKind): readonly PlaceKind[] => PLACES_OF_KIND[kind];

/** A device with its number and journal, both given by the server. */
export function enrolDevice(
	ground: RegistryGround,
	{ org, device, number, journal, key, ...at }: RegistryCommandOf<'enrolDevice'>,
	context: DecideContext
): Drafts {
	const shut = onlyOwnOrgs(ground, org, context) ?? placeMistake(ground, org, at);
	if (shut) return shut;
	if (ground.registry.devices.has(device)) return refuse('deviceKnown');
	const body = { device, number, journal, ...placed(at), ...(key === undefined ? {} : { key }), tell: [org] };
	return allow([{ type: 'deviceEnrolled', subject: { kind: 'org', org }, body, details: null }]);
}

/** The first key that a device shows is its own; another one in its place needs an administrator's word. */
export function setDeviceKey(
	ground: RegistryGround,
	{ device, key, anew }: RegistryCommandOf<'setDeviceKey'>,
	context: DecideContext
): Drafts {
	const known = enrolled(ground, device, context);
	if ('ok' in known) return known;
	if (known.key === key) return refuse('unchanged');
	if (known.key !== null && !anew) return refuse('deviceHasKey');
	const { org } = known;
	return allow([
		{ type: 'deviceKeySet', subject: { kind: 'org', org }, body: { device, key, tell: [org] }, details: null }
	]);
}

/** Another place in the same org. Another org is another journal: the device is revoked there and enrolled here. */
export function moveDevice(
	ground: RegistryGround,
	{ device, ...to }: RegistryCommandOf<'moveDevice'>,
	context: DecideContext
): Drafts {
	const known = enrolled(ground, device, context);
	if ('ok' in known) return known;
	const { org } = known;
	const wrong = placeMistake(ground, org, to);
	if (wrong) return wrong;
	if ((known.place === 'exchange') !== (to.place === 'exchange')) return refuse('placeNotHere');
	if (known.place === to.place && known.window === windowOf(to)) return refuse('unchanged');
	const body = { device, ...placed(to), tell: [org] };
	return allow([{ type: 'deviceMoved', subject: { kind: 'org', org }, body, details: null }]);
}

export function revokeDevice(
	ground: RegistryGround,
	{ device, reason }: RegistryCommandOf<'revokeDevice'>,
	context: DecideContext
): Drafts {
	const known = enrolled(ground, device, context);
	if ('ok' in known) return known;
	if (!reason.trim()) return refuse('reasonMissing');
	const text = reason.trim().slice(0, LONGEST_REASON);
	// A fork leaves the device that wrote the journal before: whoever has the key has both.
	const others = [...ground.registry.devices.values()].filter(
		({ id, key, revokedAt }) => id !== device && key !== null && key === known.key && revokedAt === null
	);
	return allow(
		[known, ...others].map(({ id, org, journal }) => {
			const proven = ground.signedPlace(journal);
			const body = { device: id, reason: text, ...(proven ? { proven } : {}), tell: [org] };
			return { type: 'deviceRevoked', subject: { kind: 'org', org }, body, details: null };
		})
	);
}

const LONGEST_REASON = 200;

function enrolled(ground: RegistryGround, device: string, context: DecideContext): RegisteredDevice | Refusal {
	const known = ground.registry.devices.get(device);
	if (!known) return refuse('deviceUnknown');
	const shut = onlyOwnOrgs(ground, known.org, context);
	if (shut) return shut;
	return known.revokedAt === null ? known : refuse('deviceRevoked');
}

function placeMistake({ registry }: RegistryGround, org: OrgId, { place, window }: DevicePlace): Refusal | null {
	const { kind, windows } = registry.orgs.get(org)!;
	if (place === 'exchange' && kind === 'body') return null;
	if (!placesOfKind(kind).includes(place)) return refuse('placeNotHere');
	if (place !== 'window') return null;
	if (window === null) return refuse('windowMissing');
	return windows.includes(window) ? null : refuse('windowUnknown', { window });
}

const windowOf = ({ place, window }: DevicePlace): string | null => (place === 'window' ? window : null);

function placed(at: DevicePlace): { place: PlaceKind; window?: string } {
	const window = windowOf(at);
	return { place: at.place, ...(window === null ? {} : { window }) };
}
