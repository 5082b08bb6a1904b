import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * SHA-256 of the UTF-8 bytes of a text, lower-case hex. Synchronous: an IndexedDB transaction ends while other promises are
 * awaited.
 */
export function sha256Hex(text: string): string {
	return bytesToHex(sha256(utf8ToBytes(text)));
}

/** The hash of the personal part stored in a fact: the fact stays provable after part and salt are purged. */
export function personalHash(salt: string, part: string): string {
	return sha256Hex(salt + part);
}
