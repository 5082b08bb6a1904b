import {
	type NumbersAccount as SheetNumbers,
	type PapersAccount as SheetPapers
} from '#lib/domain/documents/closing-balances.ts';
import { closingSheet, type ClosingSheetInput, type Explanation } from '#lib/domain/documents/closing-sheet.ts';
import { clockTime, shortMoment } from '#lib/domain/documents/paper-dates.ts';
import { type Bilingual, type PaperModel } from '#lib/domain/documents/paper-model.ts';
import { type PrintRun } from '#lib/domain/documents/print-run.ts';
import { type BodyOf, type Fact, type FactOf } from '#lib/domain/fact/fact.ts';
import { touchedApplications } from '#lib/domain/fact/touched.ts';
import { type PaperNumber } from '#lib/domain/number/paper-number.ts';
import {
	type CheckedPapers,
	type ClosedSlot,
	type ClosingWords,
	type DayClosing
} from '#lib/domain/org/day-closing.ts';
import { minutesLate } from '#lib/domain/org/slot-lateness.ts';
import { type ClosedPlace } from '#lib/domain/org/day-closing-papers.ts';
import { type ParkedElsewhere, parkedKnown } from '#lib/domain/org/day-closing-elsewhere.ts';
import { STAYS } from '#lib/domain/org/tray.ts';
import { ALMATY, localOf } from '#lib/domain/time/zone.ts';
import { type RecordedClosing } from './closing-read.ts';
import { type ClosingHeads } from './closing-heads.ts';
import { signOf } from '#lib/tools/story/story-entries.ts';
import { cameWays, wentWays } from './closing-ways.ts';

/** What the sheet needs besides the closing: names and texts. */
export type ClosingSurroundings = {
	office: Bilingual;
	/** Both languages of a key made at run time. */
	words: (key: string, params?: Record<string, string | number>) => Bilingual;
	staff: (id: string) => string;
	responsible: { role: string; name: string };
	/** When the day or the shift was closed; null while it is not. */
	closedAt: number | null;
	/** What was typed at the closing. */
	said: ClosingWords;
	run: PrintRun;
	heads: ClosingHeads;
	/** The sheet of an earlier closing that did not keep what was open. */
	openUnknown?: boolean;
};

/** The sheet of a closing: its balances, what is open, who explained what, what came late, who is still missing. */
export function closingPaper({ closing, fresh, annulled }: RecordedClosing, around: ClosingSurroundings): PaperModel {
	const { words, staff, responsible } = around;
	const isShift = closing.kind === 'shiftHandedOver';
	const device = deviceName(closing);
	const { place } = closing;
	const { registry } = around.heads;
	return closingSheet({
		of: isShift ? 'shift' : 'day',
		office: around.office,
		place: isShift
			? { window: place.kind === 'window' ? words('frame.window', { n: place.window }) : null, device }
			: null,
		responsible: { role: words(`states.roles.${responsible.role}`), name: responsible.name },
		date: closing.date,
		from: null,
		until: around.closedAt === null ? null : localOf(around.closedAt, ALMATY).minutes,
		numbers: place.kind === 'collection' ? null : numbersOf(closing, fresh, annulled, words),
		papers: [
			papersOf('packet', place, closing.packets),
			...(place.kind === 'window' ? [] : [papersOf('result', place, closing.results)])
		],
		results: place.kind === 'window' ? resultsOf(closing.results) : null,
		acceptedBy: closing.acceptedBy.map(({ actor, count }) => ({ name: staff(actor), count })),
		open: around.openUnknown
			? null
			: {
					parked: parkedKnown(closing.parked, closing.elsewhere),
					elsewhere: closing.elsewhere.map((one) => elsewhereOf(one, words, staff)),
					discrepancies: closing.unexplained
				},
		words: around.said,
		explanations: fresh.flatMap((fact) => explanationOf(fact, around)),
		slots: closing.slots.map((slot) => slotOf(slot, closing.date)),
		late: lateOf(closing, fresh, staff),
		silent: closing.missing.map(({ journal, actor, at }) => ({
			device: signOf(journal),
			person: staff(actor),
			heardAt: localOf(at, ALMATY)
		})),
		covers: closing.covers.map(({ journal, from, to }) => {
			const hash = around.heads.hashes.get(journal) ?? null;
			return { journal, device: signOf(journal), from, to, hash };
		}),
		registry: registry && { device: signOf(registry.journal), seq: registry.seq, hash: registry.hash },
		signers: signersOf(place, responsible, words),
		run: around.run
	});
}

const deviceName = ({ covers }: DayClosing): string =>
	[...new Set(covers.map(({ journal }) => signOf(journal)))].join(', ') || '—';

/** «1-терезе · Сейітова А.Б.: 4 (18:02)». */
function elsewhereOf(
	{ journal, window, actor, at, parked }: ParkedElsewhere,
	words: ClosingSurroundings['words'],
	staff: ClosingSurroundings['staff']
): Bilingual {
	const place = window === null ? { kk: signOf(journal), ru: signOf(journal) } : words('frame.window', { n: window });
	const time = clockTime(localOf(at, ALMATY).minutes);
	const known = (unknown: string) => `${staff(actor)}: ${parked ?? unknown} (${time})`;
	const unknown = words('closing.parkedUnknown');
	return { kk: `${place.kk} · ${known(unknown.kk)}`, ru: `${place.ru} · ${known(unknown.ru)}` };
}

