import { type Application } from '#lib/domain/application/application.ts';
import { type DecideContext } from '#lib/domain/application/context.ts';
import { type Command, decide } from '#lib/domain/application/decide.ts';
import { decideIntake } from '#lib/domain/application/decide-intake.ts';
import { allow, type Verdict } from '#lib/domain/application/refusal.ts';
import { type FactDraft } from '#lib/domain/fact/fact.ts';
import { type OrgId, type Role, type StaffId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import {
	applicationNumberOf,
	type ApplicationNumber,
	type PaperNumber,
	type ResultNumber,
	resultNumberOf
} from '#lib/domain/number/paper-number.ts';
import { decideList, type ListCommand } from '#lib/domain/register/decide-list.ts';
import { findOrganisation } from '#lib/domain/org/directory.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { type Regulation } from '#lib/domain/regulation/regulation.ts';
import { routeOf, type RouteStep, type StepFact } from '#lib/domain/regulation/route.ts';
import { addDays } from '#lib/domain/time/plain-date.ts';
import { isWorkingDay } from '#lib/domain/time/calendar.ts';
import { ALMATY, instantOf, localOf } from '#lib/domain/time/zone.ts';
import { applicationOf } from '#lib/law/law.ts';
import { DEMO_APPLICATIONS, type DemoApplication } from './demo-applications.ts';
import { demoCheck, demoLetter } from './demo-check.ts';
import { type DemoDevice, demoJournal, type DemoJournal, type DemoSource } from './demo-journal.ts';
import { demoForm } from './demo-person.ts';

type Written = Record<'center' | 'body', readonly StoredFact[]>;
type DemoDays = {
	devices: { center: DemoDevice; body: DemoDevice };
	source: DemoSource;
	now: number;
	law: Law;
	/** What was applied for; the demonstration's own, where nothing else is given. */
	plans?: readonly DemoApplication[];
};

/** When a step is done on a day, in minutes after midnight: registers in before new work, lists when it is done. */
const TIMES: readonly (readonly [StepFact, number])[] = [
	['resultsArrived', 570],
	['arrived', 585],
	['registered', 600],
	['assigned', 630],
	['accepted', 660],
	['collected', 745],
	['handedOut', 870],
	['drafted', 900],
	['signed', 945],
	['recorded', 970],
	['returned', 990],
	['dispatched', 1000]
];
/** Working days that a step waits for its turn. */
const WAITS: Partial<Record<StepFact, number>> = { drafted: 2, handedOut: 1 };
const MOST_DAYS = 40;
const MINUTE_MS = 60_000;
const COURIER = 'Әлімов Бақыт';

const STAFF: Record<Exclude<RouteStep['unit'], 'executor'>, StaffId> = {
	centerInspector: 'staff-101' as StaffId,
	accumulationInspector: 'staff-103' as StaffId,
	chancery: 'staff-201' as StaffId,
	head: 'staff-202' as StaffId
};
const PETRENKO = 'staff-203' as StaffId;
/** The inspector of the window confirms a collection. */
const BY_PIN = { actor: STAFF.centerInspector, role: 'centerInspector', by: 'pin' } as const;
/** Lists carry many papers in one fact; all other steps are acts on one application. */
const LISTS: readonly StepFact[] = ['collected', 'dispatched', 'arrived', 'returned', 'resultsArrived'];

type Going = {
	readonly plan: DemoApplication;
	/** Which of the plans it is: what is made up of the person follows from it. */
	readonly place: number;
	readonly law: Regulation;
	readonly route: readonly RouteStep[];
	number: ApplicationNumber | null;
	/** How many steps of the route are done. */
	done: number;
	/** The day, counted from the first one played, on which the next step is due. */
	readyDay: number;
	register: string | null;
	over: boolean;
};

/**
 * Plays the working days before `now` with the program's own rules: every fact is one that its person could have recorded then, and
 * nothing lies in the future. Gives what both devices wrote, and nothing but that.
 */
export function playDays({ devices, source, now, law, plans = DEMO_APPLICATIONS }: DemoDays): Written {
	const journals = { center: demoJournal(devices.center, source), body: demoJournal(devices.body, source) };
	const play = new Play(journals, source, law);
	const days = workingDaysBefore(now, law);
	const going = plans.map((plan, place) => begin(plan, place, days.length - 1 - plan.daysAgo, law));
	days.forEach((date, day) => {
		for (const [fact, minutes] of TIMES) {
			const at = instantOf(date, minutes, ALMATY);
			const turn = going.filter((one) => !one.over && one.readyDay <= day && one.route[one.done]?.fact === fact);
			// A list is one moment; the others come one after the other.
			if (at + turn.length * MINUTE_MS > now) return;
			play.step(fact, turn, at);
			for (const one of turn) moveOn(one, day);
		}
	});
	return { center: journals.center.facts, body: journals.body.facts };
}

function begin(plan: DemoApplication, place: number, readyDay: number, { services }: Law): Going {
	const law = services.find(({ number }) => number === plan.service)!;
	const route = routeOf(law, plan.entry, plan.outcome ?? 'notice');
	return { plan, place, law, route, number: null, done: 0, readyDay, register: null, over: false };
}

function moveOn(one: Going, day: number): void {
	const { plan, route } = one;
	const done = route[one.done]!.fact;
	one.done += 1;
	const next = route[one.done]?.fact;
	if (!next || done === plan.until) return void (one.over = plan.missing !== true || done === 'arrived');
	// A packet that is missing at its arrival comes no further.
	one.over = plan.missing === true && done === 'arrived';
	// What travels is there the next day.
	const travels = next === 'arrived' || next === 'resultsArrived' ? 1 : 0;
	one.readyDay = day + (WAITS[next] ?? travels);
}

function workingDaysBefore(now: number, { calendar }: Law) {
	const today = localOf(now, ALMATY).date;
	return Array.from({ length: MOST_DAYS }, (_, back) => addDays(today, back + 1 - MOST_DAYS)).filter((date) =>
		isWorkingDay(date, calendar)
	);
}

/** What the people of one Center and one body do, each at their own desk. */
class Play {
	readonly #journals: Record<'center' | 'body', DemoJournal>;
	readonly #source: DemoSource;
	readonly #law: Law;
	readonly #facts = new Map<string, StoredFact[]>();
	readonly #ledgers = new Map<string, number>();

	constructor(journals: Record<'center' | 'body', DemoJournal>, source: DemoSource, law: Law) {
		this.#journals = journals;
		this.#source = source;
		this.#law = law;
	}

	step(fact: StepFact, turn: readonly Going[], at: number): void {
		if (turn.length === 0) return;
		if (LISTS.includes(fact)) return this.#list(fact, turn, at);
		turn.forEach((one, place) => this.#one(fact, one, at + place * MINUTE_MS));
	}

	#one(fact: StepFact, one: Going, at: number): void {
		const { unit } = one.route[one.done]!;
		const who = this.#who(unit, one.plan, at);
		if (fact === 'accepted') return this.#accept(one, who);
		const ask = (command: (application: Application) => Command, by = who) =>
			this.#do(decide(this.#application(one.number!), command(this.#application(one.number!)), by), by);
		if (fact === 'drafted') ask((application) => demoCheck(application, one.law, one.plan.outcome ?? 'notice'));
		if (fact === 'signed') ask(() => ({ kind: 'print', document: 'resultLetter', reason: 'first' }));
		ask((application) => this.#command(fact, one, application));
	}

	#accept(one: Going, who: DecideContext): void {
		const { center, body } = this.#journals;
		const number = this.#journal(who).number(1) as ApplicationNumber;
		one.number = number;
		const place = {
			entry: one.plan.entry,
			center: one.plan.entry === 'center' ? center.org : null,
			body: body.org,
			offline: false
		};
		const form = demoForm(one.plan, one.place, one.law, who.now);
		const { id, version } = one.law;
		const ground = { regulation: this.#law.regulation(id, version), latest: this.#journal(who).latest };
		const verdict = decideIntake({ form, regulation: { id, version }, place }, () => number, ground, who);
		this.#do(verdict.ok ? allow([verdict.value]) : verdict, who);
		const document = one.plan.entry === 'center' ? 'receipt' : 'talon';
		this.#do(decide(this.#application(number), { kind: 'print', document, reason: 'first' }, who), who);
	}

	#command(fact: StepFact, one: Going, application: Application): Command {
		const { plan, law, number } = one;
		switch (fact) {
			case 'registered':
				return { kind: 'register' };
			case 'assigned':
				return { kind: 'assign', executor: plan.executor ?? PETRENKO };
			case 'drafted': {
				const decision = plan.outcome ?? 'notice';
				const office = findOrganisation(this.#law.directory, this.#journals.body.org)!;
				return { kind: 'draft', decision, letter: demoLetter(application, law, decision, office) };
			}
			case 'signed':
				return { kind: 'sign', paper: resultNumberOf(number!) };
			case 'recorded': {
				const entry = (this.#ledgers.get(law.id) ?? 0) + 1;
				this.#ledgers.set(law.id, entry);
				return { kind: 'record', ledgerNumber: String(entry), sheets: 1 };
			}
			case 'handedOut':
				return {
					kind: 'handOut',
					withReceipt: true,
					to: 'applicant',
					sheets: 1,
					originals: { documents: 0, sheets: 0 },
					signedFor: false,
					details: { receiver: { surname: plan.surname, given: plan.given, patronymic: plan.patronymic } }
				};
			case 'accepted':
			case 'collected':
			case 'dispatched':
			case 'arrived':
			case 'returned':
			case 'resultsArrived':
				throw new Error(`${fact} is not done on one application`);
		}
	}

	#list(fact: StepFact, turn: readonly Going[], at: number): void {
		if (fact === 'arrived' || fact === 'resultsArrived') {
			// Each register is checked by itself.
			const registers = new Set(turn.map(({ register }) => register));
			for (const register of registers)
				this.#arrive(
					fact,
					register,
					turn.filter((one) => one.register === register),
					at
				);
			return;
		}
		const who = this.#who(turn[0]!.route[turn[0]!.done]!.unit, turn[0]!.plan, at);
		const papers = turn.map((one) => (fact === 'returned' ? resultNumberOf(one.number!) : one.number!));
		const { center, body } = this.#journals;
		const number = this.#record(
			fact === 'dispatched'
				? { kind: 'dispatch', papers, courier: COURIER, toBody: body.org }
				: fact === 'returned'
					? { kind: 'sendBackToCenter', papers, courier: COURIER, toCenter: center.org }
					: { kind: 'collect', papers, window: '1', countersigned: BY_PIN },
			who
		);
		for (const one of turn) one.register = number;
	}

	#arrive(fact: 'arrived' | 'resultsArrived', register: string | null, turn: readonly Going[], at: number): void {
		const who = this.#who(turn[0]!.route[turn[0]!.done]!.unit, turn[0]!.plan, at);
		const paperOf = ({ number }: Going) => (fact === 'arrived' ? number! : resultNumberOf(number!));
		const rows = turn.map((one) => ({
			paper: paperOf(one),
			state: fact === 'arrived' && one.plan.missing ? ('missing' as const) : ('received' as const)
		}));
		const remarks = Object.fromEntries(
			rows.filter(({ state }) => state === 'missing').map(({ paper }) => [paper, 'Қорапта жоқ'])
		);
		this.#record({ kind: 'arrive', fact, register, rows, remarks }, who);
	}

	/** @returns the number of the list */
	#record(command: ListCommand, who: DecideContext): PaperNumber {
		const number = this.#journal(who).number(9);
		this.#do(decideList(command, number, this.#known, who), who);
		return number;
	}

	#who(unit: RouteStep['unit'], { executor = PETRENKO }: DemoApplication, now: number): DecideContext {
		const atCenter = unit === 'centerInspector' || unit === 'accumulationInspector';
		const org: OrgId = this.#journals[atCenter ? 'center' : 'body'].org;
		const actor = unit === 'executor' ? executor : STAFF[unit];
		const window = unit === 'centerInspector' ? { window: '1' } : {};
		return { actor, role: unit satisfies Role, org, ...window, now, newId: this.#source.newId };
	}

	readonly #known = (paper: string): Application =>
		this.#application(applicationNumberOf(paper as ApplicationNumber | ResultNumber));

	#application(number: ApplicationNumber): Application {
		return applicationOf(number, this.#facts.get(number) ?? [], this.#law);
	}

	#journal({ org }: DecideContext): DemoJournal {
		return org === this.#journals.center.org ? this.#journals.center : this.#journals.body;
	}

	/** Writes what was decided; nothing is written any other way. */
	#do(verdict: Verdict<FactDraft[]>, who: DecideContext): void {
		if (!verdict.ok) throw new Error(`The demonstration asks for what is not allowed: ${verdict.code}`);
		for (const draft of verdict.value) {
			const fact = this.#journal(who).write(draft, who);
			for (const number of fact.applications) this.#facts.set(number, [...(this.#facts.get(number) ?? []), fact]);
		}
	}
}
