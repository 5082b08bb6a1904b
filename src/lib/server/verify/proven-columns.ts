/**
 * The columns that are proven: one byte that was changed in one of them is found, with its place. Nothing proves, and so none of it is:
 * the org of a journal whose first text is no fact; the id beside a text that was too much to be kept, and the row of `quarantine` of
 * such a text; in that table the journal with which a text of another one came, and the personal part of a text whose body cannot be
 * read.
 */
export const PROVEN = {
	journals: ['journal', 'org', 'held', 'held_hash', 'highest', 'signed', 'signed_hash', 'signature'],
	devices: ['key'],
	entries: ['journal', 'seq', 'in_chain', 'hash', 'fact_id', 'text'],
	facts: ['nr', 'id', 'journal', 'seq', 'in_chain', 'hash', 'text', 'type', 'applications', 'lacks_personal'],
	law_facts: ['nr'],
	staffing_facts: ['org', 'nr'],
	registry_facts: ['nr'],
	fact_applications: ['application', 'nr'],
	fact_personal: ['nr', 'salt', 'text'],
	stream_entries: ['org', 'position', 'hash', 'nr'],
	stream_heads: ['org', 'position', 'hash'],
	quarantine: ['hash', 'journal', 'seq', 'text', 'salt', 'personal']
} as const satisfies Record<string, readonly string[]>;

/**
 * Why a column is not proven. `derived`: made of the facts, and made again from them by every new version of the projection. `noFact`:
 * written by the server or an administrator, and said by no fact. `device`: no text names the device that sent it. `clock`: read from
 * the server's clock. `judgement`: judged by the program of its time; another version may judge otherwise. `decision`: of a person or
 * an upgrade. `upkeep`: what the program counts for itself; the epoch among it is proven by a file outside.
 */
export type Reason = 'derived' | 'noFact' | 'device' | 'clock' | 'judgement' | 'decision' | 'upkeep';

/** All other columns: a reason for a whole table, or one for each. A test asks for each column of the database in one of the two. */
export const NOT_PROVEN: Readonly<Record<string, Reason | Readonly<Record<string, Reason>>>> = {
	journals: { device: 'device' },
	facts: { device: 'device', received_at: 'clock' },
	quarantine: { cause: 'judgement', state: 'decision', device: 'device', at: 'clock', ended_at: 'clock' },
	flags: 'judgement',
	session_facts: 'derived',
	parties: 'derived',
	applications: 'derived',
	application_keys: 'derived',
	running_applications: 'derived',
	meta: 'upkeep',
	orgs: 'noFact',
	people: 'noFact',
	one_time_codes: 'noFact',
	badges: 'noFact',
	sessions: 'noFact',
	sign_in_attempts: 'noFact',
	known_places: 'noFact',
	devices: {
		id: 'noFact',
		number: 'noFact',
		journal: 'noFact',
		org: 'noFact',
		place: 'noFact',
		window: 'noFact',
		token_hash: 'noFact',
		registered_by: 'noFact',
		registered_at: 'noFact',
		revoked_at: 'noFact'
	},
	device_tickets: 'noFact',
	device_reports: 'noFact',
	enrolment_codes: 'noFact',
	exchange_clients: 'noFact',
	exchange_tokens: 'noFact',
	exchange_assertions: 'noFact',
	exchange_acts: 'upkeep',
	verifications: 'upkeep',
	kysely_migration: 'upkeep',
	kysely_migration_lock: 'upkeep'
};

/** Tables, and columns as `table.column`, that are not proven, by the reason. */
export function notProvenBy(): Map<Reason, string[]> {
	const all = Object.entries(NOT_PROVEN).flatMap(([table, reasons]) =>
		typeof reasons === 'string'
			? [[reasons, table] as const]
			: Object.entries(reasons).map(([column, reason]) => [reason, `${table}.${column}`] as const)
	);
	return new Map(
		[...Map.groupBy(all, ([reason]) => reason)].map(([reason, list]) => [reason, list.map(([, name]) => name)])
	);
}
