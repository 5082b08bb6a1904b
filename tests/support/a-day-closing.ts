import { type JournalId } from '#lib/domain/fact/ids.ts';
import { checkedPapers, type DayClosing } from '#lib/domain/org/day-closing.ts';
import { plainDate } from '#lib/domain/time/plain-date.ts';
import { CENTER_ORG } from './fact-drafts.ts';

export const EVEN_PAPERS = { start: 4, came: { accepted: 60 }, went: { dispatched: 62 }, left: 2 };

/** A closing of Monday 23.11.2026 at a Center as it was read: it adds up, and nothing is open. */
export const aDayClosing = (more: Partial<DayClosing> = {}): DayClosing => ({
	kind: 'dayClosed',
	place: { kind: 'center', org: CENTER_ORG },
	date: plainDate('2026-11-23'),
	covers: [{ journal: 'J' as JournalId, from: 1, to: 9 }],
	records: 9,
	late: [],
	numbers: {
		issued: 61,
		earlier: 0,
		saved: 61,
		sent: 58,
		waiting: 3,
		annulled: 1,
		reprinted: 2,
		spoiled: 0,
		handwritten: 0,
		lastSerials: { 7: 61 },
		ranges: [{ device: 7, from: 1, to: 61 }],
		missing: []
	},
	packets: checkedPapers(EVEN_PAPERS, 4),
	results: checkedPapers({ start: 0, came: {}, went: {}, left: 0 }, undefined),
	slots: [],
	parked: 0,
	elsewhere: [],
	acceptedBy: [],
	setAside: 0,
	unexplainedAside: 0,
	unexplained: 0,
	missing: [],
	before: null,
	...more
});
