import { randomInt } from 'node:crypto';
import * as v from 'valibot';
import { type OrgId, OrgIdSchema, type Role, RoleSchema, type StaffId, StaffIdSchema } from '#lib/domain/fact/ids.ts';
import { CODES, oneTimeCodeOf, readOneTimeCode, type OneTimeCode } from '#lib/domain/org/one-time-code.ts';
import { type Place, PlaceSchema } from '#lib/protocol/device-messages.ts';
import { tokenHash } from '../http/secret-token.ts';
import type { Database } from '../store/database.ts';

/** From the administrator's screen to the device that stands next door. */
const CODE_MS = 15 * 60_000;

/** Who gave a code, in which role: the enrolment is theirs. */
type GivenBy = { actor: StaffId; role: Role; org: OrgId };

/** A code for one device at one place; it is told here and nowhere else. */
export async function issueEnrolmentCode(
	db: Database,
	{ org, kind, window }: Place,
	by: GivenBy,
	at: number
): Promise<{ code: OneTimeCode; expiresAt: number }> {
	const code = oneTimeCodeOf(randomInt(CODES));
	const expiresAt = at + CODE_MS;
	await db.deleteFrom('enrolment_codes').where('expires_at', '<=', at).execute();
	await db
		.insertInto('enrolment_codes')
		.values({
			code_hash: tokenHash(code),
			org,
			place: kind,
			window: window ?? null,
			issued_by: by.actor,
			role: by.role,
			own_org: by.org,
			expires_at: expiresAt
		})
		.execute();
	return { code, expiresAt };
}

/**
 * Uses a code up; one that somebody of another org types by mistake opens its device all the same afterwards.
 * @param org of whoever types it
 * @returns where the device stands and who gave the code; null where it opens nothing, or nothing any more
 */
export async function takeEnrolmentCode(
	db: Database,
	typed: string,
	org: OrgId,
	at: number
): Promise<{ place: Place; by: GivenBy } | 'ofOther' | null> {
	const code = readOneTimeCode(typed);
	if (code === null) return null;
	const hash = tokenHash(code);
	const row = await db
		.deleteFrom('enrolment_codes')
		.where('code_hash', '=', hash)
		.where('org', '=', org)
		.where('expires_at', '>', at)
		.returningAll()
		.executeTakeFirst();
	if (!row) {
		const others = db.selectFrom('enrolment_codes').select('org').where('code_hash', '=', hash);
		return (await others.where('expires_at', '>', at).executeTakeFirst()) ? 'ofOther' : null;
	}
	const place = v.parse(PlaceSchema, { org: row.org, kind: row.place, ...(row.window ? { window: row.window } : {}) });
	const actor = v.parse(StaffIdSchema, row.issued_by);
	return { place, by: { actor, role: v.parse(RoleSchema, row.role), org: v.parse(OrgIdSchema, row.own_org) } };
}
