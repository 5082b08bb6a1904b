import { type DatabaseSync } from 'node:sqlite';
import { nativeSha256 } from '../sync/read-arrival.ts';
import { type Findings } from './finding.ts';

/** A database that is being proven: what is read is one moment of it, whatever is written meanwhile. */
export type Proving = {
	db: DatabaseSync;
	findings: Findings;
	/** `entries` tells whether its head has come to a text; databases before that have in it only texts with a place. */
	knowsStrays: boolean;
};

/** Stands for bytes that are no UTF-8: then the text alone does not tell which bytes are stored. */
const REPLACEMENT = '\uFFFD';

/**
 * Proves texts by the bytes that are stored.
 * @returns whether the text, which was read from that column of that row, is the one that was hashed
 */
export function textProver(db: DatabaseSync, table: string, column = 'text') {
	const bytes = db.prepare(`select cast(${column} as blob) as bytes from ${table} where rowid = ?`);
	return (row: number, text: unknown, hash: unknown, salt = ''): boolean => {
		if (typeof text !== 'string' || nativeSha256(salt + text) !== hash) return false;
		if (!text.includes(REPLACEMENT)) return true;
		return Buffer.from(text).equals(bytes.get(row)?.['bytes'] as Uint8Array);
	};
}
