import { FeedTables } from './feed-tables.ts';
import { journalOrgOf, RegistryTable } from './registry-table.ts';
import { type JournalChains } from './journal-chains.ts';
import { type Proving, textProver } from './proving.ts';
import { BEFORE_ALL, rowReader, STRIDE } from './read-rows.ts';
import { countApplications, readSaid, type Said } from './said-by-text.ts';
import { type StreamChains } from './stream-chains.ts';
import { MATCHED_APPLICATIONS, nameMissingApplications, nameStrayApplications } from './verify-fact-applications.ts';
import { nameStrayPersonal, personalProver } from './verify-personal.ts';

type FactRow = [
	nr: number,
	id: string,
	journal: string,
	seq: number,
	inChain: number,
	hash: string,
	text: string,
	type: string,
	applications: string,
	lacksPersonal: number,
	salt: string | null,
	personal: string | null,
	matched: number
];
type StreamRow = [nr: number, org: string, position: number, hash: string];

/**
 * Proves each fact by its text, and what is kept beside it under its number; the places of journals and streams are handed on. Rows are
 * read in the order of arrival, in which they lie on the disk.
 * @returns how many facts there are
 */
export function verifyFacts(proving: Proving, journals: JournalChains, streams: StreamChains): number {
	const { db, findings } = proving;
	const read = rowReader<FactRow>(
		db,
		`select f.nr, f.id, f.journal, f.seq, f.in_chain, f.hash, f.text, f.type, f.applications, f.lacks_personal, p.salt, p.text,
			${MATCHED_APPLICATIONS}
		from facts f left join fact_personal p on p.nr = f.nr where f.nr > ? order by f.nr limit ${STRIDE}`
	);
	const readStreams = rowReader<StreamRow>(
		db,
		'select nr, org, position, hash from stream_entries where nr > ? and nr <= ? order by nr'
	);
	const prove = factProver(proving);
	let count = 0;
	let after = BEFORE_ALL;
	for (let rows = read(after); rows.length > 0; rows = read(after)) {
		const last = rows.at(-1)![0];
		const entries = readStreams(after, last);
		let at = 0;
		for (const row of rows) {
			const [nr, id, journal, seq, inChain, hash] = row;
			const said = prove.take(row);
			// An entry of no fact comes before the next one that there is.
			while (at < entries.length && entries[at]![0] < nr) at += 1;
			let isDelivered = said === undefined;
			for (; at < entries.length && entries[at]![0] === nr; at += 1) {
				const [, org, position, chained] = entries[at]!;
				streams.take(org, position, chained, id);
				isDelivered ||= org === said?.org;
			}
			if (!isDelivered) findings.add('stream_entries', `${said?.org} ${id}`, 'missing');
			const [prev, org] = [said?.prev ?? null, said ? journalOrgOf(said) : null];
			journals.take({ table: 'facts', key: nr, journal, seq, inChain, hash, prev, org });
		}
		count += rows.length;
		after = last;
	}
	prove.end();
	return count;
}

/** Proves facts one by one. `take` gives what the text says; undefined where it says nothing. */
function factProver(proving: Proving): { take: (row: FactRow) => Said | undefined; end: () => void } {
	const { db, findings } = proving;
	const isText = textProver(db, 'facts');
	const provePersonal = personalProver(proving);
	const feedTables = new FeedTables(proving);
	const registryTable = new RegistryTable(proving);
	let matchedInAll = 0;
	return {
		take: ([nr, id, journal, seq, , hash, text, type, applications, lacksPersonal, salt, personal, matched]) => {
			const said = readSaid(text);
			if (!isText(nr, text, hash)) findings.add('facts', nr, 'hash', 'hash');
			matchedInAll += matched;
			if (!said) {
				findings.add('facts', nr, 'unread', 'text');
				return undefined;
			}
			if (said.id !== id) findings.add('facts', nr, 'text', 'id');
			if (said.journal !== journal) findings.add('facts', nr, 'text', 'journal');
			if (said.seq !== seq) findings.add('facts', nr, 'text', 'seq');
			if (said.type !== type) findings.add('facts', nr, 'text', 'type');
			const touched = countApplications(said, text, applications);
			if (touched === undefined) findings.add('facts', nr, 'text', 'applications');
			else if (touched !== matched) nameMissingApplications(proving, nr);
			const lacks = typeof said.personal === 'string' && salt === null ? 1 : 0;
			if (lacksPersonal !== lacks) findings.add('facts', nr, 'text', 'lacks_personal');
			if (salt !== null) provePersonal(nr, salt, personal, said.personal);
			feedTables.take(nr, said);
			registryTable.take(nr, said);
			return said;
		},
		end: () => {
			feedTables.end();
			registryTable.end(readSaid);
			nameStrayPersonal(proving);
			nameStrayApplications(proving, matchedInAll);
		}
	};
}
