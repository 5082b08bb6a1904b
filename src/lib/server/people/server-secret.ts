import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

const BYTES = 32;
const [IV, TAG] = [12, 16];
const OWNER_ONLY = 0o600;

/** Seals small secrets of people for the database. `about`: whose it is and what for; it opens as nothing else. */
export type ServerSecret = {
	seal: (about: string, text: string) => string;
	/** Null where it was sealed by another secret, or is about something else. */
	open: (about: string, sealed: string) => string | null;
};

/**
 * The server's own secret, in a file beside the epoch's: outside the database and its backups, so that neither opens what is sealed.
 * Made where there is none. Lost, it costs new badges and new PINs behind the password, no record.
 */
export function openServerSecret(file: string): ServerSecret {
	return secretOf(existsSync(file) ? readFileSync(file) : make(file));
}

/** For tests, and where a server has no folder. */
export const secretOf = (secret: Buffer): ServerSecret => {
	if (secret.length !== BYTES) throw new Error('The secret of the server is damaged: restore its file, or remove it');
	const key = Buffer.from(hkdfSync('sha256', secret, '', 'tereze/server/1', 32));
	return {
		seal(about, text) {
			const iv = randomBytes(IV);
			const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(about));
			const sealed = [cipher.update(text, 'utf8'), cipher.final()];
			return Buffer.concat([iv, cipher.getAuthTag(), ...sealed]).toString('base64url');
		},
		open(about, sealed) {
			const bytes = Buffer.from(sealed, 'base64url');
			try {
				const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV), { authTagLength: TAG });
				decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(IV, IV + TAG));
				return Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]).toString('utf8');
			} catch {
				return null;
			}
		}
	};
};

/** On the disk before anything is sealed with it. */
function make(file: string): Buffer {
	const secret = randomBytes(BYTES);
	mkdirSync(dirname(file), { recursive: true });
	const handle = openSync(file, 'wx', OWNER_ONLY);
	try {
		writeSync(handle, secret);
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
	return secret;
}
