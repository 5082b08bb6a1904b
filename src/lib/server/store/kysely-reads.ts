import { type Kysely } from 'kysely';
import { type FactId, type JournalId, type OrgId } from '#lib/domain/fact/ids.ts';
import { inParts } from './bulk.ts';
import type { Tables } from './database.ts';
import { factIdAt } from './fact-id-at.ts';
import { type JournalReads } from './journal-store.ts';
import { kyselyChainReads } from './kysely-chain-reads.ts';
import { kyselyLawReads } from './kysely-law-reads.ts';
import { kyselyQuarantineReads } from './kysely-quarantine-reads.ts';
import { kyselyReportReads } from './kysely-report-reads.ts';
import { kyselySessionReads } from './kysely-session-reads.ts';
import { kyselyStaffingReads } from './kysely-staffing-reads.ts';
import { headOf, stateOf, storedFact } from './kysely-rows.ts';
import { kyselyVerdictReads } from './kysely-verdict-reads.ts';

/** Reads of the journal store, on the database or on a transaction's handle. */
export function kyselyReads(db: Kysely<Tables>): JournalReads {
	const facts = () =>
		db
			.selectFrom('facts as f')
			.leftJoin('fact_personal as p', 'p.nr', 'f.nr')
			.select(['f.id', 'f.journal', 'f.seq', 'f.hash', 'f.text', 'f.type', 'f.applications'])
			.select(['p.salt', 'p.text as personal']);
	const meta = async (key: string): Promise<string | undefined> =>
		(await db.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst())?.value;
	return {
		...kyselyChainReads(db),
		...kyselyLawReads(db),
		...kyselyQuarantineReads(db),
		...kyselyStaffingReads(db),
		...kyselySessionReads(db),
		...kyselyReportReads(db),
		...kyselyVerdictReads(db),
		async journals(ids) {
			const rows = await inParts(ids, (part) =>
				db.selectFrom('journals').selectAll().where('journal', 'in', part).execute()
			);
			return new Map(rows.map(stateOf).map((state) => [state.journal, state]));
		},
		async heldSeqs(org) {
			const all = db.selectFrom('journals').select(['journal', 'held']);
			const rows = await all.$if(org !== undefined, (query) => query.where('org', '=', org as string)).execute();
			return Object.fromEntries(rows.map(({ journal, held }) => [journal, Number(held)]));
		},
		async knownFacts(ids) {
			const rows = await inParts(ids, (part) =>
				db.selectFrom('facts').select(['id', 'hash', 'lacks_personal']).where('id', 'in', part).execute()
			);
			return new Map(
				rows.map(({ id, hash, lacks_personal }) => [id as FactId, { hash, lacksPersonal: lacks_personal === 1 }])
			);
		},
		async parties(applications) {
			const rows = await inParts(applications, (part) =>
				db.selectFrom('parties').selectAll().where('application', 'in', part).execute()
			);
			return rows.map(({ application, org, center, body_at, left_at }) => ({
				application,
				org: org as OrgId,
				center: center === 1,
				bodyAt: body_at === null ? null : Number(body_at),
				leftAt: left_at === null ? null : Number(left_at)
			}));
		},
		async deviceOrgs(numbers) {
			const rows = await inParts(numbers, (part) =>
				db.selectFrom('devices').select(['number', 'org']).where('number', 'in', part).execute()
			);
			return new Map(rows.map(({ number, org }) => [number, org as OrgId]));
		},
		async factsOf(applications) {
			const rows = await inParts(applications, (part) =>
				facts()
					.innerJoin('fact_applications as a', 'a.nr', 'f.nr')
					.select(['a.application'])
					.where('a.application', 'in', part)
					.orderBy('f.nr')
					.execute()
			);
			return grouped(rows, (row) => [row.application, storedFact(row)]);
		},
		async streamHeads(orgs) {
			const rows = await inParts(orgs, (part) =>
				db.selectFrom('stream_heads').selectAll().where('org', 'in', part).execute()
			);
			const found = new Map(rows.map(headOf).map((head) => [head.org, head]));
			return new Map(orgs.map((org) => [org, found.get(org) ?? { org, position: 0, hash: '' }]));
		},
		async streamHashAt(org, position) {
			const row = await db
				.selectFrom('stream_entries')
				.select('hash')
				.where('org', '=', org)
				.where('position', '=', position)
				.executeTakeFirst();
			return row?.hash;
		},
		async streamPage({ org, after, through, limit, except }) {
			const rows = await facts()
				.innerJoin('stream_entries as s', 's.nr', 'f.nr')
				.select(['s.org', 's.position', 's.hash as chained'])
				.where('s.org', '=', org)
				.where('s.position', '>', after)
				.where('s.position', '<=', through)
				.$if(except !== undefined, (query) =>
					query.where((eb) =>
						eb.or([
							eb('f.journal', '!=', except!.journal as string),
							eb('f.seq', '>', except!.throughSeq),
							eb('f.in_chain', '=', 0)
						])
					)
				)
				.orderBy('s.position')
				.limit(limit)
				.execute();
			return rows.map((row) => ({
				...headOf({ org: row.org, position: row.position, hash: row.chained }),
				fact: storedFact(row)
			}));
		},
		async delivered(org, ids) {
			const rows = await inParts(ids, (part) =>
				db
					.selectFrom('facts as f')
					.innerJoin('stream_entries as s', 's.nr', 'f.nr')
					.select('f.id')
					.where('f.id', 'in', part)
					.where('s.org', '=', org)
					.execute()
			);
			return new Set(rows.map(({ id }) => id as FactId));
		},
		async findApplications({ org, key, limit }) {
			const rows = await db
				.selectFrom('applications as a')
				.select(['a.number', 'a.summary'])
				.$if(org !== undefined, (query) =>
					query.where('a.number', 'in', (eb) =>
						eb
							.selectFrom('parties')
							.select('application')
							.where('org', '=', org as string)
					)
				)
				.$if(key !== undefined, (query) =>
					query.where('a.number', 'in', (eb) =>
						eb
							.selectFrom('application_keys')
							.select('number')
							.where('key', '>=', key!)
							.where('key', '<', `${key!}\u{10ffff}`)
					)
				)
				.orderBy('a.number')
				.limit(limit)
				.execute();
			const keys = await inParts(
				rows.map(({ number }) => number),
				(part) => db.selectFrom('application_keys').selectAll().where('number', 'in', part).orderBy('key').execute()
			);
			const byNumber = grouped(keys, ({ number, key }) => [number, key]);
			return rows.map(({ number, summary }) => ({ number, summary, keys: byNumber.get(number) ?? [] }));
		},
		async applicationsAfter(number, limit) {
			const rows = await db
				.selectFrom('fact_applications')
				.select('application')
				.distinct()
				.where('application', '>', number)
				.orderBy('application')
				.limit(limit)
				.execute();
			return rows.map(({ application }) => application);
		},
		async arrivedAfter(nr, limit) {
			const rows = await db
				.selectFrom('facts')
				.select(['nr', 'applications'])
				.where('nr', '>', nr)
				.orderBy('nr')
				.limit(limit)
				.execute();
			return rows.map((row) => ({ nr: row.nr, applications: JSON.parse(row.applications) as string[] }));
		},
		projectedThrough: async () => Number((await meta('projected')) ?? 0),
		projectionVersion: () => meta('projection'),
		mark: async () => Number((await meta('mark')) ?? 0),
		lastFact: async () => {
			const row = await db.selectFrom('facts').select(['nr', 'id']).orderBy('nr', 'desc').limit(1).executeTakeFirst();
			return row === undefined ? null : { nr: row.nr, id: row.id as FactId };
		},
		factIdAt: (nr) => factIdAt(db, nr),
		async countRegistryFacts() {
			const counted = db.selectFrom('registry_facts').select((eb) => eb.fn.countAll<number>().as('count'));
			return Number((await counted.executeTakeFirstOrThrow()).count);
		},
		registryFacts: async () =>
			(await facts().innerJoin('registry_facts as r', 'r.nr', 'f.nr').orderBy('r.nr').execute()).map(storedFact),
		serverJournal: async () => (await meta('serverJournal')) as JournalId | undefined,
		epoch: () => meta('epoch'),
		earlierEpochs: async () => JSON.parse((await meta('earlierEpochs')) ?? '[]') as string[]
	};
}

function grouped<Row, Key, Value>(rows: readonly Row[], pair: (row: Row) => [Key, Value]): Map<Key, Value[]> {
	const groups = new Map<Key, Value[]>();
	for (const [key, value] of rows.map(pair)) {
		const group = groups.get(key);
		if (group) group.push(value);
		else groups.set(key, [value]);
	}
	return groups;
}
