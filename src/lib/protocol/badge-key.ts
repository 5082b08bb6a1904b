import * as v from 'valibot';
import { type BadgeDigits } from '#lib/domain/number/badge.ts';
import { fromHex, toHex } from './hex.ts';
import { PIN_ITERATIONS, stretchPin } from './pin.ts';

const hex = (bytes: number) => v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`)));
const Iterations = v.pipe(v.number(), v.integer(), v.minValue(100_000), v.maxValue(10_000_000));

/**
 * A PIN after the dear part of the work, in hex: PBKDF2-SHA-256 under a salt of its own, so that it is none of what a verifier says.
 * Made where the PIN is typed; the server seals it and can wrap a key anew for a new badge without the PIN.
 */
export const StretchedPinSchema = v.object({ salt: hex(16), iterations: Iterations, key: hex(32) });
export type StretchedPin = v.InferOutput<typeof StretchedPinSchema>;

/** The private half of a person's key, AES-256-GCM under badge and PIN together. Salt and cost are the PIN's. */
export const WrappedKeySchema = v.object({
	kind: v.literal('badge+pin/1'),
	salt: hex(16),
	iterations: Iterations,
	iv: hex(12),
	sealed: v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{2}){32,400}$/))
});
export type WrappedKey = v.InferOutput<typeof WrappedKeySchema>;

const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** The dear part, once for each PIN that is chosen. */
export async function stretchNewPin(pin: string, iterations: number = PIN_ITERATIONS): Promise<StretchedPin> {
	const salt = toHex(crypto.getRandomValues(new Uint8Array(16)));
	return { salt, iterations, key: toHex(await stretchPin(pin, fromHex(salt), iterations)) };
}

/**
 * Wraps a key so that the card and the PIN open it together. The card's digits alone would stand any guessing; the PIN behind them is
 * six digits, so that whoever has a copied store *and* a lost card still pays the price of a PIN for each guess.
 * @param privateKey PKCS #8
 */
export async function wrapKey(
	privateKey: Uint8Array<ArrayBuffer>,
	badge: BadgeDigits,
	{ salt, iterations, key }: StretchedPin
): Promise<WrappedKey> {
	const iv = crypto.getRandomValues(new Uint8Array(12));
	const wrapping = await wrappingKey(badge, fromHex(salt), fromHex(key));
	const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, wrapping, privateKey);
	return { kind: 'badge+pin/1', salt, iterations, iv: toHex(iv), sealed: toHex(new Uint8Array(sealed)) };
}

/** The key that a badge and a PIN open, which never leaves the browser's own store of keys; null where they do not. */
export async function openKey(wrapped: WrappedKey, badge: BadgeDigits, pin: string): Promise<CryptoKey | null> {
	const salt = fromHex(wrapped.salt);
	const wrapping = await wrappingKey(badge, salt, await stretchPin(pin, salt, wrapped.iterations));
	try {
		const algorithm = { name: 'AES-GCM', iv: fromHex(wrapped.iv) };
		return await importKey(new Uint8Array(await crypto.subtle.decrypt(algorithm, wrapping, fromHex(wrapped.sealed))));
	} catch {
		return null;
	}
}

/** A private key for signing only. @param privateKey PKCS #8 */
export const importKey = (privateKey: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
	crypto.subtle.importKey('pkcs8', privateKey, P256, false, ['sign']);

async function wrappingKey(
	badge: BadgeDigits,
	salt: Uint8Array<ArrayBuffer>,
	stretched: Uint8Array<ArrayBuffer>
): Promise<CryptoKey> {
	const secret = new Uint8Array([...new TextEncoder().encode(badge), ...stretched]);
	const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
	const how = { name: 'HKDF', hash: 'SHA-256', salt, info: new TextEncoder().encode('tereze/badge/1') };
	return crypto.subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}
