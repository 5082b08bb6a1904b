import { DatabaseSync } from 'node:sqlite';
import { Findings } from './finding.ts';
import { JournalChains } from './journal-chains.ts';
import { verifySignatures } from './journal-signatures.ts';
import { PROVEN } from './proven-columns.ts';
import { type Proving } from './proving.ts';
import { rowFinder, rowReader } from './read-rows.ts';
import { StreamChains } from './stream-chains.ts';
import { verifyEntries } from './verify-entries.ts';
import { verifyFacts } from './verify-facts.ts';
import { verifyQuarantine } from './verify-quarantine.ts';

export type Proof = {
	facts: number;
	journals: number;
	streams: number;
	findings: Findings;
	/** How long the facts with all that belongs to them took; the file itself was looked through before. */
	ms: number;
};

/**
 * Proves a server's whole database and writes nothing to it. All is read as it was at one moment, also while a server goes on writing;
 * the server's log grows meanwhile.
 * @param file path of the SQLite file
 * @returns undefined where it is no database of a server
 */
export function verifyDatabase(file: string): Proof | undefined {
	const db = open(file);
	if (!db) return undefined;
	const proof: Proof = { facts: 0, journals: 0, streams: 0, findings: new Findings(), ms: 0 };
	try {
		db.exec('begin');
		for (const [told] of rowReader<[string]>(db, 'pragma integrity_check')())
			if (told !== 'ok') proof.findings.add('sqlite', told, 'damaged');
		const knowsStrays = rowFinder(db, "select 1 from pragma_table_info('entries') where name = 'in_chain'")();
		const from = performance.now();
		Object.assign(proof, verifyRows({ db, findings: proof.findings, knowsStrays }));
		proof.ms = performance.now() - from;
	} catch (error) {
		// Nothing can be read beyond a damaged page; what was found before it is told.
		if ((error as { code?: unknown }).code !== 'ERR_SQLITE_ERROR') throw error;
		proof.findings.add('sqlite', (error as Error).message, 'damaged');
	} finally {
		db.close();
	}
	return proof;
}

function verifyRows(proving: Proving): Pick<Proof, 'facts' | 'journals' | 'streams'> {
	const journals = new JournalChains(proving);
	const streams = new StreamChains(proving);
	const facts = verifyFacts(proving, journals, streams);
	verifyEntries(proving, journals);
	journals.end();
	streams.end();
	verifySignatures(proving);
	verifyQuarantine(proving);
	return { facts, journals: journals.count, streams: streams.count };
}

/** Tables that a database has since a migration. */
const SINCE: ReadonlyMap<string, string> = new Map([['registry_facts', '010-registry']]);

/** Undefined where it cannot be read, or lacks a table: an earlier server's has all of them since its first start under a later one. */
function open(file: string): DatabaseSync | undefined {
	let db: DatabaseSync | undefined;
	try {
		db = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
		db.exec('pragma cache_size = -65536');
		const hasTable = rowFinder(db, "select 1 from sqlite_master where type = 'table' and name = ?");
		const isDone = rowFinder(db, 'select 1 from kysely_migration where name = ?');
		const isExpected = (table: string): boolean => !SINCE.has(table) || isDone(SINCE.get(table)!);
		if (Object.keys(PROVEN).every((table) => hasTable(table) || !isExpected(table))) return db;
	} catch {
		// Not a database at all, or nobody may read it.
	}
	db?.close();
	return undefined;
}
