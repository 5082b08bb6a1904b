import { createHash } from 'node:crypto';
import { type ActRequest, type ActResponse } from '#lib/protocol/exchange-acts.ts';
import { type ExchangeProblem } from '#lib/protocol/exchange-problem.ts';
import type { Database } from '../store/database.ts';
import { exchangeProblem } from './exchange-problem.ts';
import { type Performed } from './perform-act.ts';

const DAY_MS = 24 * 60 * 60_000;
/** How long an answer is kept. The act itself is not recorded twice after that either: its facts are there. */
const KEPT_MS = 30 * DAY_MS;
/** Answers that may be another one a moment later. */
const PASSING: readonly string[] = ['notTaken'];

/** One act of a client at a time in this process; across processes the chain of its journal keeps them apart. */
const turns = new Map<string, Promise<unknown>>();

/**
 * Answers an act once: the same key with the same request is told what was answered before, with another request nothing is done.
 * @param id names the act by its client and key
 */
export async function answerOnce(
	db: Database,
	{ id, client, request, at }: { id: string; client: string; request: ActRequest; at: number },
	perform: () => Promise<Performed>
): Promise<Performed> {
	const requestHash = createHash('sha256').update(JSON.stringify(request)).digest('hex');
	await db
		.insertInto('exchange_acts')
		.values({ act: id, request_hash: requestHash, status: null, answer: null, at })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	return inTurn(client, async () => {
		const row = await db.selectFrom('exchange_acts').selectAll().where('act', '=', id).executeTakeFirst();
		if (row && row.request_hash !== requestHash)
			return {
				ok: false,
				problem: exchangeProblem('keyReused', 'This key was sent with another act: give every act a key of its own')
			};
		if (row?.answer) return answerIn(Number(row.status), row.answer);
		const performed = await perform();
		await keep(db, id, performed);
		await db
			.deleteFrom('exchange_acts')
			.where('at', '<', at - KEPT_MS)
			.execute();
		return performed;
	});
}

async function keep(db: Database, id: string, performed: Performed): Promise<void> {
	if (!performed.ok && PASSING.includes(performed.problem.code)) return;
	const answer = performed.ok ? performed.response : performed.problem;
	const status = performed.ok ? 200 : performed.problem.status;
	await db
		.updateTable('exchange_acts')
		.set({ status, answer: JSON.stringify(answer) })
		.where('act', '=', id)
		.execute();
}

const answerIn = (status: number, text: string): Performed =>
	status === 200
		? { ok: true, response: JSON.parse(text) as ActResponse }
		: { ok: false, problem: JSON.parse(text) as ExchangeProblem };

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
