import { randomInt } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { Registration } from '#lib/protocol/device-messages.ts';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import { makeToken, tokenHash } from '../http/secret-token.ts';
import { ENROLMENTS_PER_HOUR } from '../settings/variables.ts';
import type { Database } from '../store/database.ts';
import { saidBy } from '../store/said-by.ts';

const LAST_NUMBER = 99_999;
const DRAWS = 100;
/** Acceptances that are looked at to tell whose a number is. */
const MOST_ASKED = 200;

const HOUR_MS = 60 * 60_000;

type Context = {
	/** A person, or a device that goes on with another journal by itself. */
	by: { id: string; org: OrgId };
	at: number;
	draw?: () => number;
	perHour?: number;
	/** An administrator vouches for whoever asks. */
	mayReplaceKey?: boolean;
};

type Registered =
	| { ok: true; id: string; number: number; token: string }
	| { ok: false; why: 'notAllowed' | 'codeNeeded' | 'noNumbersLeft' }
	| { ok: false; why: 'tooMany'; retryAfterMs: number };

/**
 * Gives a journal its device number, once, and a token for its syncs.
 *
 * Asked again for the same journal (the answer was lost, or the server was restored from an older copy and `had` tells
 * the number), it gives the same number and a new token; the earlier token, which nobody received, ends. A journal of
 * another org is refused: a store is never shared between offices. A journal of a device that has a key is given no token without
 * that key: whoever copied what lies readable would get one.
 *
 * Numbers are drawn at random, not counted up: after a restore a counter would repeat the numbers given since the backup,
 * and each would issue the same application numbers again.
 */
export async function registerDevice(
	db: Database,
	request: Registration & { key?: string | undefined },
	context: Context
): Promise<Registered> {
	const { by, at, draw = () => randomInt(1, LAST_NUMBER + 1), perHour = ENROLMENTS_PER_HOUR } = context;
	const { journal, place, had, key = null } = request;
	if (place.org !== by.org) return { ok: false, why: 'notAllowed' };
	const token = makeToken();
	const row = { org: place.org, place: place.kind, window: place.window ?? null, token_hash: tokenHash(token) };

	const known = await findByJournal(db, journal);
	if (known && (known.org !== place.org || known.revoked_at !== null)) return { ok: false, why: 'notAllowed' };
	if (known) {
		if (known.key !== null && known.key !== key && !context.mayReplaceKey) return { ok: false, why: 'codeNeeded' };
		await db.updateTable('devices').set(row).where('id', '=', known.id).execute();
		return { ok: true, id: known.id, number: known.number, token };
	}

	const retryAfterMs = await untilNextNumber(db, by.id, at, perHour);
	if (retryAfterMs > 0) return { ok: false, why: 'tooMany', retryAfterMs };

	for (let attempt = had === undefined ? 1 : 0; ; attempt++) {
		const number = attempt === 0 ? had : attempt <= DRAWS ? draw() : await findFreeNumber(db);
		if (number === undefined) return { ok: false, why: 'noNumbersLeft' };
		if (attempt <= DRAWS && (await isAnothers(db, number, place.org))) continue;
		await db
			.insertInto('devices')
			.values({ ...row, id: uuid(), number, journal, key, registered_by: by.id, registered_at: at, revoked_at: null })
			// Either the number is taken (draw again) or the same journal asked at the same moment (its row decides).
			.onConflict((conflict) => conflict.doNothing())
			.execute();
		const now = await findByJournal(db, journal);
		if (!now) continue;
		if (now.token_hash === row.token_hash) return { ok: true, id: now.id, number: now.number, token };
		return registerDevice(db, request, context);
	}
}

/** How long until this person may have another new number, ms. Asking again for the same journal takes none. */
async function untilNextNumber(db: Database, person: string, at: number, perHour: number): Promise<number> {
	const given = await db
		.selectFrom('devices')
		.select('registered_at')
		.where('registered_by', '=', person)
		.where('registered_at', '>', at - HOUR_MS)
		.orderBy('registered_at', 'desc')
		.offset(perHour - 1)
		.limit(1)
		.executeTakeFirst();
	return given ? Number(given.registered_at) + HOUR_MS - at : 0;
}

const findByJournal = (db: Database, journal: string) =>
	db.selectFrom('devices').selectAll().where('journal', '=', journal).executeTakeFirst();

/** Somebody else's acceptances lie under numbers of this device: written before it was given, or before a restore forgot it. */
async function isAnothers(db: Database, number: number, org: string): Promise<boolean> {
	const [from, to] = [number, number + 1].map((device) => `1${String(device).padStart(5, '0')}`);
	const rows = await db
		.selectFrom('fact_applications as a')
		.innerJoin('facts as f', 'f.nr', 'a.nr')
		.select('f.text')
		.where('a.application', '>=', from!)
		.where('a.application', '<', to!)
		.where('f.type', '=', 'accepted')
		.limit(MOST_ASKED)
		.execute();
	return rows.some((row) => saidBy(row) !== org);
}

/** The lowest number that no device ever had; undefined when all are given. */
async function findFreeNumber(db: Database): Promise<number | undefined> {
	const rows = await db.selectFrom('devices').select('number').orderBy('number').execute();
	const gap = rows.findIndex((row, place) => row.number !== place + 1);
	const free = gap === -1 ? rows.length + 1 : gap + 1;
	return free <= LAST_NUMBER ? free : undefined;
}
