import { feeds } from '#lib/domain/fact/traits.ts';
import { staffingOrgOf } from '../store/said-by.ts';
import { type Proving } from './proving.ts';
import { countRows, rowFinder, rowReader } from './read-rows.ts';
import { readSaid, type Said } from './said-by-text.ts';

/** Proves the two tables by which facts of some types are found: each such fact is in its table, and nothing else is. */
export class FeedTables {
	readonly #proving: Proving;
	readonly #isLaw: (nr: number) => boolean;
	readonly #isStaffing: (org: string, nr: number) => boolean;
	#law = 0;
	#staffing = 0;

	constructor(proving: Proving) {
		this.#proving = proving;
		this.#isLaw = rowFinder(proving.db, 'select 1 from law_facts where nr = ?');
		this.#isStaffing = rowFinder(proving.db, 'select 1 from staffing_facts where org = ? and nr = ?');
	}

	take(nr: number, said: Said): void {
		const { findings } = this.#proving;
		if (feeds(said, 'law')) {
			if (this.#isLaw(nr)) this.#law += 1;
			else findings.add('law_facts', nr, 'missing');
		} else if (feeds(said, 'staffing')) {
			if (this.#isStaffing(staffingOrgOf(said), nr)) this.#staffing += 1;
			else findings.add('staffing_facts', `${staffingOrgOf(said)} ${nr}`, 'missing');
		}
	}

	/** After the last fact. Rows that nothing belongs to are looked for only where there are more than were found. */
	end(): void {
		const { db } = this.#proving;
		if (countRows(db, 'select count(*) as count from law_facts') !== this.#law) this.#nameStrayLaw();
		if (countRows(db, 'select count(*) as count from staffing_facts') !== this.#staffing) this.#nameStrayStaffing();
	}

	#nameStrayLaw(): void {
		const { db, findings } = this.#proving;
		const rows = rowReader<[nr: number, text: string | null]>(
			db,
			'select l.nr, f.text from law_facts l left join facts f on f.nr = l.nr'
		);
		for (const [nr, text] of rows()) {
			const said = readSaid(text ?? '');
			if (!said || !feeds(said, 'law')) findings.add('law_facts', nr, 'stray');
		}
	}

	#nameStrayStaffing(): void {
		const { db, findings } = this.#proving;
		const rows = rowReader<[org: string, nr: number, text: string | null]>(
			db,
			'select s.org, s.nr, f.text from staffing_facts s left join facts f on f.nr = s.nr'
		);
		for (const [org, nr, text] of rows()) {
			const said = readSaid(text ?? '');
			if (!said || !feeds(said, 'staffing') || staffingOrgOf(said) !== org)
				findings.add('staffing_facts', `${org} ${nr}`, 'stray');
		}
	}
}
