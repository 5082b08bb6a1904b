import { type Kysely, sql } from 'kysely';
import { type Cell } from '#lib/domain/control/picture.ts';
import { type DueState } from '#lib/domain/control/due-state.ts';
import { AWAY_KEYS } from '#lib/domain/control/control-row.ts';
import type { Tables } from './database.ts';
import { type ProjectedRow } from './journal-store.ts';
import { type NewestBy, type ReportReads } from './report-store.ts';

/** Comes after every character that a key can have. */
const END = '\u{10ffff}';

export function kyselyReportReads(db: Kysely<Tables>): ReportReads {
	const numbersOf = (prefix: string) =>
		db
			.selectFrom('application_keys')
			.select('number')
			.where('key', '>=', prefix)
			.where('key', '<', prefix + END);
	const ofOrg = (org: string) =>
		db
			.selectFrom('applications as a')
			.innerJoin('parties as p', (join) => join.onRef('p.application', '=', 'a.number').on('p.org', '=', org))
			.select(['a.summary']);
	const newest = (org: string, by: NewestBy) => {
		switch (by.kind) {
			case 'keys': {
				const [first = '', ...others] = by.startsWith;
				const numbers = others.reduce((found, prefix) => found.intersect(numbersOf(prefix)), numbersOf(first));
				// The plus keeps the database from walking all applications by time: those that hold the keys are few.
				return ofOrg(org)
					.where('a.number', 'in', numbers)
					.orderBy(sql`+a.accepted_at`, 'desc');
			}
			case 'number':
				return ofOrg(org)
					.where('a.number', '>=', by.startsWith)
					.where('a.number', '<', by.startsWith + END)
					.orderBy('a.number', 'desc');
			case 'acceptedAt':
				return ofOrg(org)
					.where('a.accepted_at', '>=', by.from)
					.where('a.accepted_at', '<=', by.to)
					.orderBy('a.accepted_at', 'desc');
		}
	};
	const running = (org: string) => db.selectFrom('running_applications as r').where('r.org', '=', org);
	return {
		async runningCells(org, { now, todayEnds }) {
			// As `dueStateOf` has it.
			const state = sql<DueState>`case
				when r.due is null then case r.step when 'handedOut' then 'waiting' else 'unlimited' end
				when r.due < ${now} then 'overdue'
				when r.due < ${todayEnds} or r.risk_from <= ${now} then 'risk'
				else 'inTime' end`;
			const rows = await running(org)
				.select(['r.step', 'r.person', 'r.service', 'r.center', state.as('state'), sql<number>`count(*)`.as('count')])
				.groupBy(['r.step', 'r.person', 'r.service', 'r.center', sql`5`])
				.execute();
			return rows.map((row): Cell => ({ ...row, count: Number(row.count) }));
		},
		async urgentSummaries(org, limit) {
			const numbers = running(org).select('r.number').limit(limit);
			const away = await numbers
				.where('r.number', 'in', db.selectFrom('application_keys').select('number').where('key', 'in', AWAY_KEYS))
				.orderBy('r.packet_since')
				.orderBy('r.number')
				.execute();
			const withDue = await numbers
				.where('r.due', 'is not', null)
				.orderBy('r.due')
				.orderBy('r.risk_from')
				.orderBy('r.packet_since')
				.orderBy('r.number')
				.execute();
			const without = await (limit > withDue.length
				? numbers
						.where('r.due', 'is', null)
						.orderBy(sql`case r.step when 'handedOut' then 1 else 0 end`)
						.orderBy('r.packet_since')
						.orderBy('r.number')
						.limit(limit - withDue.length)
						.execute()
				: []);
			const all = [...away, ...withDue, ...without].map(({ number }) => number);
			const found = [...new Set(all)].slice(0, limit);
			const rows =
				found.length === 0
					? []
					: await db.selectFrom('applications').select(['number', 'summary']).where('number', 'in', found).execute();
			const byNumber = new Map(rows.map(({ number, summary }) => [number, summary]));
			return found.flatMap((number) => byNumber.get(number) ?? []);
		},
		async summariesWithKey(key) {
			const rows = await db
				.selectFrom('application_keys as k')
				.innerJoin('applications as a', 'a.number', 'k.number')
				.select('a.summary')
				.where('k.key', '=', key)
				.execute();
			return rows.map(({ summary }) => summary);
		},
		async newestSummaries(org, by, limit) {
			const rows = await newest(org, by).orderBy('a.number').limit(limit).execute();
			return rows.map(({ summary }) => summary);
		}
	};
}

/** The rows of `running_applications` of one application. */
export const runningColumns = ({ number, running = [] }: ProjectedRow): Tables['running_applications'][] =>
	running.map(({ org, step, person, service, center, due, riskFrom, packetSince }) => ({
		number,
		org,
		step,
		person,
		service,
		center,
		due,
		risk_from: riskFrom,
		packet_since: packetSince
	}));
