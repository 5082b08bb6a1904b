import { tokenHash } from '../http/secret-token.ts';
import type { Database } from '../store/database.ts';

/** Longer than a holiday. */
const KEPT_MS = 90 * 24 * 60 * 60_000;
/** In the browser, for as long as it keeps it; out of reach of scripts. It opens nothing by itself. */
export const PLACE_COOKIE = 'tereze-place';

/** Where somebody tries to sign in. `token`: what this browser was given when somebody signed in there before. */
export type Place = { address: string; token?: string | undefined };

export const browserOf = ({ token }: Place): string | null =>
	token === undefined ? null : `browser ${tokenHash(token)}`;
const addressOf = ({ address }: Place): string => `address ${address}`;

/** What is known of a place: the right password of this number was given in this browser, or at this address. */
export async function knownPlace(
	db: Database,
	number: string,
	place: Place,
	at: number
): Promise<'browser' | 'address' | null> {
	const browser = browserOf(place);
	const rows = await db
		.selectFrom('known_places')
		.select('place')
		.where('number', '=', number)
		.where('place', 'in', [addressOf(place), ...(browser === null ? [] : [browser])])
		.where('seen_at', '>', at - KEPT_MS)
		.execute();
	if (rows.some((row) => row.place === browser)) return 'browser';
	return rows.length > 0 ? 'address' : null;
}

/** After the right password. */
export async function rememberPlace(db: Database, number: string, place: Place, at: number): Promise<void> {
	await db
		.deleteFrom('known_places')
		.where('seen_at', '<=', at - KEPT_MS)
		.execute();
	const browser = browserOf(place);
	const places = [addressOf(place), ...(browser === null ? [] : [browser])];
	await db
		.insertInto('known_places')
		.values(places.map((each) => ({ number, place: each, seen_at: at })))
		.onConflict((conflict) => conflict.columns(['number', 'place']).doUpdateSet({ seen_at: at }))
		.execute();
}
