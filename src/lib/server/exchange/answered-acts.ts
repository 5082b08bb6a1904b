import { createHash } from 'node:crypto';
import { type ActRequest } from '#lib/protocol/exchange-acts.ts';
import { type ExchangeProblem } from '#lib/protocol/exchange-problem.ts';
import type { Database } from '../store/database.ts';
import { exchangeProblem } from './exchange-problem.ts';
import { type Performed } from './perform-act.ts';

const DAY_MS = 24 * 60 * 60_000;
/** How long a key is kept. An act is not recorded twice after that either: its facts are there. */
const KEPT_MS = 30 * DAY_MS;
/** Answers that may be another one a moment later. */
const PASSING: readonly string[] = ['notTaken'];

/** One act of a client at a time in this process; across processes the chain of its journal keeps them apart. */
const turns = new Map<string, Promise<unknown>>();

/**
 * Answers an act once: the same key with the same request is told what was answered before, with another request nothing is
 * done. What was recorded is answered by its facts, which `perform` finds; what was refused is kept.
 * @param perform is given what names this act among those of all clients, also when its key is long forgotten
 */
export async function answerOnce(
	db: Database,
	{ key, client, request, at }: { key: string; client: string; request: ActRequest; at: number },
	perform: (id: string) => Promise<Performed>
): Promise<Performed> {
	const id = sha256(`${client} ${key}`);
	const requestHash = sha256(JSON.stringify(request));
	await db
		.insertInto('exchange_acts')
		.values({ act: id, request_hash: requestHash, problem: null, at })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	return inTurn(client, async () => {
		const row = await db.selectFrom('exchange_acts').selectAll().where('act', '=', id).executeTakeFirst();
		if (row && row.request_hash !== requestHash)
			return {
				ok: false,
				problem: exchangeProblem('keyReused', 'This key was sent with another act: give every act a key of its own')
			};
		if (row?.problem) return { ok: false, problem: JSON.parse(row.problem) as ExchangeProblem };
		const performed = await perform(`x${sha256(`${id} ${requestHash}`).slice(0, 40)}`);
		if (!performed.ok && !PASSING.includes(performed.problem.code)) await keep(db, id, performed.problem);
		await db
			.deleteFrom('exchange_acts')
			.where('at', '<', at - KEPT_MS)
			.execute();
		return performed;
	});
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const keep = (db: Database, id: string, problem: ExchangeProblem) =>
	db
		.updateTable('exchange_acts')
		.set({ problem: JSON.stringify(problem) })
		.where('act', '=', id)
		.execute();

async function inTurn<T>(client: string, work: () => Promise<T>): Promise<T> {
	const before = turns.get(client) ?? Promise.resolve();
	const mine = before.then(work, work);
	const settled = mine.then(
		() => undefined,
		() => undefined
	);
	turns.set(client, settled);
	try {
		return await mine;
	} finally {
		if (turns.get(client) === settled) turns.delete(client);
	}
}
