import { type Regulation } from '#lib/domain/regulation/regulation.ts';
import {
	entriesOf,
	type Entry,
	type Limit,
	type Outcome,
	routeOf,
	type RouteStep
} from '#lib/domain/regulation/route.ts';

/** One route of an application through one service. */
export type ListedRoute = { regulation: Regulation; entry: Entry; outcome: Outcome; steps: RouteStep[] };

/** Which routes are requested; without a field, all of them. */
export type RouteFilter = {
	/** Number of the service. */
	service?: number | undefined;
	entry?: Entry | undefined;
};

/** A route as plain data, for another program to compare with the resolution. */
type RouteData = {
	/** Number of the service. */
	service: number;
	entry: Entry;
	outcome: Outcome;
	steps: {
		/** Action of table 1; null: the step is not in the table. */
		no: number | null;
		/** Code of the unit. */
		unit: RouteStep['unit'];
		/** What is done, in Kazakh. */
		action: string;
		/** null: the resolution sets none. */
		limit: Pick<Limit, 'amount' | 'unit'> | null;
		/** Type of the fact that completes the step. */
		fact: RouteStep['fact'];
		/** Place in the resolution and the readings applied, in Kazakh. */
		source: string;
	}[];
};

const OUTCOMES: readonly Outcome[] = ['notice', 'refusal'];

/** Every route of every regulation: by service, the Center before the body, the notice before the refusal. */
export function listRoutes(regulations: readonly Regulation[], { service, entry }: RouteFilter = {}): ListedRoute[] {
	return regulations
		.filter(({ number }) => service === undefined || number === service)
		.flatMap((regulation) =>
			entriesOf(regulation)
				.filter((open) => entry === undefined || open === entry)
				.flatMap((open) =>
					OUTCOMES.map((outcome) => ({
						regulation,
						entry: open,
						outcome,
						steps: routeOf(regulation, open, outcome)
					}))
				)
		);
}

/** The routes as data, without labels. */
export function routesAsData(routes: readonly ListedRoute[]): RouteData[] {
	return routes.map(({ regulation, entry, outcome, steps }) => ({
		service: regulation.number,
		entry,
		outcome,
		steps: steps.map(({ no, unit, action, limit, fact, source }) => ({
			no,
			unit,
			action: action.kk,
			limit: limit && { amount: limit.amount, unit: limit.unit },
			fact,
			source
		}))
	}));
}
