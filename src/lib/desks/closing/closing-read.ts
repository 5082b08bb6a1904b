import { oddKey } from '#lib/domain/application/summary.ts';
import { legalTimeOf } from '#lib/domain/application/legal-time.ts';
import { type Fact } from '#lib/domain/fact/fact.ts';
import { type FactId, type JournalId } from '#lib/domain/fact/ids.ts';
import { touchedApplications } from '#lib/domain/fact/touched.ts';
import { typesThatFeed } from '#lib/domain/fact/traits.ts';
import { settlerOf } from '#lib/domain/control/settler.ts';
import { checkedPapers, coverParts, type DayClosing, lastSerialsOf } from '#lib/domain/org/day-closing.ts';
import {
	type Closing,
	type ClosingKind,
	closingsOf,
	coverOf,
	isCovered,
	stillMissing
} from '#lib/domain/org/day-closing-cover.ts';
import { type ClosingMark } from '#lib/domain/org/day-closing-mark.ts';
import { acceptedBy, parkedElsewhere } from '#lib/domain/org/day-closing-elsewhere.ts';
import { numbersBalance } from '#lib/domain/org/day-closing-numbers.ts';
import { type ClosedPlace } from '#lib/domain/org/day-closing-papers.ts';
import { type PlainDate } from '#lib/domain/time/plain-date.ts';
import { ALMATY } from '#lib/domain/time/zone.ts';
import { readableFacts } from '#lib/law/law.ts';
import { parkedDrafts } from '#lib/tools/parked-drafts/parked-drafts.ts';
import { findApplications } from '#lib/device/session/acts.ts';
import { endOf, slotsOfDay, startOf, trayOf } from './closing-day.ts';
import { journalsOf, openFactsOf, type ReadJournal } from './closing-facts.ts';
import { papersOf } from './closing-papers.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { lawHere } from '#lib/device/live/law.svelte.ts';

/** A closing as it stands now, with the facts that it covers and those before it. */
export type ReadClosing = RecordedClosing & { mark: ClosingMark };

/** What a sheet is printed from. */
export type RecordedClosing = {
	closing: DayClosing;
	fresh: Fact[];
	earlier: Closing[];
	/** Ids of acceptances that were annulled. */
	annulled: ReadonlySet<FactId>;
};

const PAGE = 500;

/**
 * Reads what a closing of a day would cover and balance now. Only what no earlier closing has seen is read, journal by journal.
 * @param onProgress 0…1
 */
