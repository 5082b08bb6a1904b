import { type Proving } from './proving.ts';
import { type Findings } from './finding.ts';
import { rowFinder, rowReader } from './read-rows.ts';

/** A text that is held of a journal, as it lies in `facts` or `entries`. */
export type Held = {
	table: 'facts' | 'entries';
	key: string | number;
	journal: string;
	seq: number;
	inChain: number;
	hash: string;
	/** The hash before it as the text says; null where the text says none. */
	prev: string | null;
	/** The org that the text names; null where it names none. */
	org: string | null;
};

type Row = { org: string; held: number; heldHash: string; highest: number };

/** What was seen of one journal so far; nothing in it grows with the number of texts. */
class Chain {
	/** The place seen last. Most often the next one follows it. */
	last = { seq: 0, hash: '' };
	places = 0;
	top = 0;
	highest = 0;
	hashAtHead = '';
	namesOrg = false;
	reachesHighest = false;
	/** It has texts that come only with a row of `journals`. */
	needsRow = false;
	readonly row: Row | undefined;

	constructor(row: Row | undefined) {
		this.row = row;
	}
}

/**
 * Proves the rows of `journals`, and that the places of each are one gapless chain. Texts may come in any order: the place before
 * each is looked up where it is not the one that came before.
 */
export class JournalChains {
	readonly #chains = new Map<string, Chain>();
	readonly #findings: Findings;
	readonly #knowsStrays: boolean;
	readonly #hashesAt: (journal: string, seq: number) => string[];
	readonly #isQuarantined: (hash: string) => boolean;
	readonly #twice: (journal: string) => number[];

	constructor({ db, findings, knowsStrays }: Proving) {
		this.#findings = findings;
		this.#knowsStrays = knowsStrays;
		const isPlace = knowsStrays ? 'in_chain = 1 and' : '';
		const hashes = rowReader<[string]>(
			db,
			`select hash from facts where in_chain = 1 and journal = ?1 and seq = ?2
			union all select hash from entries where ${isPlace} journal = ?1 and seq = ?2`
		);
		this.#hashesAt = (journal, seq) => hashes(journal, seq).map(([hash]) => hash);
		this.#isQuarantined = rowFinder(db, 'select 1 from quarantine where hash = ?');
		const twice = rowReader<[number]>(
			db,
			`select seq from (
				select seq from facts where in_chain = 1 and journal = ?1
				union all select seq from entries where ${isPlace} journal = ?1
			) group by seq having count(*) > 1`
		);
		this.#twice = (journal) => twice(journal).map(([seq]) => seq);
		const rows = rowReader<[journal: string, org: string, held: number, heldHash: string, highest: number]>(
			db,
			'select journal, org, held, held_hash, highest from journals'
		);
		for (const [journal, org, held, heldHash, highest] of rows())
			this.#chains.set(journal, new Chain({ org, held, heldHash, highest }));
	}

	/** How many journals there are rows of, or texts. */
	get count(): number {
		return this.#chains.size;
	}

	take(text: Held): void {
		const { table, journal, seq, inChain, org } = text;
		let chain = this.#chains.get(journal);
		if (!chain) this.#chains.set(journal, (chain = new Chain(undefined)));
		// A journal began with what names its org, or with its device's first text, which may be none that can be believed.
		if (org === chain.row?.org || (table === 'entries' && seq === 1 && inChain === 1)) chain.namesOrg = true;
		if (inChain === 1) this.#takePlace(chain, text);
		else if (inChain === 0) this.#takeStray(chain, text);
		else this.#findings.add(table, text.key, 'text', 'in_chain');
	}

	#takePlace(chain: Chain, { table, key, journal, seq, hash, prev }: Held): void {
		const before = chain.last.seq === seq - 1 ? chain.last.hash : this.#hashBefore(journal, seq);
		if (before === undefined) this.#findings.add(table, `${journal} ${seq - 1}`, 'missing');
		else if (prev !== null && prev !== before) this.#findings.add(table, key, 'link');
		// Where there is no row at all, one place tells it.
		const isBeyond = chain.row ? seq > chain.row.held : chain.places === 0;
		if (isBeyond) this.#findings.add(table, key, 'head', 'in_chain');
		chain.last = { seq, hash };
		chain.places += 1;
		chain.top = Math.max(chain.top, seq);
		chain.highest = Math.max(chain.highest, seq);
		chain.needsRow = true;
		if (seq === chain.row?.held) chain.hashAtHead = hash;
	}

	/** Of a text that came out of quarantine `journals` may know nothing: it was never taken as one of its journal. */
	#takeStray(chain: Chain, { table, seq, hash }: Held): void {
		const mayBeUnknown = table === 'facts' && (!this.#knowsStrays || this.#isQuarantined(hash));
		if (mayBeUnknown) chain.reachesHighest ||= seq === chain.row?.highest;
		else {
			chain.highest = Math.max(chain.highest, seq);
			chain.needsRow = true;
		}
	}

	#hashBefore(journal: string, seq: number): string | undefined {
		return seq === 1 ? '' : this.#hashesAt(journal, seq - 1)[0];
	}

	/** After the last text. */
	end(): void {
		for (const [journal, chain] of this.#chains) {
			const { row, places, top } = chain;
			if (places !== top)
				for (const seq of this.#twice(journal)) this.#findings.add('entries', `${journal} ${seq}`, 'twice');
			if (row) this.#endRow(journal, chain, row);
			else if (chain.needsRow) this.#findings.add('journals', journal, 'missing');
		}
	}

	#endRow(journal: string, { top, highest, hashAtHead, namesOrg, reachesHighest, needsRow }: Chain, row: Row): void {
		const found = (column: string, what: 'head' | 'text' = 'head') =>
			this.#findings.add('journals', journal, what, column);
		if (!needsRow) return this.#findings.add('journals', journal, 'stray');
		if (row.held !== top) {
			found('held');
			if (top < row.held) this.#findings.add('facts', `${journal} ${top + 1}`, 'missing');
		} else if (hashAtHead !== row.heldHash) found('held_hash');
		const mayBeHighest = row.highest > highest && (reachesHighest || !this.#knowsStrays);
		if (row.highest !== highest && !mayBeHighest) found('highest');
		if (!namesOrg) found('org', 'text');
	}
}
