/** What was typed of a sheet, as the server is asked; the fields that are wrong. */
type ReadPlace =
	{ ok: true; journal: string; seq: string; hash: string } | { ok: false; wrong: ('journal' | 'seq' | 'hash')[] };

/** Letters of a Cyrillic layout that look like those of a hash on paper. */
const LOOK_ALIKE: Readonly<Record<string, string>> = { а: 'a', в: 'b', с: 'c', е: 'e' };

const latin = (text: string): string => text.replace(/[авсе]/g, (letter) => LOOK_ALIKE[letter]!);

/** Reads a place of a journal as a closing sheet prints it: grouped, in either case, and as a Kazakh or Russian layout types it. */
export function readPlace(typed: { journal: string; seq: string; hash: string }): ReadPlace {
	const journal = latin(typed.journal.replace(/\s/g, ''));
	const seq = typed.seq.replace(/\s/g, '');
	const hash = typed.hash
		.toLowerCase()
		.replace(/\s/g, '')
		.replace(/[авсе]/g, (letter) => LOOK_ALIKE[letter]!);
	const wrong = [
		...(/^[A-Za-z0-9:_-]{4,64}$/.test(journal) ? [] : ['journal' as const]),
		...(/^[1-9]\d{0,14}$/.test(seq) ? [] : ['seq' as const]),
		...(/^[0-9a-f]{16}$|^[0-9a-f]{64}$/.test(hash) ? [] : ['hash' as const])
	];
	return wrong.length > 0 ? { ok: false, wrong } : { ok: true, journal, seq, hash };
}
