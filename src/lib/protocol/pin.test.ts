import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { checkPin, isOldPin, makePinVerifier, type PinVerifier, PinVerifierSchema } from './pin.ts';

/** The lower bound: the real number of iterations would only slow the tests down. */
const FEW = 100_000;

/** What a device made of 2580 under the first policy. */
const FOUR_DIGITS: PinVerifier = {
	kind: 'pbkdf2-sha256',
	iterations: FEW,
	salt: '00112233445566778899aabbccddeeff',
	hash: 'd167fda4230a3fd774345ac86bcc02b9eb9e97c18db13fdd31c8d6084e0eb475'
};

describe('PIN', () => {
	it('N53 the right digits are known again from the verifier alone, wrong ones are not', async () => {
		const verifier = await makePinVerifier('258091', FEW);
		expect(await checkPin('258091', verifier)).toBe(true);
		expect(await checkPin('258092', verifier)).toBe(false);
		expect(await checkPin('2580910', verifier)).toBe(false);
		expect(await checkPin('', verifier)).toBe(false);
	});

	it('N53 a verifier holds salt and iterations, never the PIN, and two of the same PIN differ', async () => {
		const [one, two] = [await makePinVerifier('94720173', FEW), await makePinVerifier('94720173', FEW)];
		expect(one.hash).not.toBe(two.hash);
		expect(JSON.stringify(one)).not.toContain('94720173');
		expect(v.is(PinVerifierSchema, one)).toBe(true);
	});

	it('N53 too few or too many digits, letters, and a bare hash are no PIN', async () => {
		for (const pin of ['72949', '7294917294916', 'abcdef', '729 491', '']) {
			await expect(makePinVerifier(pin, FEW)).rejects.toThrow(TypeError);
		}
		const verifier = await makePinVerifier('729491', FEW);
		expect(v.is(PinVerifierSchema, { ...verifier, iterations: 1 })).toBe(false);
	});

	it('N121 a verifier says under which rule its PIN was chosen, not how long it is', async () => {
		const [six, twelve] = [await makePinVerifier('729491', FEW), await makePinVerifier('729491638205', FEW)];
		expect(isOldPin(six)).toBe(false);
		expect(Object.keys(six).length).toBe(Object.keys(twelve).length);
		expect(six.policy).toBe(twelve.policy);
		expect(isOldPin(v.parse(PinVerifierSchema, FOUR_DIGITS))).toBe(true);
	});

	it('N121 a PIN of four digits, chosen before, still unlocks', async () => {
		expect(await checkPin('2580', FOUR_DIGITS)).toBe(true);
		expect(await checkPin('2581', FOUR_DIGITS)).toBe(false);
	});
});
