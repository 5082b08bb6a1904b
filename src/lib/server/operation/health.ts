import { setTimeout as wait } from 'node:timers/promises';
import { type Database } from '../store/database.ts';
import { roomOf } from '../store/room.ts';
import { canWrite } from './can-write.ts';
import { lastVerified } from './keeping-figures.ts';
import { hasNewerSchema } from './newer-schema.ts';

/** Longer than any read of it takes on a busy day. */
const PATIENCE_MS = 5000;

/** Why a server is not as it should be. The first two leave it working. */
export const HEALTH_REASONS = {
	noRoom: 'degraded',
	notProven: 'degraded',
	notWritable: 'failing',
	newerSchema: 'failing',
	noAnswer: 'failing'
} as const;
type HealthReason = keyof typeof HEALTH_REASONS;

type Health = { state: 'ok' | 'degraded' | 'failing'; reasons: HealthReason[] };

/**
 * How the server is. `degraded`: it answers, and somebody must come; `failing`: no request can be served well here.
 * @param patienceMs a store that takes longer does not answer
 */
export async function readHealth(db: Database, patienceMs = PATIENCE_MS): Promise<Health> {
	const enough = new AbortController();
	const late = wait(patienceMs, ['noAnswer' as const], { signal: enough.signal, ref: false });
	try {
		return stateOf(await Promise.race([reasonsOf(db), late]));
	} catch {
		return stateOf(['noAnswer']);
	} finally {
		enough.abort();
		late.catch(() => undefined);
	}
}

async function reasonsOf(db: Database): Promise<HealthReason[]> {
	const reasons: HealthReason[] = [];
	const takesWrites = await canWrite(db);
	if (await roomOf(db).isFull()) reasons.push('noRoom');
	if (!takesWrites) reasons.push('notWritable');
	if (await hasNewerSchema(db)) reasons.push('newerSchema');
	if (((await lastVerified(db))?.found ?? 0) > 0) reasons.push('notProven');
	return reasons;
}

function stateOf(reasons: HealthReason[]): Health {
	if (reasons.some((reason) => HEALTH_REASONS[reason] === 'failing')) return { state: 'failing', reasons };
	return { state: reasons.length > 0 ? 'degraded' : 'ok', reasons };
}
