import { legalTimeOf } from '#lib/domain/application/legal-time.ts';
import { type PaperKind } from '#lib/domain/application/application.ts';
import { type Fact } from '#lib/domain/fact/fact.ts';
import { touchedApplications } from '#lib/domain/fact/touched.ts';
import { type CheckedPapers, checkedPapers, closedPlaceOf, coverParts } from '#lib/domain/org/day-closing.ts';
import { type Closing, type ClosingKind, coverOf, isCovered } from '#lib/domain/org/day-closing-cover.ts';
import { acceptedBy } from '#lib/domain/org/day-closing-elsewhere.ts';
import { numbersBalance, type NumbersBalance } from '#lib/domain/org/day-closing-numbers.ts';
import { type ClosedPlace, type Flows, recordedFlows } from '#lib/domain/org/day-closing-papers.ts';
import { ALMATY } from '#lib/domain/time/zone.ts';
import { wholePlaces } from '#lib/journal/whole-places.ts';
import { readableFacts } from '#lib/law/law.ts';
import { slotsOfDay, startOf } from './closing-day.ts';
import { type ReadJournal } from './closing-facts.ts';
import { papersOf } from './closing-papers.ts';
import { acceptancesAnnulledBy, allSerials, momentOf, type RecordedClosing } from './closing-read.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { lawHere } from '#lib/device/live/law.svelte.ts';

const STRIDE = 500;

/**
 * An earlier closing as its fact tells it, with the facts that it covers: what its sheet is printed from once more. The sums are
 * the recorded ones; how they came about is told where the facts of today still give the same.
 * @param before the closings of the same kind before it
 * @param here the place of whoever asks: where the fact does not tell its own
 */
export async function readRecorded(
	kind: ClosingKind,
	closing: Closing,
	before: readonly Closing[],
	here: ClosedPlace
): Promise<RecordedClosing> {
	const read: ReadJournal = (work) => desk.journal.read(work);
	const { org } = desk;
	const { law } = lawHere;
	const clock = { zone: ALMATY, corrections: law.corrections };
	const place = closedPlaceOf(closing.role, org, closing.window) ?? here;
	const facts = await factsIn(read, closing);
	const cover = coverOf(facts, before, closing.date, clock);
	const fresh = cover.fresh.map(({ fact }) => fact);
	const annulled = await acceptancesAnnulledBy(read, fresh);
	const own = new Set(closing.covers.map(({ journal }) => journal));
	const inScope = (fact: Fact) => (kind === 'dayClosed' ? fact.org === org : own.has(fact.journal));
	const timeOf = (fact: Fact) => legalTimeOf(fact, clock.corrections);
	const last = before.at(-1);
	// The first closing of all began with its day, whatever lay there before.
	const since = last ? momentOf(last) : startOf(closing.date);
	const knownBefore = (fact: Fact) => (inScope(fact) && last ? isCovered(fact, before) : timeOf(fact) < since);
	const known = (fact: Fact) =>
		knownBefore(fact) || (inScope(fact) ? isCovered(fact, [closing]) : timeOf(fact) < momentOf(closing));
	const touched = [...new Set(facts.flatMap((fact) => touchedApplications(fact)))];
	const papers = await papersOf(read, place, { touched, before: knownBefore, after: known, law }, () => undefined);
	const ofKind = (name: string, { came, went }: { came: Flows; went: Flows }): CheckedPapers => {
		const sum = (key: string) => closing.balance[`${name}/${key}`] ?? 0;
		const flows = { came: recordedFlows(came, sum('came')), went: recordedFlows(went, sum('went')) };
		return checkedPapers({ start: sum('start'), ...flows, left: sum('left') }, last?.balance[`${name}/left`]);
	};
	const balances: Record<PaperKind, CheckedPapers> = {
		packet: ofKind('packets', papers.packet),
		result: ofKind('results', papers.result)
	};
	return {
		earlier: [...before],
		fresh,
		annulled,
		closing: {
			kind,
			place,
			date: closing.date,
			...coverParts(cover),
			covers: [...closing.covers],
			numbers: recordedNumbers(
				closing,
				numbersBalance(fresh, {
					lastSerials: allSerials(before),
					isSent: () => true,
					isOfDay: (fact) => timeOf(fact) >= startOf(closing.date),
					isAcceptance: (id) => annulled.has(id)
				})
			),
			packets: balances.packet,
			results: balances.result,
			slots:
				desk.context?.org.kind === 'center'
					? await slotsOfDay(read, desk.context.org, { law, date: closing.date, now: momentOf(closing) })
					: [],
			parked: closing.open?.parked ?? 0,
			// What was parked elsewhere is in the recorded sum.
			elsewhere: [],
			acceptedBy: acceptedBy(fresh),
			setAside: 0,
			unexplainedAside: 0,
			unexplained: closing.open?.discrepancies ?? 0,
			missing: [...closing.silent],
			before: last ?? null
		}
	};
}

async function factsIn(read: ReadJournal, { covers }: Closing): Promise<Fact[]> {
	const facts: Fact[] = [];
	for (const { journal, from, to } of covers)
		for (let after: number | null = from - 1; after !== null && after < to;) {
			const seq: number = after;
			const page = await read((reader) => wholePlaces(reader, journal, seq, Math.min(STRIDE, to - seq + 1)));
			facts.push(...readableFacts(page.facts.filter((fact) => fact.seq <= to)));
			after = page.next;
		}
	return facts.filter(({ org }) => org === desk.org);
}

/** The counts as they were recorded; what was sent since then was waiting then. */
function recordedNumbers({ balance }: Closing, now: NumbersBalance): NumbersBalance {
	const { issued, earlier, saved, sent, waiting, annulled, reprinted, spoiled, handwritten } = now;
	const counts = { issued, earlier, saved, sent, waiting, annulled, reprinted, spoiled, handwritten };
	for (const key of Object.keys(counts) as (keyof typeof counts)[]) counts[key] = balance[key] ?? counts[key];
	return { ...now, ...counts };
}
