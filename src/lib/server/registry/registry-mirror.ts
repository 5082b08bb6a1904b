import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { storedFactOf } from '#lib/domain/fact/read-fact.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type WireFact } from '#lib/protocol/sync-messages.ts';

/** Readable by the server's user only: it holds names of staff. */
const MODE = 0o600;

/**
 * The server's own facts once more, in a file beside the epoch's. A database that is copied back from a backup would otherwise
 * bring back who left and which device was revoked since.
 */
export type RegistryMirror = {
	/** What the file holds, in order; a last line cut off by a crash is left out. */
	read: () => StoredFact[];
	/** Appends, and returns when the disk has it. */
	append: (facts: readonly StoredFact[]) => void;
	/** Puts the file aside, as one of another database, and begins anew. */
	putAside: (at: number) => void;
};

export function registryMirror(file: string): RegistryMirror {
	return {
		read: () => {
			const facts = existsSync(file) ? readFileSync(file, 'utf8').split('\n').flatMap(factIn) : [];
			// The terminal may have written what the server wrote at the same moment.
			return [...new Map(facts.map((fact) => [fact.hash, fact])).values()];
		},
		append: (facts) => {
			if (facts.length === 0) return;
			mkdirSync(dirname(file), { recursive: true });
			const lines = facts.map(({ text, personal }) => `${JSON.stringify({ text, personal } satisfies WireFact)}\n`);
			const handle = openSync(file, 'a', MODE);
			try {
				// After a line that was cut off a new one begins.
				writeSync(handle, `\n${lines.join('')}`);
				fsyncSync(handle);
			} finally {
				closeSync(handle);
			}
		},
		putAside: (at) => {
			if (existsSync(file)) renameSync(file, `${file}.${at}`);
		}
	};
}

function factIn(line: string): StoredFact[] {
	if (line === '') return [];
	try {
		const { text, personal } = JSON.parse(line) as WireFact;
		const fact = storedFactOf(text, personal);
		return fact ? [fact] : [];
	} catch {
		return [];
	}
}
