import { type ClockCorrection } from '../application/application.ts';
import { compareByTime, legalTimeOf } from '../application/legal-time.ts';
import { type BodyOf, type Envelope, type Fact } from '../fact/fact.ts';
import { type FactId, type Instant, type JournalId, type OrgId, type Role, type StaffId } from '../fact/ids.ts';
import { feeds, type FeedType } from '../fact/traits.ts';
import { type PlainDate } from '../time/plain-date.ts';
import { localOf, type Zone } from '../time/zone.ts';
import { counting } from '../verdict/flags.ts';

export type SeqRange = BodyOf<'dayClosed'>['covers'][number];

/** What is closed: a day of a place, or a shift. */
export type ClosingKind = FeedType<'closing'>;

/** An earlier closing. */
export type Closing = {
	fact: FactId;
	/** Journal of the closing device. */
	journal: JournalId;
	date: PlainDate;
	at: Instant;
	by: StaffId;
	covers: readonly SeqRange[];
	balance: Readonly<Record<string, number>>;
	/** Text typed at it; empty where none was, or where the personal part is missing. */
	words: { text: string; keptAt: string };
	/** What was still open; null in older facts. */
	open: BodyOf<'dayClosed'>['open'] | null;
	/** Devices without contact. */
	silent: readonly JournalSeen[];
	/** Role and window of the person closing. */
	role: Role;
	window: string | null;
};

/** A fact at its place, with the day it belongs to by its legal time. */
type DatedFact<F = Fact> = { fact: F; at: Instant; date: PlainDate };

type Dated = Pick<Envelope, 'at' | 'occurredAt' | 'clock' | 'journal' | 'seq'>;
/** The clock that assigns facts to days. */
export type Clock = { zone: Zone; corrections?: readonly ClockCorrection[] };

/** Assigns facts to days, in order of legal time. */
export function datedFacts<F extends Dated>(facts: readonly F[], { zone, corrections }: Clock): DatedFact<F>[] {
	return facts
		.map((fact) => ({ fact, at: legalTimeOf(fact, corrections), journal: fact.journal, seq: fact.seq }))
		.sort(compareByTime)
		.map(({ fact, at }) => ({ fact, at, date: localOf(at, zone).date }));
}

/**
 * The closings of one kind by an org that count, the earliest first; of shifts only those of the given journals.
 * @param facts with the verdicts about them
 */
export function closingsOf(
	facts: readonly Fact[],
	kind: ClosingKind,
	scope: { org: OrgId; journals?: readonly JournalId[] },
	clock: Clock
): Closing[] {
	const mine = counting(facts).filter(
		(fact) => fact.type === kind && fact.org === scope.org && (scope.journals?.includes(fact.journal) ?? true)
	);
	const unique = [...new Map(mine.map((fact) => [fact.id, fact])).values()];
	return datedFacts(unique, clock).flatMap(({ fact, at, date }): Closing[] => {
		if (fact.type !== 'dayClosed' && fact.type !== 'shiftHandedOver') return [];
		const { covers, balance, open = null, silent = [] } = fact.body;
		return [
			{
				fact: fact.id,
				journal: fact.journal,
				date: (fact.body.date as PlainDate | undefined) ?? date,
				at,
				by: fact.actor,
				covers,
				balance: balance ?? {},
				role: fact.role,
				window: fact.window ?? null,
				open,
				silent: silent.map((seen) => ({ ...seen, window: null })),
				words: { text: fact.details?.text ?? '', keptAt: fact.details?.keptAt ?? '' }
			}
		];
	});
}

/** Whether one of these closings covers a place. */
export function isCovered(
	{ journal, seq }: Pick<Envelope, 'journal' | 'seq'>,
	closings: readonly Pick<Closing, 'covers'>[]
): boolean {
	return closings.some(({ covers }) =>
		covers.some((range) => range.journal === journal && range.from <= seq && seq <= range.to)
	);
}

export type Cover<F = Fact> = {
	/** The covered places: complete ranges, none covered earlier, none missing here. */
	covers: SeqRange[];
	/** The facts at these places, in the order of their legal time. */
	fresh: DatedFact<F>[];
	/** Those of days closed before they arrived: listed on this sheet only. */
	late: { date: PlainDate; facts: DatedFact<F>[] }[];
	/** Facts of later days, which stay open. */
	rest: DatedFact<F>[];
};

/** A closing itself is no work of the day: the next one covers it, and it is never listed as late. */
const isWork = (type: string) => !feeds({ type, body: {} }, 'closing');

/**
 * What a closing of a day covers: all of the scope that no earlier closing covers and that belongs to this day or an earlier one.
 *
 * @param facts of the scope: an org's for its day, a journal's for a shift; repeats allowed
 */
export function coverOf<F extends Dated & Pick<Envelope, 'id' | 'type'>>(
	facts: readonly F[],
	earlier: readonly Closing[],
	date: PlainDate,
	clock: Clock
): Cover<F> {
	const unique = [...new Map(facts.map((fact) => [fact.id, fact])).values()];
	const open = datedFacts(
		unique.filter((fact) => !isCovered(fact, earlier)),
		clock
	);
	const rest = open.filter((item) => item.date > date);
	// Two copies of a store may have written one place: it is open while one of the two facts is.
	const openPlaces = new Set(rest.map(({ fact }) => placeOf(fact)));
	const fresh = open.filter((item) => item.date <= date && !openPlaces.has(placeOf(item.fact)));
	const closedUntil = earlier.reduce((latest, closing) => (closing.date > latest ? closing.date : latest), '');
	const late = new Map<PlainDate, DatedFact<F>[]>();
	for (const item of fresh)
		if (item.date <= closedUntil && isWork(item.fact.type)) late.set(item.date, [...(late.get(item.date) ?? []), item]);
	return {
		covers: runsOf(fresh.map(({ fact }) => fact)),
		fresh,
		late: [...late].map(([day, items]) => ({ date: day, facts: items })).sort((a, b) => (a.date < b.date ? -1 : 1)),
		rest: open.filter((item) => openPlaces.has(placeOf(item.fact)))
	};
}

type Place = Pick<Envelope, 'journal' | 'seq'>;
const placeOf = ({ journal, seq }: Place): string => `${journal}:${seq}`;

/** Consecutive places as ranges: by journal, then by place. */
function runsOf(places: readonly Place[]): SeqRange[] {
	const sorted = [...places].sort((a, b) => (a.journal === b.journal ? a.seq - b.seq : a.journal < b.journal ? -1 : 1));
	const runs: SeqRange[] = [];
	for (const { journal, seq } of sorted) {
		const last = runs.at(-1);
		if (last?.journal === journal && seq <= last.to + 1) last.to = seq;
		else runs.push({ journal, from: seq, to: seq });
	}
	return runs;
}

/** The last known fact of a device's journal. */
export type JournalSeen = { journal: JournalId; at: Instant; seq: number; actor: StaffId; window: string | null };

/** A journal silent for so long belongs to a device out of use. */
const FORGOTTEN_MS = 14 * 86_400_000;

/** Devices that may still have records of a day: recently in use, and silent since `since`. */
export function stillMissing(seen: readonly JournalSeen[], since: Instant): JournalSeen[] {
	return seen.filter(({ at }) => at < since && since - at < FORGOTTEN_MS).sort((a, b) => a.at - b.at);
}
