import type { Database } from '../store/database';

export const ATTEMPT_WINDOW_MS = 15 * 60_000;

/**
 * How many attempts may fail within the window. A number is closed per address first, so that a stranger cannot keep
 * somebody out of their own window; the other two stop guessing from many addresses, and many numbers from one. A whole
 * Center may share one address, hence its large figure.
 */
const LIMITS = { numberAtAddress: 5, number: 30, address: 100 } as const;

export type Attempt = { left: number } | { left: 0; retryAfterMs: number };

/**
 * Counts an attempt before its password is checked (guesses that run at the same time all count) and says how many are
 * left after it. Kept in the database: a restart forgives nobody.
 * @param at instant of the attempt
 * @returns `retryAfterMs` if this attempt may not be made at all
 */
export async function countAttempt(
	db: Database,
	who: { number: string; address: string },
	at: number
): Promise<Attempt> {
	await db
		.deleteFrom('sign_in_attempts')
		.where('since', '<=', at - ATTEMPT_WINDOW_MS)
		.execute();
	let left: number = LIMITS.numberAtAddress;
	let retryAfterMs = 0;
	for (const [key, limit] of keysOf(who)) {
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

/** A success takes its own attempt back and forgives the number's earlier ones from this address. */
export async function forgiveAttempts(db: Database, who: { number: string; address: string }): Promise<void> {
	const [[own], ...shared] = keysOf(who);
	await db.deleteFrom('sign_in_attempts').where('key', '=', own).execute();
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

const keysOf = ({ number, address }: { number: string; address: string }) =>
	[
		[`number ${number} at ${address}`, LIMITS.numberAtAddress],
		[`number ${number}`, LIMITS.number],
		[`address ${address}`, LIMITS.address]
	] as const;
