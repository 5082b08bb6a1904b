import type { Database } from '../store/database.ts';
import { browserOf, knownPlace, type Place, rememberPlace } from './known-places.ts';

export const ATTEMPT_WINDOW_MS = 15 * 60_000;

/**
 * How many attempts may fail within the window. A number is closed per place first; the other two stop guessing from many
 * addresses, and many numbers from one. A whole Center may share one address, hence its large figure.
 */
const LIMITS = { numberAtPlace: 5, number: 30, address: 100 } as const;

export type Who = { number: string; place: Place };
type Attempt = { left: number } | { left: 0; retryAfterMs: number };

/**
 * Counts an attempt before its password is checked (guesses that run at the same time all count) and says how many are
 * left after it. Kept in the database: a restart forgives nobody.
 * @param at instant of the attempt
 * @returns `retryAfterMs` if this attempt may not be made at all
 */
export async function countAttempt(db: Database, who: Who, at: number): Promise<Attempt> {
	await db
		.deleteFrom('sign_in_attempts')
		.where('since', '<=', at - ATTEMPT_WINDOW_MS)
		.execute();
	let left: number = LIMITS.numberAtPlace;
	let retryAfterMs = 0;
	for (const [key, limit] of await keysOf(db, who, at)) {
		const row = await db
			.insertInto('sign_in_attempts')
			.values({ key, failures: 1, since: at })
			.onConflict((conflict) =>
				conflict.column('key').doUpdateSet((eb) => ({ failures: eb('sign_in_attempts.failures', '+', 1) }))
			)
			.returning(['failures', 'since'])
			.executeTakeFirstOrThrow();
		left = Math.min(left, limit - row.failures);
		if (row.failures > limit) retryAfterMs = Math.max(retryAfterMs, Number(row.since) + ATTEMPT_WINDOW_MS - at);
	}
	return retryAfterMs > 0 ? { left: 0, retryAfterMs } : { left };
}

/** A success takes its own attempt back and forgives the number's earlier ones at this place, which is known from now on. */
export async function forgiveAttempts(db: Database, who: Who, at: number): Promise<void> {
	const [[own], ...shared] = await keysOf(db, who, at);
	await rememberPlace(db, who.number, who.place, at);
	await db.deleteFrom('sign_in_attempts').where('key', '=', own).execute();
	if (shared.length === 0) return;
	await db
		.updateTable('sign_in_attempts')
		.set((eb) => ({ failures: eb('failures', '-', 1) }))
		.where(
			'key',
			'in',
			shared.map(([key]) => key)
		)
		.where('failures', '>', 0)
		.execute();
}

type Keys = [[key: string, limit: number], ...[key: string, limit: number][]];

/**
 * What an attempt counts for. What strangers try elsewhere counts for nothing at an address where this person has signed in,
 * and what colleagues at that address try counts for nothing in this person's own browser.
 */
async function keysOf(db: Database, { number, place }: Who, at: number): Promise<Keys> {
	const { address } = place;
	const known = await knownPlace(db, number, place, at);
	if (known === 'browser') return [[`number ${number} in ${browserOf(place)}`, LIMITS.numberAtPlace]];
	const here = [`number ${number} at ${address}`, LIMITS.numberAtPlace] as [string, number];
	const ofAddress = [`address ${address}`, LIMITS.address] as [string, number];
	return known === 'address' ? [here, ofAddress] : [here, [`number ${number}`, LIMITS.number], ofAddress];
}
