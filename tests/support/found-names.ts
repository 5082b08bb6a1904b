import { type Finding } from '#lib/server/verify/finding.ts';
import { type Row } from './tampered-rows.ts';

/** The columns that tell a row; of a fact also its place and its id. */
const KEYS: Readonly<Record<string, readonly (readonly string[])[]>> = {
	journals: [['journal']],
	entries: [
		['journal', 'seq'],
		['journal', 'seq', 'hash']
	],
	facts: [['nr'], ['journal', 'seq'], ['id']],
	devices: [['id']],
	law_facts: [['nr']],
	staffing_facts: [['org', 'nr']],
	registry_facts: [['nr']],
	fact_applications: [['application', 'nr']],
	fact_personal: [['nr']],
	stream_entries: [['org', 'position']],
	stream_heads: [['org']],
	quarantine: [['hash'], ['journal', 'seq', 'hash']]
};

/** Whether a finding names one of these rows of a table, by its own key or by a row that belongs to it. */
export function foundNames(findings: readonly Finding[], table: string, ...rows: Row[]): boolean {
	const names = rows.flatMap((row) => KEYS[table]!.map((columns) => columns.map((column) => row[column]).join(' ')));
	return names.some((name) => findings.some(({ key }) => key === name || key.endsWith(` ${name}`)));
}
