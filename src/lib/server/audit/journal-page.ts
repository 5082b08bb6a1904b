import { setImmediate as turn } from 'node:timers/promises';
import { type Instant, type OrgId, type StaffId } from '#lib/domain/fact/ids.ts';
import { type JournalPage } from '#lib/protocol/journal-messages.ts';
import type { Database } from '../store/database.ts';
import { deviceNumbers, entriesOf, envelopeOf, type FactRow, factsInStream, type Seen } from './fact-rows.ts';

/** What a list is narrowed to; times are those that the facts tell. `before`: facts before this place of the org's stream. */
export type JournalFilter = {
	type?: string | undefined;
	actor?: StaffId | undefined;
	/** Number of a device; 0: the server. */
	device?: number | undefined;
	application?: string | undefined;
	from?: Instant | undefined;
	to?: Instant | undefined;
	before?: number | undefined;
};

/** How much is shown, read between two turns of the other requests, and looked through for one answer. */
const [PAGE, STRIDE, MOST] = [50, 500, 20_000];

/**
 * Facts of an org, the last to arrive first. A stream is as long as the org is old, and few filters have an index: it is looked through in
 * strides, between which others are answered, and the answer says from where to go on.
 */
export async function journalPage(db: Database, org: OrgId, filter: JournalFilter, seen: Seen): Promise<JournalPage> {
	const head = await db.selectFrom('stream_heads').select('position').where('org', '=', org).executeTakeFirst();
	const total = Number(head?.position ?? 0);
	const found: FactRow[] = [];
	const fits = fitting(filter, seen);
	let place = Math.min(filter.before ?? total + 1, total + 1);
	const last = filter.application === undefined ? Math.max(place - MOST, 1) : 1;
	while (place > last && found.length < PAGE) {
		const from = filter.application === undefined ? Math.max(place - STRIDE, 1) : 1;
		const rows = (await stride(db, org, filter, { from, before: place })).filter(fits);
		found.push(...rows.slice(0, PAGE - found.length));
		place = found.length === PAGE ? Number(found.at(-1)!.position) : from;
		await turn();
	}
	return { entries: await entriesOf(db, found, seen), next: place > 1 ? place : null, total };
}

/** Of an application all are few enough to be read at once. */
function stride(
	db: Database,
	org: OrgId,
	{ type, application }: JournalFilter,
	{ from, before }: { from: number; before: number }
): Promise<FactRow[]> {
	let query = factsInStream(db, org).where('s.position', '>=', from).where('s.position', '<', before);
	if (type !== undefined) query = query.where('f.type', '=', type);
	if (application !== undefined)
		query = query.where('f.nr', 'in', (facts) =>
			facts.selectFrom('fact_applications').select('nr').where('application', '=', application)
		);
	return query.orderBy('s.position', 'desc').execute();
}

function fitting({ actor, device, from, to }: JournalFilter, { registry }: Seen): (row: FactRow) => boolean {
	const numbers = deviceNumbers(registry);
	return (row) => {
		if (device !== undefined && (numbers.get(row.journal) ?? 0) !== device) return false;
		if (actor === undefined && from === undefined && to === undefined) return true;
		const { actor: by, at } = envelopeOf(row);
		return (
			(actor === undefined || by === actor) && (from === undefined || at >= from) && (to === undefined || at <= to)
		);
	};
}
