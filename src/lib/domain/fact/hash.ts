import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 of the UTF-8 bytes of a text, lower-case hex. Synchronous: an IndexedDB transaction closes while it waits. */
export function sha256Hex(text: string): string {
	return bytesToHex(sha256(utf8ToBytes(text)));
}

/** The hash that a fact's body keeps of its personal part: it stays provable after part and salt are purged. */
export function personalHash(salt: string, part: string): string {
	return sha256Hex(salt + part);
}
