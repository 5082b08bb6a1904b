import { type Envelope } from '#lib/domain/fact/fact.ts';
import { type FactId, type OrgId, type StaffId } from '#lib/domain/fact/ids.ts';
import { type Registry } from '#lib/domain/registry/registry.ts';
import { type JournalEntry } from '#lib/protocol/journal-messages.ts';
import { SERVER_ORG } from '../registry/server-journal.ts';
import type { Database } from '../store/database.ts';

/** Whose names an asker may read: those of the people of these orgs. Of all others the number is enough to tell hands apart. */
export type Seen = { registry: Registry; orgs: readonly OrgId[] };

/** Facts of an org's stream, with the columns that a list is made of. */
export const factsInStream = (db: Database, org: OrgId) =>
	db
		.selectFrom('stream_entries as s')
		.innerJoin('facts as f', 'f.nr', 's.nr')
		.innerJoin('journals as j', 'j.journal', 'f.journal')
		.where('s.org', '=', org)
		.select(['s.position', 'f.nr', 'f.id', 'f.type', 'f.text', 'f.received_at', 'f.applications', 'f.journal'])
		.select(['f.seq', 'f.hash', 'f.in_chain', 'f.lacks_personal', 'j.org as journal_org', 'j.signed']);

export type FactRow = Awaited<ReturnType<ReturnType<typeof factsInStream>['execute']>>[number];

export const envelopeOf = ({ text }: Pick<FactRow, 'text'>): Envelope => JSON.parse(text) as Envelope;

/** Number, and name where it may be read; null for whom the registry does not know. */
export function nameOf({ registry, orgs }: Seen, staff: StaffId): string | null {
	const person = registry.people.get(staff);
	if (!person) return null;
	const { surname = '', given = '' } = orgs.includes(person.org) ? (person.name ?? {}) : {};
	return `${person.number} ${surname} ${given}`.trim();
}

/** The number of each journal's device. */
export const deviceNumbers = ({ devices }: Registry): Map<string, number> =>
	new Map([...devices.values()].map(({ journal, number }) => [journal, number]));

/** What a list shows of facts. */
export async function entriesOf(db: Database, rows: readonly FactRow[], seen: Seen): Promise<JournalEntry[]> {
	const flags = await flaggedAmong(
		db,
		rows.map(({ id }) => id)
	);
	const numbers = deviceNumbers(seen.registry);
	return rows.map((row) => {
		const { at, actor, role, org, window = null } = envelopeOf(row);
		return {
			position: Number(row.position),
			id: row.id as FactId,
			type: row.type,
			at,
			receivedAt: Number(row.received_at),
			actor,
			actorName: nameOf(seen, actor),
			role,
			org,
			window,
			device: numbers.get(row.journal) ?? null,
			byServer: row.journal_org === SERVER_ORG,
			applications: JSON.parse(row.applications) as string[],
			flagged: flags.has(row.id)
		};
	});
}

async function flaggedAmong(db: Database, ids: readonly string[]): Promise<Set<string>> {
	if (ids.length === 0) return new Set();
	const rows = await db
		.selectFrom('flags')
		.select('fact')
		.where('stands', '=', 1)
		.where('fact', 'in', [...ids])
		.execute();
	return new Set(rows.map(({ fact }) => fact));
}
