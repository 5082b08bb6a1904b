import * as v from 'valibot';
import { NEW_PIN_DIGITS } from '#lib/domain/org/new-pin.ts';
import { fromHex, toHex } from './hex.ts';

/** A third of a second in the PCs of an office; a guess costs as much. */
export const PIN_ITERATIONS = 600_000;
const SALT_BYTES = 16;
const HASH_BITS = 256;

/** What a person types fifty times a day; PINs of four and five digits were chosen under the first policy. */
const PIN = /^\d{4,12}$/;
const NEW_PIN = new RegExp(`^\\d{${NEW_PIN_DIGITS.least},${NEW_PIN_DIGITS.most}}$`);

/** Which rule a PIN was chosen under: 2 is `pinRefusalOf`. Not its length, which would help whoever guesses it. */
const POLICY = 2;

/**
 * What a device needs to check a PIN without a network: salt and PBKDF2-SHA-256 of the PIN, both in hex.
 * The iterations are told, so that they can be raised later without asking anyone for a new PIN; the lower bound keeps a
 * careless client from storing a bare hash.
 */
export const PinVerifierSchema = v.object({
	kind: v.literal('pbkdf2-sha256'),
	iterations: v.pipe(v.number(), v.integer(), v.minValue(100_000), v.maxValue(10_000_000)),
	salt: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
	hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
	/** Absent: chosen under the first policy, which took four digits. */
	policy: v.optional(v.literal(POLICY))
});
export type PinVerifier = v.InferOutput<typeof PinVerifierSchema>;

/** Whether a PIN was chosen under an earlier policy: it still unlocks, and its owner is asked for a new one. */
export const isOldPin = ({ policy }: Pick<PinVerifier, 'policy'>): boolean => policy !== POLICY;

/**
 * Made where the PIN is typed, so that the PIN itself never travels.
 *
 * The trade-off: verifiers of a whole office lie on its devices, because a colleague countersigns offline, and six
 * digits can be tried out by whoever copies the store. A PIN therefore opens nothing on the server; it tells apart people
 * at a device that has already been signed in with a password. Encryption at rest comes with the enrolment of devices.
 * @param pin digits that `pinRefusalOf` has nothing against
 * @throws TypeError if their number cannot be that of a new PIN
 */
export async function makePinVerifier(pin: string, iterations: number = PIN_ITERATIONS): Promise<PinVerifier> {
	if (!NEW_PIN.test(pin)) throw new TypeError('A new PIN has six to twelve digits');
	const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
	const hash = toHex(await stretchPin(pin, salt, iterations));
	return { kind: 'pbkdf2-sha256', iterations, salt: toHex(salt), hash, policy: POLICY };
}

/** Whether the typed digits are this person's PIN. Anything that is no PIN is simply wrong. */
export async function checkPin(pin: string, verifier: PinVerifier): Promise<boolean> {
	if (!PIN.test(pin)) return false;
	return toHex(await stretchPin(pin, fromHex(verifier.salt), verifier.iterations)) === verifier.hash;
}

/** PBKDF2-SHA-256 of a PIN. */
export async function stretchPin(
	pin: string,
	salt: Uint8Array<ArrayBuffer>,
	iterations: number
): Promise<Uint8Array<ArrayBuffer>> {
	const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveBits']);
	const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, key, HASH_BITS);
	return new Uint8Array(bits);
}
