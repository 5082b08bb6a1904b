import { type BadgeDigits, badgeDigitsOf, badgeIdOf } from '#lib/domain/number/badge.ts';
import { stretchNewPin, wrapKey } from '#lib/protocol/badge-key.ts';
import { type Colleague } from '#lib/protocol/context-messages.ts';

/** Forty digits, the same for the same `seed`. */
export const badgeOf = (seed: number): BadgeDigits => badgeDigitsOf(String(seed).padStart(34, '3'));

type Card = { badge: NonNullable<Colleague['badge']>; verifyKey: CryptoKey; privateKey: string };

/** A badge as a device of its office has it, opened by a PIN; the work of the PIN is kept cheap. */
export async function aBadge(digits: BadgeDigits, pin: string): Promise<Card> {
	const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
	const privateKey = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
	const wrapped = await wrapKey(privateKey, digits, await stretchNewPin(pin, 100_000));
	const inBase64 = btoa(String.fromCharCode(...privateKey));
	return { badge: { id: badgeIdOf(digits), wrapped }, verifyKey: pair.publicKey, privateKey: inBase64 };
}
