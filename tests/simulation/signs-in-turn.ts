import { createPublicKey, generateKeyPairSync, KeyObject, sign, verify } from 'node:crypto';

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const signature = (key: CryptoKey) => ({ key: KeyObject.from(key), dsaEncoding: 'ieee-p1363' }) as const;

/**
 * Makes, signs and verifies with P-256 keys at once, on the main thread, in place of the platform. That does it on threads of its
 * own: which of two devices is served first would then be the machine's to say, and a seed would not tell its run.
 */
const inTurn = {
	async generateKey() {
		const { privateKey, publicKey } = generateKeyPairSync('ec', CURVE);
		return {
			// Only from what may leave does Node make its other kind of key, which signs at once.
			privateKey: privateKey.toCryptoKey(CURVE, true, ['sign']),
			publicKey: publicKey.toCryptoKey(CURVE, true, ['verify'])
		};
	},
	async exportKey(_format: 'spki', key: CryptoKey) {
		return Uint8Array.from(KeyObject.from(key).export({ format: 'der', type: 'spki' })).buffer;
	},
	async importKey(_format: 'spki', key: Uint8Array, _algorithm: typeof CURVE, extractable: boolean) {
		const made = createPublicKey({ key: Buffer.from(key), format: 'der', type: 'spki' });
		return made.toCryptoKey(CURVE, extractable, ['verify']);
	},
	async sign(_algorithm: typeof CURVE, key: CryptoKey, said: Uint8Array) {
		return Uint8Array.from(sign('sha256', said, signature(key))).buffer;
	},
	async verify(_algorithm: typeof CURVE, key: CryptoKey, made: Uint8Array, said: Uint8Array) {
		return verify('sha256', said, signature(key), made);
	}
};

for (const [name, work] of Object.entries(inTurn)) Object.defineProperty(crypto.subtle, name, { value: work });
