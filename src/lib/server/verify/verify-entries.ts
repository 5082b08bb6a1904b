import { placeIn } from '#lib/domain/fact/read-fact.ts';
import { type JournalChains } from './journal-chains.ts';
import { type Proving, textProver } from './proving.ts';
import { rowReader, STRIDE } from './read-rows.ts';
import { readSaid } from './said-by-text.ts';

type EntryRow = [
	rowid: number,
	journal: string,
	seq: number,
	inChain: number,
	hash: string,
	factId: string | null,
	text: string,
	isKnown: number
];

/**
 * Proves the texts that are held beside the facts: each is of a fact that has another text, or in quarantine. One of which the text was
 * too much to be kept holds its place by its hash only: that is proven by the place after it, and the id in it by nothing.
 */
export function verifyEntries({ db, findings, knowsStrays }: Proving, chains: JournalChains): void {
	const read = rowReader<EntryRow>(
		db,
		`select rowid, journal, seq, ${knowsStrays ? 'in_chain' : '1'}, hash, fact_id, text,
			exists (select 1 from facts f where f.id = e.fact_id) or exists (select 1 from quarantine q where q.hash = e.hash)
		from entries e where (journal, seq, hash) > (?, ?, ?) order by journal, seq, hash limit ${STRIDE}`
	);
	const isText = textProver(db, 'entries');
	let after: [string, number, string] = ['', 0, ''];
	for (let rows = read(...after); rows.length > 0; rows = read(...after)) {
		for (const [rowid, journal, seq, inChain, hash, factId, text, isKnown] of rows) {
			const key = `${journal} ${seq} ${hash}`;
			const place = text === '' ? undefined : placeIn(text);
			if (text !== '') {
				if (!isText(rowid, text, hash)) findings.add('entries', key, 'hash', 'hash');
				if (place && place.journal !== journal) findings.add('entries', key, 'text', 'journal');
				if (place && place.seq !== seq) findings.add('entries', key, 'text', 'seq');
				if ((place?.id ?? null) !== factId) findings.add('entries', key, 'text', 'fact_id');
			}
			if (isKnown !== 1) findings.add('entries', key, 'stray');
			const [prev, org] = [place?.prev ?? null, place ? (readSaid(text)?.org ?? null) : null];
			chains.take({ table: 'entries', key, journal, seq, inChain, hash, prev, org });
			after = [journal, seq, hash];
		}
	}
}
