import { sql, type Transaction } from 'kysely';
import { type FactId, type OrgId } from '#lib/domain/fact/ids.ts';
import { storedFeeds } from '#lib/domain/fact/traits.ts';
import { inParts, insertRows } from './bulk.ts';
import { type Counter, countWrites, saveMeta } from './counted-writes.ts';
import type { Database, Tables } from './database.ts';
import { transact } from './transact.ts';
import { type JournalStore, type JournalTransaction } from './journal-store.ts';
import { kyselyReads } from './kysely-reads.ts';
import { runningColumns } from './kysely-report-reads.ts';
import { saveRegisteredRows } from './kysely-registered-rows.ts';
import { tellOthers } from './news.ts';
import { saidBy } from './said-by.ts';
import { sessionRowOf } from './session-rows.ts';

/** `self`: which process this is, for the others. `lost`: the database lacks something that this process has committed. */
type Among = { self?: string; lost?: () => void };

/** The journal store on Kysely. Closing it closes the database. */
export function createKyselyJournalStore(db: Database, { self = '', lost }: Among = {}): JournalStore {
	const writes = countWrites(lost);
	return {
		...kyselyReads(db),
		write: async (work) => {
			const { result, counter } = await transact(db, async (tx) => {
				const counter = await writes.open(tx);
				const woken = new Set<OrgId>();
				const result = await work(kyselyTransaction(tx, db, counter, woken));
				await counter.save();
				if (woken.size > 0) await tellOthers(tx, self, { what: 'facts', orgs: woken });
				return { result, counter };
			});
			writes.committed(counter);
			return result;
		},
		close: () => db.destroy()
	};
}

