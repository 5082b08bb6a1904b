import { type Proving } from './proving.ts';
import { countRows, rowReader } from './read-rows.ts';

/** The applications of a fact `f`, one a row of `j`; a column that is no JSON is named as such. */
const LISTED = `json_each(case when json_valid(f.applications) then f.applications else '[]' end) j`;

/** How many of the applications of a fact `f` have their row: a column of a query. */
export const MATCHED_APPLICATIONS = `(
	select count(*) from ${LISTED} where exists (select 1 from fact_applications a where a.application = j.value and a.nr = f.nr)
)`;

/** Names the applications of a fact that have no row. */
export function nameMissingApplications({ db, findings }: Proving, nr: number): void {
	const missing = rowReader<[application: string]>(
		db,
		`select j.value from facts f, ${LISTED} where f.nr = ? and not exists (
			select 1 from fact_applications a where a.application = j.value and a.nr = f.nr
		)`
	);
	for (const [application] of missing(nr)) findings.add('fact_applications', `${application} ${nr}`, 'missing');
}

/** Names the rows that no fact lists. They are looked for only where there are more rows than facts list. */
export function nameStrayApplications({ db, findings }: Proving, matched: number): void {
	if (countRows(db, 'select count(*) as count from fact_applications') === matched) return;
	const strays = rowReader<[application: string, nr: number]>(
		db,
		`select a.application, a.nr from fact_applications a where not exists (
			select 1 from facts f, ${LISTED} where f.nr = a.nr and j.value = a.application
		)`
	);
	for (const [application, nr] of strays()) findings.add('fact_applications', `${application} ${nr}`, 'stray');
}
