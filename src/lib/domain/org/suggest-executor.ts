import { type StaffId } from '../fact/ids.ts';

/** An executor as a candidate. */
export type ExecutorCandidate = {
	staff: StaffId;
	/** Services of their area; null where none was given. */
	services: readonly string[] | null;
	absent: boolean;
	/** Open applications without a draft. */
	load: number;
};

/**
 * Reason of an executor's rank:
 * - `ownArea`: the service is in their area; `noArea`: none was given; `otherArea`: theirs is another
 * - `absent`: not at work today
 * - `leastLoad`: the lowest load of the equally suitable
 */
type SuggestionReason = 'ownArea' | 'noArea' | 'otherArea' | 'absent' | 'leastLoad';
export type Suggestion = { staff: StaffId; load: number; reasons: readonly SuggestionReason[] };

type AreaReason = 'ownArea' | 'noArea' | 'otherArea';
const AREA_ORDER: readonly AreaReason[] = ['ownArea', 'noArea', 'otherArea'];

/**
 * Executors for an application, the most suitable first: present before absent, own area before none before another, lower load
 * first. A suggestion only: the head decides. Independent of the order of the candidates.
 * @param regulation id of the application's regulation; null while only its number is known
 */
export function suggestExecutors(regulation: string | null, candidates: readonly ExecutorCandidate[]): Suggestion[] {
	const ranked = candidates
		.map((candidate) => ({ ...candidate, area: areaReason(regulation, candidate) }))
		.sort((a, b) => rank(a) - rank(b) || a.load - b.load || (a.staff < b.staff ? -1 : 1));
	return ranked.map((candidate) => {
		const equals = ranked.filter((other) => rank(other) === rank(candidate));
		const isLeast = equals.length > 1 && equals.every(({ load }) => candidate.load <= load);
		return {
			staff: candidate.staff,
			load: candidate.load,
			reasons: [
				candidate.area,
				...(candidate.absent ? (['absent'] as const) : []),
				...(isLeast ? (['leastLoad'] as const) : [])
			]
		};
	});
}

/**
 * Distributes many applications in their order: each goes to the first suggestion, and counts in the load for the next. Absent
 * executors get none; an application with only absent candidates is not in the answer.
 */
export function shareOut(
	rows: readonly { number: string; regulation: string | null }[],
	candidates: readonly ExecutorCandidate[]
): Map<string, Suggestion> {
	const present = candidates.filter(({ absent }) => !absent).map((candidate) => ({ ...candidate }));
	const shared = new Map<string, Suggestion>();
	for (const { number, regulation } of rows) {
		const first = suggestExecutors(regulation, present)[0];
		if (!first) break;
		shared.set(number, first);
		present.find(({ staff }) => staff === first.staff)!.load += 1;
	}
	return shared;
}

function areaReason(regulation: string | null, { services }: ExecutorCandidate): AreaReason {
	if (services === null || services.length === 0 || regulation === null) return 'noArea';
	return services.includes(regulation) ? 'ownArea' : 'otherArea';
}

const rank = ({ absent, area }: { absent: boolean; area: AreaReason }): number =>
	(absent ? AREA_ORDER.length : 0) + AREA_ORDER.indexOf(area);
