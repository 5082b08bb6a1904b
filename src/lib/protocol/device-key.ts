import * as v from 'valibot';
import { DeviceKeySchema, SignatureSchema } from '#lib/domain/fact/device-key.ts';
import { fromBase64Url, toBase64Url } from './base64url.ts';
import { JournalIdSchema } from '#lib/domain/fact/ids.ts';

const KEY = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;

/**
 * What a device's key signs. `enrol`: this key is of the writer of this journal. `push`: the chain of this journal up to a place; it
 * names no epoch, for it must be worth the same on a server that was restored. `ticket`: a server's challenge, and the SHA-256 of the
 * last ticket, or nothing. `fork`: this journal goes on where another one was common.
 */
type Statement =
	| { purpose: 'enrol'; journal: string; key: string }
	| { purpose: 'push'; journal: string; seq: number; hash: string }
	| { purpose: 'ticket'; challenge: string; last: string }
	| { purpose: 'fork'; continues: string; commonSeq: number; hash: string; journal: string };

/** The canonical text: its purpose first, so that a signature serves no other one; no value has a line break. */
function textOf(said: Statement): string {
	const values = (): (string | number)[] => {
		switch (said.purpose) {
			case 'enrol':
				return [said.journal, said.key];
			case 'push':
				return [said.journal, said.seq, said.hash];
			case 'ticket':
				return [said.challenge, said.last];
			case 'fork':
				return [said.continues, said.commonSeq, said.hash, said.journal];
		}
	};
	return [`tereze/${said.purpose}/1`, ...values()].join('\n');
}

/** The bytes that are signed. */
export const bytesOf = (said: Statement): Uint8Array<ArrayBuffer> => new TextEncoder().encode(textOf(said));

/** A key shown with a signature by it over `enrol`: whoever copied the public half alone cannot show it as their own. */
export const KeyProofSchema = v.object({ key: DeviceKeySchema, signature: SignatureSchema });
export type KeyProof = v.InferOutput<typeof KeyProofSchema>;

/** `PUT /api/devices/key`, by a device that was enrolled before devices had keys. */
export const KeyRequestSchema = v.object({ journal: JournalIdSchema, ...KeyProofSchema.entries });

/** A device's own key. Scripts of the page cannot read the private half. */
export type DeviceKey = { signing: CryptoKey; key: string };

/** A new key. @throws where the browser has no room for one or the page is not secure */
export async function makeDeviceKey(subtle: SubtleCrypto): Promise<DeviceKey> {
	const { privateKey, publicKey } = await subtle.generateKey(KEY, false, ['sign', 'verify']);
	return { signing: privateKey, key: toBase64Url(await subtle.exportKey('spki', publicKey)) };
}

export async function signed(subtle: SubtleCrypto, { signing }: DeviceKey, said: Statement): Promise<string> {
	return toBase64Url(await subtle.sign(SIGNING, signing, bytesOf(said)));
}

/** Keys as imported before; a server meets the same few thousand again and again. */
const imported = new Map<string, Promise<CryptoKey>>();
const MOST_IMPORTED = 10_000;

/** Whether this key signed that. Never throws: a key on no point of the curve has signed nothing. */
export async function isSignedBy(key: string, signature: string, said: Statement): Promise<boolean> {
	try {
		return await crypto.subtle.verify(SIGNING, await importedKey(key), fromBase64Url(signature), bytesOf(said));
	} catch {
		return false;
	}
}

function importedKey(key: string): Promise<CryptoKey> {
	const known = imported.get(key);
	if (known) return known;
	if (imported.size >= MOST_IMPORTED) imported.clear();
	const made = crypto.subtle.importKey('spki', fromBase64Url(key), KEY, false, ['verify']);
	imported.set(key, made);
	return made;
}
