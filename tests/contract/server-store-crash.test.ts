import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase } from '#lib/server/store/database.ts';
import { createKyselyJournalStore } from '#lib/server/store/kysely-journal-store.ts';
import { nativeSha256 } from '#lib/server/sync/read-arrival.ts';
import { aServer } from './server-store-server.ts';
import { Writer } from './server-store-writer.ts';

const folder = mkdtempSync(join(tmpdir(), 'crash-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Heard = { journal: string; seq: number; hash: string };

/** Runs a server under load in a process of its own and kills it without warning after so many acknowledgements. */
async function killedAfter(acknowledgements: number, database: string): Promise<Heard[]> {
	const child = spawn(process.execPath, ['tests/contract/server-store-crash-run.ts'], {
		env: { ...process.env, CRASH_DATABASE: database, NODE_OPTIONS: '' },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let complaint = '';
	child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
	const heard: Heard[] = [];
	for await (const line of createInterface(child.stdout)) {
		const [journal = '', seq, hash = ''] = line.split(' ');
		if (hash.length === 64) heard.push({ journal, seq: Number(seq), hash });
		if (heard.length === acknowledgements) child.kill('SIGKILL');
	}
	if (heard.length < acknowledgements) throw new Error(`The server ended by itself: ${complaint}`);
	return heard;
}

describe('a server killed under load', () => {
	it.each([40, 333])(
		'S77 nothing acknowledged is missing, and what is there is whole (%i)',
		async (acknowledgements) => {
			const database = join(folder, `${acknowledgements}.db`);
			const heard = await killedAfter(acknowledgements, database);
			const store = createKyselyJournalStore(await openDatabase(database));
			const journals = [...new Set(heard.map(({ journal }) => journal))];
			expect(journals.length).toBeGreaterThan(5);
			const held = new Map<string, { seq: number; hash: string; text: string }[]>();
			for (const journal of journals) held.set(journal, await store.texts(new Writer(journal).journal));
			for (const { journal, seq, hash } of heard) expect(held.get(journal)?.[seq - 1]?.hash).toBe(hash);
			for (const [journal, entries] of held) {
				expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
				for (const { text, hash } of entries) expect(nativeSha256(text)).toBe(hash);
				expect((await store.heldSeqs())[journal]).toBe(entries.length);
			}
			const { streamOf } = await aServer('SQLite', store);
			const delivered = await streamOf();
			const total = [...held.values()].reduce((sum, { length }) => sum + length, 0);
			expect(new Set(delivered).size).toBe(Math.min(total, 1000));
			await store.close();
		},
		60_000
	);
});
