import { type PaperIn, type PaperOut } from '#lib/domain/documents/closing-words.ts';
import { type Flows } from '#lib/domain/org/day-closing-papers.ts';

const IN: Partial<Record<string, PaperIn>> = {
	accepted: 'accepted',
	collected: 'collected',
	arrived: 'arrived',
	resultsArrived: 'arrived',
	drafted: 'prepared',
	signed: 'signed',
	recorded: 'signed',
	reconstructed: 'broughtBack',
	undone: 'annulled',
	total: 'total'
};
const OUT: Partial<Record<string, PaperOut>> = {
	collected: 'collected',
	dispatched: 'dispatched',
	registered: 'toHead',
	returned: 'sentToCenter',
	handedOut: 'handedOut',
	handedOutWithoutReceipt: 'handedOut',
	documentsReturned: 'givenBack',
	redirected: 'redirected',
	recorded: 'filed',
	lost: 'lost',
	undone: 'annulled',
	total: 'total'
};

/** How papers came, in the words of the sheet: the screen has the same lines. */
export const cameWays = (flows: Flows): { way: PaperIn; count: number }[] => summed<PaperIn>(flows, IN, 'other');
/** How papers went. */
export const wentWays = (flows: Flows): { way: PaperOut; count: number }[] => summed<PaperOut>(flows, OUT, 'other');

function summed<Way extends string>(
	flows: Flows,
	ways: Partial<Record<string, Way>>,
	other: Way
): { way: Way; count: number }[] {
	const counts = new Map<Way, number>();
	for (const [type, count] of Object.entries(flows)) {
		const way = ways[type] ?? other;
		counts.set(way, (counts.get(way) ?? 0) + count);
	}
	return [...counts].map(([way, count]) => ({ way, count }));
}
