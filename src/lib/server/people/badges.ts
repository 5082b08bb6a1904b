import { generateKeyPair, randomInt } from 'node:crypto';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { BADGE_RANDOM_DIGITS, type BadgeDigits, badgeDigitsOf, badgeIdOf } from '#lib/domain/number/badge.ts';
import {
	type StretchedPin,
	StretchedPinSchema,
	type WrappedKey,
	WrappedKeySchema,
	wrapKey
} from '#lib/protocol/badge-key.ts';
import type { Database } from '../store/database.ts';
import { transact } from '../store/transact.ts';
import type { BadgeRow } from './people-tables.ts';
import { type ServerSecret } from './server-secret.ts';

/** A card before it is printed. `key`: the public half; `privateKey`: the other one, PKCS #8 in base64. */
export type MadeBadge = { badge: string; digits: BadgeDigits; key: string; privateKey: string };
/** A person's badge as devices and screens know it; null: none. `wrapped` is null until a PIN is chosen that fits. */
export type KnownBadge = { id: string; wrapped: WrappedKey | null };

const keyPair = promisify(generateKeyPair);

/**
 * A card with a key of its own. The server makes both: it must be able to hand the key to whoever gives the password, and to wrap it
 * for a new PIN while the card is at home.
 */
export async function makeBadge(): Promise<MadeBadge> {
	const digits = badgeDigitsOf(Array.from({ length: BADGE_RANDOM_DIGITS }, () => randomInt(10)).join(''));
	const { publicKey, privateKey } = await keyPair('ec', {
		namedCurve: 'P-256',
		publicKeyEncoding: { type: 'spki', format: 'der' },
		privateKeyEncoding: { type: 'pkcs8', format: 'der' }
	});
	const key = publicKey.toString('base64url');
	return { badge: badgeIdOf(digits), digits, key, privateKey: privateKey.toString('base64') };
}

/** Keeps the secrets of a badge that was recorded, unless another one, or none, was recorded since. */
export async function keepBadge(db: Database, secret: ServerSecret, staff: string, made: MadeBadge): Promise<void> {
	const sealed = {
		digits: secret.seal(`badge digits ${staff}`, made.digits),
		private_key: secret.seal(`badge key ${staff}`, made.privateKey)
	};
	await whileUnchanged(db, staff, async ({ pinKey }) => {
		const pin = pinKeyOf(secret, staff, pinKey);
		const wrapped = pin ? JSON.stringify(await wrapKey(bytesOf(made.privateKey), made.digits, pin)) : null;
		return async (tx) =>
			void (await tx
				.updateTable('badges')
				.set({ ...sealed, wrapped })
				.where('staff', '=', staff)
				.where('badge', '=', made.badge)
				.execute());
	});
}

/** Wraps the key of a person's badge for a new PIN, and keeps the PIN's form for the next badge. The old PIN opens nothing any more. */
export async function rewrapBadge(
	db: Database,
	secret: ServerSecret,
	staff: string,
	pin: StretchedPin | undefined
): Promise<void> {
	const pinKey = pin ? secret.seal(`pin ${staff}`, JSON.stringify(pin)) : null;
	await whileUnchanged(db, staff, async ({ row }) => {
		const kept = row && secretsOf(secret, row);
		const wrapped = kept && pin ? JSON.stringify(await wrapKey(bytesOf(kept.privateKey), kept.digits, pin)) : null;
		return async (tx) => {
			await tx.updateTable('people').set({ pin_key: pinKey }).where('id', '=', staff).execute();
			await tx.updateTable('badges').set({ wrapped }).where('staff', '=', staff).execute();
		};
	});
}

type Secrets = { pinKey: string | null; row: BadgeRow | undefined };

/** Wrapping takes a moment in which a PIN or a badge may change: what was made of the ones before is not written, but made again. */
async function whileUnchanged(
	db: Database,
	staff: string,
	make: (seen: Secrets) => Promise<(tx: Database) => Promise<void>>
): Promise<void> {
	for (let isWritten = false; !isWritten;) {
		const seen = await secretsNow(db, staff);
		const write = await make(seen);
		isWritten = await transact(db, async (tx) => {
			const isSame = JSON.stringify(await secretsNow(tx, staff)) === JSON.stringify(seen);
			if (isSame) await write(tx);
			return isSame;
		});
	}
}

async function secretsNow(db: Database, staff: string): Promise<Secrets> {
	const person = await db.selectFrom('people').select('pin_key').where('id', '=', staff).executeTakeFirst();
	const row = await db.selectFrom('badges').selectAll().where('staff', '=', staff).executeTakeFirst();
	return { pinKey: person?.pin_key ?? null, row };
}

/** The PIN opens nothing any more, alone or with the badge; a new one is chosen behind the password. */
export async function forgetPin(db: Database, staff: string): Promise<void> {
	await db.updateTable('people').set({ pin: null, pin_key: null }).where('id', '=', staff).execute();
	await db.updateTable('badges').set({ wrapped: null }).where('staff', '=', staff).execute();
}

/** The private key of a person, PKCS #8 in base64, for the browser where the password was just given; undefined without a badge. */
export async function sessionKeyOf(db: Database, secret: ServerSecret, staff: string): Promise<string | undefined> {
	const row = await db.selectFrom('badges').selectAll().where('staff', '=', staff).executeTakeFirst();
	return row && secretsOf(secret, row)?.privateKey;
}

/** The badges of people, by staff; none of whose secrets are not known here: it opens nothing, and another one is needed. */
export async function badgesOf(db: Database, staff: readonly string[]): Promise<Map<string, KnownBadge>> {
	if (staff.length === 0) return new Map();
	const rows = await db
		.selectFrom('badges')
		.select(['staff', 'badge', 'wrapped'])
		.where('staff', 'in', staff)
		.where('private_key', 'is not', null)
		.execute();
	return new Map(rows.map(({ staff, badge, wrapped }) => [staff, { id: badge, wrapped: wrappedOf(wrapped) }]));
}

const wrappedOf = (text: string | null): WrappedKey | null =>
	text === null ? null : v.parse(WrappedKeySchema, JSON.parse(text));

/** Undefined where the server's secret is another one than when they were sealed: a new badge is needed. */
function secretsOf(secret: ServerSecret, row: BadgeRow): { digits: BadgeDigits; privateKey: string } | undefined {
	if (row.digits === null || row.private_key === null) return undefined;
	const digits = secret.open(`badge digits ${row.staff}`, row.digits);
	const privateKey = secret.open(`badge key ${row.staff}`, row.private_key);
	return digits === null || privateKey === null ? undefined : { digits: digits as BadgeDigits, privateKey };
}

function pinKeyOf(secret: ServerSecret, staff: string, sealed: string | null): StretchedPin | null {
	const text = sealed === null ? null : secret.open(`pin ${staff}`, sealed);
	return text === null ? null : v.parse(StretchedPinSchema, JSON.parse(text));
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(base64, 'base64'));
