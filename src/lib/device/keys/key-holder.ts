import { type StaffId } from '#lib/domain/fact/ids.ts';
import { toBase64Url } from '#lib/protocol/base64url.ts';

/** The longest shift: a key that was opened in the morning opens nothing the next day. */
export const KEY_HELD_MS = 14 * 60 * 60_000;

/** Which key: a new badge brings another one, and that of an earlier badge is worth nothing. */
export type KeyName = { person: StaffId; badge: string };

/** Opened private keys, in memory only. They sign and never come out. */
export type KeyHolder = {
	hold: (name: KeyName, key: CryptoKey) => Promise<void>;
	has: (name: KeyName) => Promise<boolean>;
	/** ECDSA over SHA-256 of a text, base64url; null where the key is not held (any more). */
	sign: (name: KeyName, text: string) => Promise<string | null>;
	drop: (person: StaffId) => Promise<void>;
};

/** Keys in the memory of whoever makes it: of a tab, or of the worker that all tabs share. */
export function createKeyHolder(now: () => number): KeyHolder {
	const held = new Map<StaffId, { badge: string; key: CryptoKey; until: number }>();
	const keyOf = ({ person, badge }: KeyName): CryptoKey | null => {
		const found = held.get(person);
		if (found && found.until <= now()) held.delete(person);
		return found?.badge === badge && found.until > now() ? found.key : null;
	};
	return {
		hold: async ({ person, badge }, key) => void held.set(person, { badge, key, until: now() + KEY_HELD_MS }),
		has: async (name) => keyOf(name) !== null,
		sign: async (name, text) => {
			const key = keyOf(name);
			if (!key) return null;
			const bytes = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, new TextEncoder().encode(text));
			return toBase64Url(bytes);
		},
		drop: async (person) => void held.delete(person)
	};
}
