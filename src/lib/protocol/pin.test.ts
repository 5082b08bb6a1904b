import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { checkPin, makePinVerifier, PinVerifierSchema } from './pin.ts';

/** The lower bound: the real number of iterations would only slow the tests down. */
const FEW = 100_000;

describe('PIN', () => {
	it('N53 the right digits are known again from the verifier alone, wrong ones are not', async () => {
		const verifier = await makePinVerifier('2580', FEW);
		expect(await checkPin('2580', verifier)).toBe(true);
		expect(await checkPin('2581', verifier)).toBe(false);
		expect(await checkPin('25800', verifier)).toBe(false);
		expect(await checkPin('', verifier)).toBe(false);
	});

	it('N53 a verifier holds salt and iterations, never the PIN, and two of the same PIN differ', async () => {
		const [one, two] = [await makePinVerifier('11223344', FEW), await makePinVerifier('11223344', FEW)];
		expect(one.hash).not.toBe(two.hash);
		expect(JSON.stringify(one)).not.toContain('11223344');
		expect(v.is(PinVerifierSchema, one)).toBe(true);
	});

	it('N53 too few or too many digits, letters, and a bare hash are no PIN', async () => {
		for (const pin of ['123', '123456789', 'abcd', '12 34', '']) {
			await expect(makePinVerifier(pin, FEW)).rejects.toThrow(TypeError);
		}
		const verifier = await makePinVerifier('1234', FEW);
		expect(v.is(PinVerifierSchema, { ...verifier, iterations: 1 })).toBe(false);
	});
});
