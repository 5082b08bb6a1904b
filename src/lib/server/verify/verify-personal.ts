import { type Proving, textProver } from './proving.ts';
import { rowReader } from './read-rows.ts';

/** Proves the personal part of one fact by the digest that the fact declares. */
export function personalProver({ db, findings }: Proving) {
	const isText = textProver(db, 'fact_personal');
	return (nr: number, salt: string, text: string | null, declared: unknown): void => {
		if (!isText(nr, text, declared, salt)) findings.add('fact_personal', nr, 'personal');
	};
}

/** Names the personal parts of no fact. */
export function nameStrayPersonal({ db, findings }: Proving): void {
	const strays = rowReader<[nr: number]>(
		db,
		'select p.nr from fact_personal p where not exists (select 1 from facts f where f.nr = p.nr)'
	);
	for (const [nr] of strays()) findings.add('fact_personal', nr, 'stray');
}
