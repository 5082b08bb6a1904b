import { randomInt } from 'node:crypto';
import { CODES, oneTimeCodeOf, type OneTimeCode } from '#lib/domain/org/one-time-code.ts';
import { hashPassword } from './password.ts';
import type { Database } from '../store/database.ts';

/** Until the same hour of the next day: the administrator may have given it in the evening. */
const CODE_MS = 24 * 60 * 60_000;
/** Wrong codes until it opens nothing any more, wherever they were tried; the attempts of a place end before. */
const MOST_FAILURES = 10;
const PURPOSE = 'password';

type GivenCode = { code: OneTimeCode; expiresAt: number };
/** A code that may still be used, as it is kept. */
type KeptCode = { hash: string };

/**
 * Gives a person a code that sets a new password once, within a day; an earlier one opens nothing any more. It is told here and nowhere
 * else: the database keeps a hash of it as dear as a password's.
 * @param by who gives it; null at the server's terminal
 * @returns null where there is no such person
 */
export async function issueCode(db: Database, staff: string, by: string | null, at: number): Promise<GivenCode | null> {
	const person = await db
		.selectFrom('people')
		.select('id')
		.where('id', '=', staff)
		.where('left_at', 'is', null)
		.executeTakeFirst();
	if (!person) return null;
	const code = oneTimeCodeOf(randomInt(CODES));
	const hash = await hashPassword(code);
	const row = { hash, issued_by: by, issued_at: at, expires_at: at + CODE_MS, failures: 0 };
	await db
		.insertInto('one_time_codes')
		.values({ person: staff, purpose: PURPOSE, ...row })
		.onConflict((conflict) => conflict.columns(['person', 'purpose']).doUpdateSet(row))
		.execute();
	return { code, expiresAt: at + CODE_MS };
}

/** The code that a person has at this moment; those that have ended are swept on the way. */
export async function keptCode(db: Database, person: string, at: number): Promise<KeptCode | undefined> {
	await db.deleteFrom('one_time_codes').where('expires_at', '<=', at).execute();
	return db
		.selectFrom('one_time_codes')
		.select('hash')
		.where('person', '=', person)
		.where('purpose', '=', PURPOSE)
		.where('failures', '<', MOST_FAILURES)
		.executeTakeFirst();
}

export async function countWrongCode(db: Database, person: string): Promise<void> {
	await db
		.updateTable('one_time_codes')
		.set((eb) => ({ failures: eb('failures', '+', 1) }))
		.where('person', '=', person)
		.where('purpose', '=', PURPOSE)
		.execute();
}

/** Uses a code up. Within the caller's transaction: of two at the same moment one is told that it was not there. */
export async function takeCode(tx: Database, person: string, { hash }: KeptCode): Promise<boolean> {
	const taken = await tx
		.deleteFrom('one_time_codes')
		.where('person', '=', person)
		.where('hash', '=', hash)
		.executeTakeFirst();
	return taken.numDeletedRows > 0n;
}