export async function readClosing(
	kind: ClosingKind,
	place: ClosedPlace,
	date: PlainDate,
	now: number,
	onProgress: (share: number) => void
): Promise<ReadClosing> {
	const read: ReadJournal = (work) => desk.journal.read(work);
	const { org } = desk;
	const { law } = lawHere;
	const clock = { zone: ALMATY, corrections: law.corrections };
	const { head, sealed, sync } = await desk.journal.state();
	const own: JournalId[] = [head.journal, ...sealed.map(({ journal }) => journal)];
	const closed = readableFacts(await read((reader) => reader.ofTypes(typesThatFeed('closing'))));
	const scope = kind === 'dayClosed' ? { org } : { org, journals: own };
	const earlier = closingsOf(closed, kind, scope, clock);
	const last = earlier.at(-1) ?? null;

	const known = kind === 'dayClosed' ? await read((reader) => reader.journals()) : own;
	const journals = kind === 'dayClosed' ? await journalsOf(read, org, own, known) : own;
	const opened = [];
	for (const journal of journals) opened.push(await openFactsOf(read, journal, org, { earlier, law }));
	const facts = opened.flatMap((journal) => journal.facts);
	const cover = coverOf(facts, earlier, date, clock);
	const fresh = cover.fresh.map(({ fact }) => fact);

	// A closing that is the first begins with its day: what lay there before is what it finds.
	const since = last ? momentOf(last) : startOf(date);
	const until = momentOf({ at: now, date });
	const freshIds = new Set(fresh.map(({ id }) => id));
	const inScope = (fact: Fact) => (kind === 'dayClosed' ? fact.org === org : own.includes(fact.journal));
	const timeOf = (fact: Fact) => legalTimeOf(fact, clock.corrections);
	const before = (fact: Fact) => (inScope(fact) && last ? isCovered(fact, earlier) : timeOf(fact) < since);
	const after = (fact: Fact) => before(fact) || (inScope(fact) ? freshIds.has(fact.id) : timeOf(fact) < until);
	const papers = await papersOf(
		read,
		place,
		{ touched: await touchedSince(read, facts, since), before, after, law },
		onProgress
	);
	const [slots, tray, parked, acceptances, unexplained] = await Promise.all([
		desk.context?.org.kind === 'center' ? slotsOfDay(read, desk.context.org, { law, date, now }) : [],
		trayOf(read, org, law),
		read((reader) => parkedDrafts(reader)),
		acceptancesAnnulledBy(read, fresh),
		kind === 'dayClosed' ? countUnexplained(read) : 0
	]);
	return {
		mark: { known, read: opened.map(({ until }) => until), closings: closed.map(({ id }) => id) },
		earlier,
		fresh,
		annulled: acceptances,
		closing: {
			kind,
			place,
			date,
			...coverParts(cover),
			numbers: numbersBalance(fresh, {
				lastSerials: allSerials(earlier),
				isSent: ({ journal, seq }) => journal !== head.journal || seq <= sync.ackedSeq,
				isOfDay: (fact) => timeOf(fact) >= startOf(date),
				isAcceptance: (id) => acceptances.has(id)
			}),
			packets: checkedPapers(papers.packet, last?.balance['packets/left']),
			results: checkedPapers(papers.result, last?.balance['results/left']),
			slots,
			parked: parked.length,
			elsewhere:
				kind === 'dayClosed'
					? parkedElsewhere(
							closingsOf(closed, 'shiftHandedOver', { org }, clock),
							opened.flatMap(({ seen }) => seen ?? []),
							{ own, date, since: startOf(date) }
						)
					: [],
			acceptedBy: acceptedBy(fresh),
			setAside: tray.waiting,
			unexplainedAside: tray.unexplained,
			unexplained: unexplained + (kind === 'dayClosed' ? tray.unexplained : 0),
			missing:
				kind === 'dayClosed'
					? stillMissing(
							opened.flatMap(({ seen }) => seen ?? []),
							startOf(date)
						)
					: [],
			before: last
		}
	};
}

/** Until when a closing knew what others wrote: its own moment, or the end of its day where it came later. */
export const momentOf = ({ at, date }: Pick<Closing, 'at' | 'date'>): number => Math.min(at, endOf(date));

/** Applications of which something was recorded: by the open facts, or by anybody since a moment. */
async function touchedSince(read: ReadJournal, facts: readonly Fact[], since: number): Promise<string[]> {
	const touched = new Set(facts.flatMap((fact) => touchedApplications(fact)));
	for (let offset = 0; ; offset += PAGE) {
		const rows = await read((reader) =>
			reader.queryApplications({ index: 'touchedAt', from: since, limit: PAGE, offset })
		);
		for (const { number } of rows) touched.add(number);
		if (rows.length < PAGE) return [...touched].sort();
	}
}

/** The last serials that any of these closings recorded. */
export const allSerials = (earlier: readonly Closing[]): Record<number, number> => {
	const serials: Record<number, number> = {};
	for (const { balance } of earlier)
		for (const [device, serial] of Object.entries(lastSerialsOf(balance)))
			serials[Number(device)] = Math.max(serials[Number(device)] ?? 0, serial);
	return serials;
};

/** Which of the facts that annulments name are acceptances. */
export async function acceptancesAnnulledBy(read: ReadJournal, facts: readonly Fact[]): Promise<Set<FactId>> {
	const named = facts.flatMap(({ type, on }) => (type === 'annulled' ? on : []));
	const targets = await read((reader) => reader.byIds(named));
	return new Set(targets.filter(({ type }) => type === 'accepted').map(({ id }) => id));
}

/** What does not add up at this org and has no explanation yet, whoever has to give it. */
async function countUnexplained(read: ReadJournal): Promise<number> {
	const rows = await read((reader) =>
		reader.queryApplications({ index: 'keys', startsWith: oddKey(desk.org), limit: PAGE })
	);
	let count = 0;
	for (let at = 0; at < rows.length; at += 25) {
		const applications = await findApplications(rows.slice(at, at + 25).map(({ number }) => number));
		for (const application of applications.values())
			for (const anomaly of application.anomalies)
				if (!anomaly.settled && settlerOf(anomaly, application).org === desk.org) count += 1;
	}
	return count;
}
