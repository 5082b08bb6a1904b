import { type Instant, type Role, type StaffId } from '#lib/domain/fact/ids.ts';
import { type VerificationResult } from '#lib/protocol/verification-messages.ts';
import type { Database } from '../store/database.ts';
import { isPostgres } from '../store/engine.ts';
import { type KeptVerification } from './audit-tables.ts';
import { isVerificationDue } from './verification-due.ts';

/** Null: the server by itself. */
type Starter = { staff: StaffId; role: Role } | null;

type Deps = {
	/** Null where the verifier came to no end. */
	verify: (signal: AbortSignal) => Promise<VerificationResult | null>;
	now: () => Instant;
	failed: (error: unknown) => void;
};

export type Verifications = {
	/** @returns whether it was begun; false while one is under way */
	start: (by: Starter) => Promise<boolean>;
	/** Begins one where it is time. */
	startIfDue: () => Promise<void>;
	/** The last runs, the newest first. */
	last: () => Promise<KeptVerification[]>;
	/** Ends the run that is under way; the next start of the server says that it was interrupted. */
	stop: () => void;
	/** When the run that is under way has ended. */
	ended: () => Promise<void>;
};

/** No run takes so long. */
export const MOST_MS = 6 * 3_600_000;
/** Runs that are kept: a season of nights. */
const KEPT = 100;

/** Runs of the verifier on this server, at most one at a time, each kept with who began it and what was found. */
export async function createVerifications(db: Database, { verify, now, failed }: Deps): Promise<Verifications> {
	const stopping = new AbortController();
	let running: Promise<void> | null = null;
	// Of a process before this one, which holds the data now; of one beside it only when no run may take so long.
	await db
		.updateTable('verifications')
		.set({ outcome: 'interrupted', ended_at: now() })
		.where('outcome', '=', 'running')
		.where('started_at', '<=', isPostgres(db) ? now() - MOST_MS : Number.MAX_SAFE_INTEGER)
		.execute();

	const run = async (by: Starter): Promise<void> => {
		const started = { started_at: now(), started_by: by?.staff ?? null, role: by?.role ?? null, outcome: 'running' };
		const { nr } = await db.insertInto('verifications').values(started).returning('nr').executeTakeFirstOrThrow();
		const result = await verify(stopping.signal);
		if (stopping.signal.aborted) return;
		const outcome = result === null ? 'failed' : result.found === 0 ? 'proven' : 'found';
		const ended = { ended_at: now(), outcome, result: result && JSON.stringify(result) };
		await db.updateTable('verifications').set(ended).where('nr', '=', nr).execute();
		await db
			.deleteFrom('verifications')
			.where('nr', '<=', nr - KEPT)
			.execute();
	};

	const start: Verifications['start'] = async (by) => {
		if (running || stopping.signal.aborted) return false;
		running = run(by)
			.catch(failed)
			.finally(() => (running = null));
		return true;
	};
	const last: Verifications['last'] = () =>
		db.selectFrom('verifications').selectAll().orderBy('nr', 'desc').limit(KEPT).execute();
	return {
		start,
		last,
		startIfDue: async () => {
			const [latest] = await last();
			if (isVerificationDue(latest ? Number(latest.started_at) : null, now())) await start(null);
		},
		stop: () => stopping.abort(),
		ended: async () => (await running) ?? undefined
	};
}
