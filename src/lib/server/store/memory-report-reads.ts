import { type DueState } from '#lib/domain/control/due-state.ts';
import { type Cell } from '#lib/domain/control/picture.ts';
import { AWAY_KEYS } from '#lib/domain/control/control-row.ts';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import { type ProjectedRow } from './journal-store.ts';
import { type MemoryState } from './memory-state.ts';
import { type NewestBy, type ReportReads, type RunningRow } from './report-store.ts';

/** Reports of the memory store; `at` is asked each time, for a restore swaps the whole state. */
export function memoryReportReads(at: () => Pick<MemoryState, 'applications' | 'parties'>): ReportReads {
	const rows = () => [...at().applications.values()];
	const running = (org: OrgId) =>
		rows().flatMap(({ number, summary, keys, running: own = [] }) =>
			own.flatMap((row) => (row.org === org ? [{ ...row, number, summary, isAway: isAway(keys) }] : []))
		);
	return {
		runningCells: async (org, clock) => {
			const cells = new Map<string, Cell>();
			for (const row of running(org)) {
				const { step, person, service, center } = row;
				const cell = { step, person, service, center, state: stateOf(row, clock), count: 0 };
				const key = JSON.stringify(cell);
				const known = cells.get(key) ?? cell;
				known.count += 1;
				cells.set(key, known);
			}
			return [...cells.values()];
		},
		urgentSummaries: async (org, limit) =>
			running(org)
				.sort(byUrgency)
				.slice(0, limit)
				.map(({ summary }) => summary),
		summariesWithKey: async (key) => rows().flatMap(({ keys, summary }) => (keys.includes(key) ? [summary] : [])),
		newestSummaries: async (org, by, limit) =>
			rows()
				.filter((row) => at().parties.get(row.number)?.has(org) && fits(row, by))
				.sort((a, b) => (by.kind === 'number' ? compare(b.number, a.number) : byAge(a, b)))
				.slice(0, limit)
				.map(({ summary }) => summary)
	};
}

/** As `dueStateOf` has it. */
function stateOf(
	{ step, due, riskFrom }: RunningRow,
	{ now, todayEnds }: { now: number; todayEnds: number }
): DueState {
	if (due === null) return step === 'handedOut' ? 'waiting' : 'unlimited';
	if (due < now) return 'overdue';
	return due < todayEnds || (riskFrom !== null && riskFrom <= now) ? 'risk' : 'inTime';
}

function fits({ number, keys, acceptedAt = 0 }: ProjectedRow, by: NewestBy): boolean {
	switch (by.kind) {
		case 'keys':
			return by.startsWith.every((prefix) => keys.some((key) => key.startsWith(prefix)));
		case 'number':
			return number.startsWith(by.startsWith);
		case 'acceptedAt':
			return by.from <= acceptedAt && acceptedAt <= by.to;
	}
}

const isAway = (keys: readonly string[]): boolean => keys.some((key) => AWAY_KEYS.includes(key));

type Urgent = RunningRow & { number: string; isAway: boolean };

function byUrgency(a: Urgent, b: Urgent): number {
	const rank = ({ step, due, riskFrom, packetSince, isAway }: Urgent): number[] => {
		if (isAway) return [0, packetSince, 0, 0];
		return due === null ? [2, step === 'handedOut' ? 1 : 0, 0, packetSince] : [1, due, riskFrom ?? -1, packetSince];
	};
	const others = rank(b);
	const first = rank(a).flatMap((value, place) => value - others[place]! || []);
	return first[0] ?? compare(a.number, b.number);
}

const byAge = (a: ProjectedRow, b: ProjectedRow): number =>
	(b.acceptedAt ?? 0) - (a.acceptedAt ?? 0) || compare(a.number, b.number);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
