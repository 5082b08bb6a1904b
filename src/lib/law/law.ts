import { type Application, type FoldContext, type StepState } from '#lib/domain/application/application.ts';
import { foldApplication } from '#lib/domain/application/fold.ts';
import { type ApplicationSummary, summaryOf } from '#lib/domain/application/summary.ts';
import { type Instant } from '#lib/domain/fact/ids.ts';
import { type Fact } from '#lib/domain/fact/fact.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { foldRegister, type Register } from '#lib/domain/register/register.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { type UnitCode } from '#lib/domain/regulation/route.ts';
import { dueOf } from '#lib/domain/time/due.ts';
import { type PlainDate } from '#lib/domain/time/plain-date.ts';
import { ALMATY } from '#lib/domain/time/zone.ts';
import { findOrganisation } from '#lib/domain/org/directory.ts';
import { regulationKey } from './law-facts.ts';
import { readableFacts, readStored } from './readable-facts.ts';

export { readableFacts } from './readable-facts.ts';

/** Their steps use the calendar and hours of the Center; all others those of the body. */
export const CENTER_UNITS: readonly UnitCode[] = ['centerInspector', 'accumulationInspector'];

/** When the next step must be done, in the office hours and by the calendar of the org that does it. */
export function dueOfNextStep(application: Application, law: Law): Instant | null {
	const here = application.steps[application.position];
	return here ? dueOfStep(application, here, law) : null;
}

/**
 * When a step of an application must be (or had to be) done; null where the law sets no limit, or the limit has not begun to run.
 */
export function dueOfStep({ acceptance, body }: Application, here: StepState, law: Law): Instant | null {
	if (!acceptance || !here.step.limit || here.startedAt === null) return null;
	const { regulation, calendarOf, directory, hoursOf, roundsOn } = law;
	const inCenter = CENTER_UNITS.includes(here.step.unit);
	const organisation = findOrganisation(directory, (inCenter ? acceptance.body.center : body) ?? '');
	if (!organisation) return null;
	const { id, version } = acceptance.body.regulation;
	const hours = hoursOf(organisation, regulation(id, version)?.officeHours);
	const rounds = here.step.fact === 'collected' ? 'collect' : 'dispatch';
	const slots = (date: PlainDate) => roundsOn(organisation.id, date)[rounds];
	const calendar = calendarOf(organisation.id);
	return dueOf(here.step.limit, here.startedAt, { zone: ALMATY, hours, calendar, slots });
}

/** An application from the facts that a store holds of it. */
export function applicationOf(number: string, stored: readonly StoredFact[], law: Law): Application {
	return foldWhatCan(number, readableFacts(stored), law);
}

/**
 * One fact must not make its application unreadable. Where a fold fails although every fact is within its bounds, it continues
 * without those that cannot be folded alone, and where that fails too, with none.
 */
function foldWhatCan(number: string, facts: readonly Fact[], law: FoldContext): Application {
	const fold = (some: readonly Fact[]) => attempt(() => foldApplication(number, some, law));
	return fold(facts) ?? fold(facts.filter((fact) => fold([fact]))) ?? foldApplication(number, [], law);
}

function attempt<Value>(work: () => Value): Value | undefined {
	try {
		return work();
	} catch {
		return undefined;
	}
}

/** The projection row of an application: what a store keeps for lists, searches and counters. */
export function projectApplication(number: string, stored: readonly StoredFact[], law: Law): ApplicationSummary {
	const { facts, unreadable } = readStored(stored);
	const rowOf = (some: readonly Fact[]): ApplicationSummary => {
		const application = foldWhatCan(number, some, law);
		const summary = summaryOf(application, (each) => dueOfNextStep(each, law));
		const regulation = application.acceptance?.body.regulation;
		return regulation ? { ...summary, keys: [...summary.keys, regulationKey(regulation)] } : summary;
	};
	const row = attempt(() => rowOf(facts));
	const lost = row ? unreadable : stored.length;
	return { ...(row ?? rowOf([])), ...(lost > 0 ? { unreadable: lost } : {}) };
}

/** The projection row of a register; one whose own fact is missing is known by its number. */
export function projectRegister(number: string, stored: readonly StoredFact[]): RegisterView {
	const register = attempt(() => foldRegister(number, readableFacts(stored)));
	return register ? { known: true, ...register } : { known: false, number, at: 0 };
}

export type RegisterView = ({ known: true } & Register) | { known: false; number: string; at: number };

/** Raised when a projector's answer changes for the same facts: rows made by an older one are rebuilt. */
export const PROJECTION_VERSION = '10';
