/**
 * What does not fit. `hash`: not the SHA-256 of its text. `text`: not what its text says. `unread`: the text of a fact cannot be read.
 * `link`: does not follow the hash before it. `head`: not where the chain ends. `missing`: must be there and is not. `stray`: belongs to
 * nothing. `twice`: another row is in the same place. `signature`: by no key of the journal's device. `personal`: not what the fact holds the digest of. `noFact`: names a fact that is
 * not there. `damaged`: the file itself.
 */
export type What =
	| 'hash'
	| 'text'
	| 'unread'
	| 'link'
	| 'head'
	| 'missing'
	| 'stray'
	| 'twice'
	| 'signature'
	| 'personal'
	| 'noFact'
	| 'damaged';

/** A place of a database that does not fit. `key` tells the row: the number of a fact, else the columns of its key, apart by a space. */
export type Finding = { table: string; key: string; column?: string; what: What };

/** Findings listed by name; a database that fits nowhere has millions. */
const MOST_LISTED = 100;

/** Counts all that is found and lists the first of it. */
export class Findings {
	readonly first: Finding[] = [];
	count = 0;

	add(table: string, key: string | number, what: What, column?: string): void {
		this.count += 1;
		if (this.first.length < MOST_LISTED)
			this.first.push({ table, key: String(key), what, ...(column ? { column } : {}) });
	}
}
