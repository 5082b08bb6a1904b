import { type ApplicationSummary } from '../application/summary.ts';
import { isOvertaken } from './list-rows.ts';
import { isAwaited, openPapersOf } from './open-papers.ts';
import { type Register } from './register.ts';

type Whereabouts = Pick<ApplicationSummary, 'packetAt' | 'resultAt' | 'body'>;
type Checked = Pick<Register, 'rows' | 'kind' | 'to' | 'arrivedAt'>;

/** The open papers of a register, and those that arrived another way: with a second register, or singly. */
export type RowsLeft = { open: string[]; overtaken: string[] };

/** @param whereaboutsOf whereabouts by a paper's application; undefined: unknown, the paper stays open */
export function rowsLeft(register: Checked, whereaboutsOf: (paper: string) => Whereabouts | undefined): RowsLeft {
	const left: RowsLeft = { open: [], overtaken: [] };
	for (const paper of openPapersOf(register)) {
		const isDone = hasComeAnotherWay(register, whereaboutsOf(paper));
		(isDone ? left.overtaken : left.open).push(paper);
	}
	return left;
}

/** Whether a register still has to be checked: not where all its open papers arrived another way. */
export function isStillAwaited(register: Checked, { open, overtaken }: RowsLeft): boolean {
	if (!isAwaited(register)) return false;
	if (register.arrivedAt === null) return open.length > 0 || overtaken.length === 0;
	return register.rows.some(({ paper, state }) => state === 'carried' && open.includes(paper));
}

function hasComeAnotherWay({ kind, to }: Checked, paper: Whereabouts | undefined): boolean {
	if (!paper || kind === 'collection') return false;
	if (kind === 'return') return isOvertaken('resultsArrive', paper, to);
	// A packet in any office, or back with the applicant, is no longer in transit.
	const isInHands = ['chancery/', 'head/', 'executor/', 'archive/'].some((place) => paper.packetAt.startsWith(place));
	return isInHands || paper.packetAt === 'applicant';
}
