import { placeIn } from '#lib/domain/fact/read-fact.ts';
import { type Proving, textProver } from './proving.ts';
import { rowFinder, rowReader, STRIDE } from './read-rows.ts';

type QuarantineRow = [
	rowid: number,
	hash: string,
	journal: string,
	seq: number,
	text: string,
	salt: string | null,
	personal: string | null,
	cause: string
];

/** Causes of texts that are facts but for this: their personal part was compared before anything else was asked. */
const COMPARED: readonly string[] = ['org', 'right', 'journal', 'personal'];
/** It was sent with another journal than its own, and stands in no place. */
const OF_ANOTHER = 'journal';

/** Proves the texts in quarantine. Of one that was too much to be kept there is nothing to prove it by. */
export function verifyQuarantine({ db, findings }: Proving): void {
	const read = rowReader<QuarantineRow>(
		db,
		`select rowid, hash, journal, seq, text, salt, personal, cause from quarantine where hash > ? order by hash limit ${STRIDE}`
	);
	const isEntry = rowFinder(db, 'select 1 from entries where journal = ? and seq = ? and hash = ?');
	const isText = textProver(db, 'quarantine');
	const isPersonal = textProver(db, 'quarantine', 'personal');
	let after = '';
	for (let rows = read(after); rows.length > 0; rows = read(after)) {
		for (const [rowid, hash, journal, seq, text, salt, personal, cause] of rows) {
			after = hash;
			if ((salt === null) !== (personal === null)) findings.add('quarantine', hash, 'personal', 'salt');
			if (text === '') continue;
			if (!isText(rowid, text, hash)) findings.add('quarantine', hash, 'hash', 'hash');
			const place = placeIn(text);
			if (cause === OF_ANOTHER) {
				if (seq !== 0) findings.add('quarantine', hash, 'text', 'seq');
			} else if (place) {
				if (place.journal !== journal) findings.add('quarantine', hash, 'text', 'journal');
				if (place.seq !== seq) findings.add('quarantine', hash, 'text', 'seq');
			} else if (!isEntry(journal, seq, hash)) findings.add('entries', `${journal} ${seq} ${hash}`, 'missing');
			if (salt !== null && COMPARED.includes(cause) && !isPersonal(rowid, personal, digestIn(text), salt))
				findings.add('quarantine', hash, 'personal', 'personal');
		}
	}
}

function digestIn(text: string): unknown {
	try {
		return (JSON.parse(text) as { personal?: unknown } | null)?.personal;
	} catch {
		return undefined;
	}
}
