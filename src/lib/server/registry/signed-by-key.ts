import { createPublicKey, verify } from 'node:crypto';

/**
 * Whether an ECDSA key of P-256 has signed these bytes, in one step.
 * @param spki public half in base64url; `signature`: r and s one after the other (IEEE P1363) in base64url
 */
export function isSignedByKey(spki: string, said: Uint8Array, signature: string): boolean {
	try {
		const key = createPublicKey({ key: Buffer.from(spki, 'base64url'), format: 'der', type: 'spki' });
		return verify('sha256', said, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
	} catch {
		// A registry of another program may have keys of another kind.
		return false;
	}
}
