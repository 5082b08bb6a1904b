import { randomBytes, randomInt } from 'node:crypto';
import { type SecretPart } from '#lib/domain/number/secret-parts.ts';

/** The secret in two parts for two people: one is random, the other the difference, so either alone says nothing of it. */
export function splitSecret(secret: Buffer): [SecretPart, SecretPart] {
	const pad = bitsOf(randomBytes(secret.length));
	const pair = String(randomInt(100_000)).padStart(5, '0');
	return [
		{ part: 1, pair, bits: pad },
		{ part: 2, pair, bits: bitsOf(secret) ^ pad }
	];
}

/** The secret of two parts; null where they are not the two of one pair. */
export function joinSecret(one: SecretPart, other: SecretPart): Buffer | null {
	if (one.part === other.part || one.pair !== other.pair) return null;
	return Buffer.from((one.bits ^ other.bits).toString(16).padStart(64, '0'), 'hex');
}

const bitsOf = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex')}`);
