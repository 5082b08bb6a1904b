import { type Role } from '#lib/domain/fact/ids.ts';
import { mayByRole } from '#lib/domain/acts/rights.ts';
import { isSignedBy } from '#lib/protocol/device-key.ts';
import { type DeviceRequest, type DeviceResponse } from '#lib/protocol/device-messages.ts';
import { type Person } from '#lib/protocol/session-messages.ts';
import { createPace } from '../http/shares.ts';
import { TERMINAL } from '../registry/adopt-rows.ts';
import { type OpenRegistry } from '../registry/open-registry.ts';
import type { Database } from '../store/database.ts';
import { takeEnrolmentCode } from './enrolment-codes.ts';
import { type Device } from './find-device.ts';
import { recordKey } from './record-key.ts';
import { registerDevice } from './register-device.ts';
import { forgetTickets } from './tickets.ts';

type Enrolled =
	| ({ ok: true } & DeviceResponse)
	| { ok: false; why: 'notAllowed' | 'noNumbersLeft' | 'codeNeeded' | 'wrongCode' | 'codeOfOther' | 'wrongProof' }
	| { ok: false; why: 'tooMany'; retryAfterMs: number };

type Context = {
	by: Person;
	address: string;
	at: number;
	perHour: number;
	/** The demonstration, where everybody enrols what they like. */
	isFree: boolean;
	/** The device that asks, by its token: it was enrolled, and begins a new journal after a fork. */
	device: Device | undefined;
};

const SPAN_MS = 15 * 60_000;
const MOST_TRIES = 10;
/** Of one person and of one address. */
const tries = createPace(SPAN_MS);

/** The role in which somebody may enrol a device of their own org without a code; undefined for whoever needs one. */
export const enrollingRole = ({ roles }: Pick<Person, 'roles'>): Role | undefined =>
	roles.find((role) => mayByRole('enrolDevice', role));

/**
 * Gives a device its number and token: an administrator at that device, whoever has an administrator's code, and a device that the
 * server knows already (its answer was lost, or it was restored). The enrolment is recorded as the administrator's act.
 */
export async function enrolDevice(
	db: Database,
	registry: OpenRegistry,
	{ code, proof, ...request }: DeviceRequest,
	{ by, address, at, perHour, isFree, device }: Context
): Promise<Enrolled> {
	const role = enrollingRole(by);
	const key = proof?.key;
	if (
		proof &&
		!(await isSignedBy(proof.key, proof.signature, { purpose: 'enrol', journal: request.journal, key: proof.key }))
	)
		return { ok: false, why: 'wrongProof' };
	const given = code === undefined ? null : await codeOf(db, code, { by, address, at });
	if (given && 'why' in given) return given;
	const place = given?.place ?? request.place;
	if (!place) return { ok: false, why: 'codeNeeded' };
	const isProven = given !== null || role !== undefined || isFree || device?.org === place.org;
	if (!isProven && !(await isKnown(db, request.journal))) return { ok: false, why: 'codeNeeded' };
	const anew = given !== null || role !== undefined;
	const context = { by, at, perHour, mayReplaceKey: anew };
	const registered = await registerDevice(db, { ...request, place, key }, context);
	if (!registered.ok) return registered;
	const enroller = given?.by ?? (role ? { actor: by.id, role, org: by.org } : TERMINAL);
	await registry.adoptRows(enroller);
	const { id, number, token } = registered;
	if (key !== undefined) await recordKey(registry, { device: id, key, anew }, enroller);
	if (key !== undefined && anew) await forgetTickets(db, key);
	return { ok: true, number, token, place };
}

const isKnown = async (db: Database, journal: string): Promise<boolean> =>
	(await db.selectFrom('devices').select('id').where('journal', '=', journal).executeTakeFirst()) !== undefined;

async function codeOf(db: Database, code: string, { by, address, at }: Pick<Context, 'by' | 'address' | 'at'>) {
	for (const key of [`person ${by.id}`, `address ${address}`]) {
		const retryAfterMs = tries.wait(key, MOST_TRIES, at);
		if (retryAfterMs > 0) return { ok: false, why: 'tooMany', retryAfterMs } as const;
	}
	const taken = await takeEnrolmentCode(db, code, by.org, at);
	if (taken === 'ofOther') return { ok: false, why: 'codeOfOther' } as const;
	return taken ?? ({ ok: false, why: 'wrongCode' } as const);
}
