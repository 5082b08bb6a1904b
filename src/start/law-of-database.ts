import { DatabaseSync } from 'node:sqlite';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { lawOf } from '#lib/law/law-of.ts';
import { checkDatabase } from './backup-database.ts';

/**
 * The law as a server's database gives it, while the server goes on working: nothing is written to it.
 * @param file path of the SQLite file
 */
export function lawOfDatabase(file: string): { ok: true; law: Law } | { ok: false; why: string } {
	const checked = checkDatabase(file);
	if (!checked.ok) return checked;
	const db = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
	try {
		const rows = db
			.prepare('select f.id, f.journal, f.seq, f.hash, f.text, f.type from law_facts l join facts f on f.nr = l.nr')
			.all() as Omit<StoredFact, 'applications' | 'personal'>[];
		return { ok: true, law: lawOf(rows.map((row) => ({ ...row, applications: [], personal: null }))) };
	} finally {
		db.close();
	}
}
