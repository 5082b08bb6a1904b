import { sql } from 'kysely';
import { type Instant } from '#lib/domain/fact/ids.ts';
import { type Database } from '../store/database.ts';

/** Applications in work by how their step stands to its limit: it has passed, there is time, none runs. */
export const LIMIT_STATES = ['overdue', 'inTime', 'unlimited'] as const;
type LimitState = (typeof LIMIT_STATES)[number];

export type WorkFigure = { service: string; state: LimitState; count: number };

/** The applications in work of each service, each once although two orgs answer for it. */
export async function workFigures(db: Database, now: Instant): Promise<WorkFigure[]> {
	const state = sql<LimitState>`case when due is null then 'unlimited' when due < ${now} then 'overdue' else 'inTime' end`;
	const each = db
		.selectFrom('running_applications')
		.select(['number', 'service', state.as('state')])
		.distinct()
		.as('each');
	const rows = await db
		.selectFrom(each)
		.select(({ fn }) => ['service', 'state', fn.countAll().as('count')])
		.groupBy(['service', 'state'])
		.execute();
	return rows.map((row) => ({ ...row, count: Number(row.count) }));
}
