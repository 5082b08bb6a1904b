import { isRegistryType } from '#lib/domain/fact/registry-facts.ts';
import { SERVER_ORG } from '../registry/server-journal.ts';
import { type Proving } from './proving.ts';
import { countRows, rowFinder, rowReader } from './read-rows.ts';
import { type Said } from './said-by-text.ts';

/** Proves the table of the registry: the facts of its types in the server's own journals, and nothing else. */
export class RegistryTable {
	readonly #proving: Proving;
	readonly #isThere: ((nr: number) => boolean) | null;
	readonly #journals: ReadonlySet<string>;
	#found = 0;

	constructor(proving: Proving) {
		this.#proving = proving;
		const { db } = proving;
		// A database from before the registry has no such table.
		const isKnown = countRows(db, "select count(*) as count from sqlite_master where name = 'registry_facts'") > 0;
		this.#isThere = isKnown ? rowFinder(db, 'select 1 from registry_facts where nr = ?') : null;
		const journals = rowReader<[journal: string]>(db, 'select journal from journals where org = ?');
		this.#journals = new Set(journals(SERVER_ORG).map(([journal]) => journal));
	}

	take(nr: number, said: Said): void {
		if (!this.#isThere || !this.#counts(said)) return;
		if (this.#isThere(nr)) this.#found += 1;
		else this.#proving.findings.add('registry_facts', nr, 'missing');
	}

	/** After the last fact. Rows that nothing belongs to are looked for only where there are more than were found. */
	end(readSaid: (text: string) => Said | undefined): void {
		const { db, findings } = this.#proving;
		if (!this.#isThere || countRows(db, 'select count(*) as count from registry_facts') === this.#found) return;
		const rows = rowReader<[nr: number, text: string | null]>(
			db,
			'select r.nr, f.text from registry_facts r left join facts f on f.nr = r.nr'
		);
		for (const [nr, text] of rows()) {
			const said = readSaid(text ?? '');
			if (!said || !this.#counts(said)) findings.add('registry_facts', nr, 'stray');
		}
	}

	#counts({ type, journal }: Said): boolean {
		return isRegistryType(type) && this.#journals.has(journal);
	}
}

/** The org that a fact names as its journal's: the server's journals are of no office, whoever acts in them. */
export const journalOrgOf = ({ type, org }: Pick<Said, 'type' | 'org'>): string =>
	isRegistryType(type) ? SERVER_ORG : org;
