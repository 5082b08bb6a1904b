import {
	type Application,
	type ClockCorrection,
	type FoldContext,
	type StepState
} from '../domain/application/application';
import { foldApplication } from '../domain/application/fold';
import { type DueOf, type ApplicationSummary, summaryOf } from '../domain/application/summary';
import { type Fact } from '../domain/fact/fact';
import { type Instant } from '../domain/fact/ids';
import { readFact } from '../domain/fact/read-fact';
import { type StoredFact } from '../domain/fact/stored-fact';
import { foldRegister, type Register } from '../domain/register/register';
import { routeOf, type RouteStep, type UnitCode } from '../domain/regulation/route';
import { dueOf } from '../domain/time/due';
import { ALMATY } from '../domain/time/zone';
import { calendar, directory, findRegulation } from './catalog';
import { findOrganisation, officeHoursOf } from './directory';

/** The law as the fold needs it: an application walks the route of the regulation's version that it was accepted under. */
export const foldContext: FoldContext = {
	routeOf: ({ id, version }, entry, outcome) => {
		const key = `${id} ${version} ${entry} ${outcome}`;
		const known = routes.get(key);
		if (known) return known;
		const regulation = findRegulation(id, version);
		const route = regulation && routeOf(regulation, entry, outcome);
		if (route) routes.set(key, route);
		return route;
	}
};

/** Every fold asks for one of these few dozen, and data do not change while the program runs. */
const routes = new Map<string, readonly RouteStep[]>();

const CENTER_UNITS: readonly UnitCode[] = ['centerInspector', 'accumulationInspector'];

/** When the next step must be done, in the office hours of the org that does it. */
export const dueOfNextStep: DueOf = (application: Application) => {
	const here = application.steps[application.position];
	return here ? dueOfStep(application, here) : null;
};

/** When a step of an application must be (or had to be) done; null where the law sets no limit, or it has not begun to run. */
export function dueOfStep({ acceptance, body }: Application, here: StepState): Instant | null {
	if (!acceptance || !here.step.limit || here.startedAt === null) return null;
	const inCenter = CENTER_UNITS.includes(here.step.unit);
	const organisation = findOrganisation(directory, (inCenter ? acceptance.body.center : body) ?? '');
	if (!organisation) return null;
	const regulation = findRegulation(acceptance.body.regulation.id, acceptance.body.regulation.version);
	const hours = officeHoursOf(directory, organisation, regulation?.officeHours);
	const slots = here.step.fact === 'collected' ? directory.slots.collect : directory.slots.dispatch;
	return dueOf(here.step.limit, here.startedAt, { zone: ALMATY, hours, calendar, slots });
}

/** The facts of these that this version can read (from a store, which keeps only parts that their facts vouch for); the others are kept by the store and shown as "needs a newer version". */
export function readableFacts(stored: readonly StoredFact[]): Fact[] {
	return stored.flatMap(({ text, personal }) => {
		const read = readFact(text, personal, true);
		return read.ok && read.known ? [read.fact] : [];
	});
}

/** What is known of wrong clocks, from `clockChecked` facts. */
export function correctionsOf(checks: readonly StoredFact[]): ClockCorrection[] {
	return readableFacts(checks).flatMap((fact) => (fact.type === 'clockChecked' ? [fact.body] : []));
}

/** An application from the facts that a store holds of it. */
export function applicationOf(
	number: string,
	stored: readonly StoredFact[],
	checks: readonly StoredFact[] = []
): Application {
	return foldApplication(number, readableFacts(stored), { ...foldContext, corrections: correctionsOf(checks) });
}

/** The projection row of an application: what a store keeps for lists, searches and counters. */
export function projectApplication(
	number: string,
	stored: readonly StoredFact[],
	checks: readonly StoredFact[]
): ApplicationSummary {
	return summaryOf(applicationOf(number, stored, checks), dueOfNextStep);
}

/** The projection row of a register; one whose own fact has not come yet is known by its number. */
export function projectRegister(number: string, stored: readonly StoredFact[]): RegisterView {
	const register = foldRegister(number, readableFacts(stored));
	return register ? { known: true, ...register } : { known: false, number, at: 0 };
}

export type RegisterView = ({ known: true } & Register) | { known: false; number: string; at: number };

/** Raised when a projector's answer changes for the same facts: rows made by an older one are rebuilt. */
export const PROJECTION_VERSION = '2';