function kyselyTransaction(
	tx: Transaction<Tables>,
	dialect: object,
	counter: Counter,
	woken: Set<OrgId>
): JournalTransaction {
	const reads = kyselyReads(tx);
	const numbers = new Map<FactId, number>();
	const insert = <Table extends keyof Tables & string>(
		table: Table,
		rows: readonly Tables[Table][],
		conflict?: Parameters<typeof insertRows<Table>>[4]
	) => insertRows(tx, dialect, table, rows, conflict);
	const learnNumbers = async (ids: readonly FactId[]): Promise<void> => {
		const unknown = [...new Set(ids)].filter((id) => !numbers.has(id));
		const rows = await inParts(unknown, (part) =>
			tx.selectFrom('facts').select(['id', 'nr']).where('id', 'in', part).execute()
		);
		for (const { id, nr } of rows) numbers.set(id as FactId, nr);
	};
	return {
		...reads,
		foreignWrites: counter.foreign,
		lockStreams: (orgs) => reads.streamHeads(orgs),
		saveJournals: (states) =>
			insert(
				'journals',
				states.map(({ journal, device, org, held, heldHash, highest, signed }) => ({
					journal,
					device,
					org,
					held,
					held_hash: heldHash,
					highest,
					signed: signed?.seq ?? 0,
					signed_hash: signed?.hash ?? '',
					signature: signed?.signature ?? ''
				})),
				{ columns: ['journal'], then: 'replace' }
			),
		async addEntries(entries) {
			for (const _ of entries) counter.next();
			const apart = Map.groupBy(
				entries.filter(({ text }) => text !== null),
				({ stray }) => stray === true
			);
			for (const [stray, list] of apart)
				await insert(
					'entries',
					list.map(({ journal, seq, hash, factId, text }) => {
						return { journal, seq, in_chain: stray ? 0 : 1, hash, fact_id: factId, text: text! };
					}),
					// One that was held without its place may get it now.
					{ columns: ['journal', 'seq', 'hash'], then: stray ? 'keep' : 'replace' }
				);
		},
		async placeStrays(strays) {
			for (const { journal, seq, hash, isHome } of strays) {
				counter.next();
				await tx
					.updateTable(isHome ? 'facts' : 'entries')
					.set({ in_chain: 1 })
					.where('journal', '=', journal as string)
					.where('in_chain', '=', sql.lit(0))
					.where('seq', '=', seq)
					.where('hash', '=', hash)
					.execute();
			}
		},
		async addFacts(facts) {
			for (const { id } of facts) numbers.set(id, counter.next(id));
			const nrOf = (id: FactId): number => numbers.get(id)!;
			await insert(
				'facts',
				facts.map((fact) => ({
					nr: nrOf(fact.id),
					id: fact.id,
					journal: fact.journal,
					seq: fact.seq,
					in_chain: fact.stray ? 0 : 1,
					hash: fact.hash,
					text: fact.text,
					type: fact.type,
					applications: JSON.stringify(fact.applications),
					device: fact.device,
					received_at: fact.receivedAt,
					lacks_personal: fact.lacksPersonal ? 1 : 0
				}))
			);
			await insert(
				'law_facts',
				facts.filter((fact) => storedFeeds(fact, 'law')).map(({ id }) => ({ nr: nrOf(id) }))
			);
			await insert(
				'staffing_facts',
				facts.filter((fact) => storedFeeds(fact, 'staffing')).map((fact) => ({ org: saidBy(fact), nr: nrOf(fact.id) }))
			);
			await insert(
				'session_facts',
				facts.flatMap((fact) => {
					const row = sessionRowOf(fact);
					return row ? [{ nr: nrOf(fact.id), ...row }] : [];
				})
			);
			await insert(
				'fact_applications',
				facts.flatMap(({ id, applications }) => applications.map((application) => ({ application, nr: nrOf(id) })))
			);
			await insert(
				'fact_personal',
				facts.flatMap(({ id, personal }) =>
					personal ? [{ nr: nrOf(id), salt: personal.salt, text: personal.text }] : []
				)
			);
		},
		async addPersonal(parts) {
			await learnNumbers(parts.map(({ id }) => id));
			await insert(
				'fact_personal',
				parts.map(({ id, personal }) => ({ nr: numbers.get(id)!, salt: personal.salt, text: personal.text }))
			);
			await inParts(
				parts.map(({ id }) => numbers.get(id)!),
				(part) => tx.updateTable('facts').set({ lacks_personal: 0 }).where('nr', 'in', part).execute()
			);
		},
		saveParties: (rows) =>
			insert(
				'parties',
				rows.map(({ application, org, center, bodyAt, leftAt }) => ({
					application,
					org,
					center: center ? 1 : 0,
					body_at: bodyAt,
					left_at: leftAt
				})),
				{ columns: ['application', 'org'], then: 'replace' }
			),
		async removeParties(rows) {
			for (const { application, org } of rows)
				await tx
					.deleteFrom('parties')
					.where('application', '=', application)
					.where('org', '=', org as string)
					.execute();
		},
		async appendToStreams(entries, heads) {
			await learnNumbers(entries.map(({ factId }) => factId));
			await insert(
				'stream_entries',
				entries.map(({ org, position, hash, factId }) => ({ org, position, hash, nr: numbers.get(factId)! }))
			);
			await insert(
				'stream_heads',
				heads.map(({ org, position, hash }) => ({ org, position, hash })),
				{ columns: ['org'], then: 'replace' }
			);
			for (const { org } of heads) woken.add(org);
		},
		async saveApplications(rows) {
			await insert(
				'applications',
				rows.map(({ number, summary, acceptedAt = 0 }) => ({ number, summary, accepted_at: acceptedAt })),
				{ columns: ['number'], then: 'replace' }
			);
			const numbers = rows.map(({ number }) => number);
			for (const table of ['application_keys', 'running_applications'] as const)
				await inParts(numbers, (part) => tx.deleteFrom(table).where('number', 'in', part).execute());
			await insert(
				'application_keys',
				rows.flatMap(({ number, keys }) => [...new Set(keys)].map((key) => ({ key, number })))
			);
			await insert('running_applications', rows.flatMap(runningColumns));
		},
		async addQuarantined(items) {
			for (const _ of items) counter.next();
			const owned = items.filter(({ cause }) => cause !== 'journal').map(({ hash }) => hash);
			await inParts(owned, (part) =>
				tx.deleteFrom('quarantine').where('hash', 'in', part).where('cause', '=', 'journal').execute()
			);
			await insert(
				'quarantine',
				items.map((item) => ({
					hash: item.hash,
					journal: item.journal,
					seq: item.seq,
					text: item.text,
					salt: item.personal?.salt ?? null,
					personal: item.personal?.text ?? null,
					cause: item.cause,
					state: item.state,
					device: item.device,
					at: item.at,
					ended_at: item.endedAt
				})),
				{ columns: ['hash'], then: 'keep' }
			);
		},
		async fillQuarantined(items) {
			for (const { hash, journal, seq, text, personal } of items) {
				const place = tx.updateTable('entries').set({ text }).where('journal', '=', journal).where('seq', '=', seq);
				await place.where('hash', '=', hash).where('text', '=', '').execute();
				await tx
					.updateTable('quarantine')
					.set({ text, salt: personal?.salt ?? null, personal: personal?.text ?? null })
					.where('hash', '=', hash)
					.where('text', '=', '')
					.execute();
			}
		},
		async endQuarantine(hashes, state, at) {
			await inParts(hashes, (part) =>
				tx
					.updateTable('quarantine')
					.set({ state, ended_at: at })
					.where('hash', 'in', part)
					.where('state', '=', 'open')
					.execute()
			);
		},
		async saveProjectionVersion(version) {
			await saveMeta(tx, 'projection', version);
		},
		async saveProjectedThrough(nr) {
			await saveMeta(tx, 'projected', String(nr));
		},
		async saveLawRefold(refold) {
			await saveMeta(tx, 'lawRefold', JSON.stringify(refold));
		},
		async addRegistryFacts(ids) {
			await learnNumbers(ids);
			await insert(
				'registry_facts',
				ids.map((id) => ({ nr: numbers.get(id)! }))
			);
		},
		async saveServerJournal(journal) {
			await saveMeta(tx, 'serverJournal', journal);
		},
		saveRegistered: (changed) => saveRegisteredRows(tx, changed),
		saveFlags: (rows) =>
			insert(
				'flags',
				rows.map(({ fact, reason, actor, nth, stands, heard }) => ({
					...{ fact, reason, actor, nth },
					...{ stands: stands ? 1 : 0, heard: heard ? 1 : 0 }
				})),
				{ columns: ['fact', 'reason'], then: 'replace' }
			),
		async saveJudging(judging) {
			await saveMeta(tx, 'judging', JSON.stringify(judging));
		},
		async saveEpoch(epoch) {
			const before = await reads.epoch();
			if (before !== undefined && before !== epoch)
				await saveMeta(tx, 'earlierEpochs', JSON.stringify([...(await reads.earlierEpochs()), before]));
			await saveMeta(tx, 'epoch', epoch);
		}
	};
}