function numbersOf(
	{ numbers }: DayClosing,
	fresh: readonly Fact[],
	acceptances: ReadonlySet<string>,
	words: ClosingSurroundings['words']
): SheetNumbers {
	const [only, more] = numbers.ranges;
	const serial = (value: number) => String(value).padStart(4, '0');
	return {
		range: only && !more ? { first: serial(only.from), last: serial(only.to) } : null,
		issued: numbers.issued,
		earlier: numbers.earlier,
		saved: numbers.saved,
		sent: numbers.sent,
		waiting: numbers.waiting,
		missing: numbers.missing,
		annulled: fresh.flatMap((fact) =>
			fact.type === 'annulled' && fact.subject.kind === 'application' && fact.on.some((id) => acceptances.has(id))
				? [{ number: fact.subject.number.slice(6, 11), reason: words(`application.annulReasons.${fact.body.reason}`) }]
				: []
		),
		reprints: numbers.reprinted,
		spoiled: numbers.spoiled,
		handwritten: numbers.handwritten
	};
}

/** What the sheet before had left is the start; what records that came later changed in it has a line of its own. */
function papersOf(paper: 'packet' | 'result', { kind }: ClosedPlace, balance: CheckedPapers): SheetPapers {
	const { moved } = balance;
	return {
		paper,
		at: kind,
		start: balance.start - moved,
		came: [...cameWays(balance.came), ...(moved > 0 ? [{ way: 'later' as const, count: moved }] : [])],
		went: [...wentWays(balance.went), ...(moved < 0 ? [{ way: 'later' as const, count: -moved }] : [])],
		left: balance.left
	};
}

function resultsOf({ came, went, left }: CheckedPapers): NonNullable<ClosingSheetInput['results']> {
	return {
		came: came.resultsArrived ?? 0,
		handedOut: (went.handedOut ?? 0) + (went.handedOutWithoutReceipt ?? 0),
		left
	};
}

function slotOf(
	{ kind, minutes, madeAt, reason }: ClosedSlot,
	date: DayClosing['date']
): ClosingSheetInput['slots'][number] {
	return {
		kind,
		at: minutes,
		doneAt: madeAt === null ? null : localOf(madeAt, ALMATY).minutes,
		lateMinutes: minutesLate({ minutes, madeAt }, date),
		reason: reason ?? ''
	};
}

function whatKey({ anomaly, way }: BodyOf<'discrepancySettled'>): string {
	if (anomaly === STAYS) return 'setAside.way.stays';
	return anomaly ? `application.anomaly.${anomaly}` : `setAside.way.${way}`;
}

function explanationOf(fact: Fact, around: ClosingSurroundings): Explanation[] {
	const { words, staff } = around;
	if (fact.type === 'clockChecked') return allowedClock(fact, around);
	if (fact.type !== 'discrepancySettled') return [];
	const { subject, body, details } = fact;
	return [
		{
			number: subject.kind === 'application' ? (subject.number as PaperNumber) : null,
			what: words(whatKey(body)),
			text: details?.text ?? '—',
			by: staff(fact.actor)
		}
	];
}

/** A head let the intake go on by a clock that was behind. */
function allowedClock({ body, actor }: FactOf<'clockChecked'>, { words, staff }: ClosingSurroundings): Explanation[] {
	if (!body.allowed) return [];
	const moment = (at: number) => shortMoment(localOf(at, ALMATY));
	const { shown, latest } = body.allowed;
	const text = words('closing.clockAllowed', { time: moment(shown), latest: moment(latest) });
	return [{ number: null, what: words('accept.clockTitle'), text, by: staff(actor) }];
}

/** Late records by day, device and person. */
function lateOf(
	{ late }: DayClosing,
	fresh: readonly Fact[],
	staff: (id: string) => string
): ClosingSheetInput['late'] {
	const byId = new Map(fresh.map((fact) => [fact.id, fact]));
	return late.flatMap(({ date, facts }) => {
		const groups = Map.groupBy(
			facts.flatMap((id) => byId.get(id) ?? []),
			({ journal, actor }) => `${journal} ${actor}`
		);
		return [...groups.values()].map((group) => ({
			forDay: date,
			device: signOf(group[0]!.journal),
			person: staff(group[0]!.actor),
			facts: group.length,
			arrivedAt: localOf(Math.max(...group.map(({ at }) => at)), ALMATY),
			applications: [...new Set(group.flatMap((fact) => touchedApplications(fact)))] as PaperNumber[]
		}));
	});
}

function signersOf(
	{ kind }: ClosedPlace,
	{ role, name }: ClosingSurroundings['responsible'],
	words: ClosingSurroundings['words']
): ClosingSheetInput['signers'] {
	const signer = (key: string, who: string | null = null) => ({ role: words(`states.roles.${key}`), name: who });
	switch (kind) {
		case 'window':
			return [signer(role, name), signer('accumulationInspector'), signer('centerHead')];
		case 'collection':
			return [signer(role, name), signer('centerHead')];
		case 'chancery':
			return [signer(role, name), signer('head')];
		case 'center':
		case 'body':
			return [signer(role, name)];
	}
}
