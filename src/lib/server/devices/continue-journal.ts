import * as v from 'valibot';
import { isSignedBy } from '#lib/protocol/device-key.ts';
import { type DeviceResponse, type ForkRequest, PlaceSchema } from '#lib/protocol/device-messages.ts';
import { TERMINAL } from '../registry/adopt-rows.ts';
import { type OpenRegistry } from '../registry/open-registry.ts';
import type { Database } from '../store/database.ts';
import { type JournalReads } from '../store/journal-store.ts';
import { type Device } from './find-device.ts';
import { isOwnJournal } from './own-journal.ts';
import { registerDevice } from './register-device.ts';

type Continued =
	| ({ ok: true } & DeviceResponse)
	| { ok: false; why: 'notAllowed' | 'wrongProof' | 'noNumbersLeft' | 'codeNeeded' }
	| { ok: false; why: 'tooMany'; retryAfterMs: number };

type Server = { store: Pick<JournalReads, 'journals' | 'entries'>; registry: Pick<OpenRegistry, 'adoptRows'> };

/** Forks of one device within an hour. Numbers are few, and a device that forks more often has another trouble. */
const FORKS_PER_HOUR = 10;

/**
 * Gives a device with a key the number of the journal that it began after a fork: its signature says which journal goes on where. Both
 * copies of a store have the key, so both get numbers of their own; their tickets tell that there are two.
 */
export async function continueJournal(
	db: Database,
	{ store, registry }: Server,
	asked: ForkRequest,
	{ device, at }: { device: Device; at: number }
): Promise<Continued> {
	const { continues, commonSeq, hash, journal, signature } = asked;
	const { key } = device;
	const said = { purpose: 'fork', continues, commonSeq, hash, journal } as const;
	if (key === null || !(await isSignedBy(key, signature, said))) return { ok: false, why: 'wrongProof' };
	const isFree = async (of: typeof journal): Promise<boolean> =>
		(await keyOf(db, of)) === key || (await isOwnJournal(db, store, device, of));
	if (!(await isFree(continues)) || !(await isFree(journal))) return { ok: false, why: 'notAllowed' };
	if (await isContradicted(store, asked)) return { ok: false, why: 'notAllowed' };
	const row = await db.selectFrom('devices').selectAll().where('id', '=', device.id).executeTakeFirstOrThrow();
	const { org, place: kind, window } = row;
	const place = v.parse(PlaceSchema, { org, kind, ...(window === null ? {} : { window }) });
	const by = { id: device.id, org: device.org };
	const registered = await registerDevice(db, { journal, place, key }, { by, at, perHour: FORKS_PER_HOUR });
	if (!registered.ok) return registered;
	await registry.adoptRows(TERMINAL);
	return { ok: true, number: registered.number, token: registered.token, place };
}

const keyOf = async (db: Database, journal: string): Promise<string | null> =>
	(await db.selectFrom('devices').select('key').where('journal', '=', journal).executeTakeFirst())?.key ?? null;

/** The server holds another text there; where it holds none, as after a restore, it cannot say. */
async function isContradicted(
	store: Pick<JournalReads, 'entries'>,
	{ continues, commonSeq, hash }: ForkRequest
): Promise<boolean> {
	if (commonSeq === 0) return hash !== '';
	const [held] = await store.entries([{ journal: continues, from: commonSeq, to: commonSeq }]);
	return held !== undefined && held.hash !== hash;
}
