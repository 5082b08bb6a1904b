import * as v from 'valibot';
import { type DecideContext } from '../application/context.ts';
import { allow, refuse, type Refusal, type Verdict } from '../application/refusal.ts';
import { type FactDraft } from '../fact/fact.ts';
import { type OrgId } from '../fact/ids.ts';
import { WindowNameSchema } from '../fact/registry-facts.ts';
import { type DayHours } from '../time/office-hours.ts';
import { parsePlainDate } from '../time/plain-date.ts';
import { ALMATY, localOf } from '../time/zone.ts';
import { peopleOf } from './registry.ts';
import { type RegistryCommandOf } from './registry-command.ts';
import { type LeastRounds, onlyOwnOrgs, reaches, type RegistryGround } from './registry-ground.ts';

type Drafts = Verdict<FactDraft[]>;

/** An org of the directory takes part from now on. */
export function openOrg(ground: RegistryGround, { org }: RegistryCommandOf<'openOrg'>, context: DecideContext): Drafts {
	if (!reaches(context, org)) return refuse('notYourOrg');
	const kind = ground.kindOf(org);
	if (kind === null) return refuse('orgUnknown', { org });
	if (ground.registry.orgs.has(org)) return refuse('orgKnown', { org });
	return allow([{ type: 'orgOpened', ...about(org), body: { kind, tell: [org] }, details: null }]);
}

/** Opens a window, or closes it; the usual window of a person is not closed while they sit there. */
export function setWindow(
	ground: RegistryGround,
	{ org, window, closed }: RegistryCommandOf<'setWindow'>,
	context: DecideContext
): Drafts {
	const shut = onlyCenters(ground, org, context);
	if (shut) return shut;
	const name = window.trim();
	if (!v.is(WindowNameSchema, name)) return refuse('windowWrong');
	const isOpen = ground.registry.orgs.get(org)!.windows.includes(name);
	if (closed && !isOpen) return refuse('windowUnknown', { window: name });
	if (!closed && isOpen) return refuse('windowKnown', { window: name });
	const sitting = peopleOf(ground.registry, org).find((person) => person.window === name);
	if (closed && sitting) return refuse('windowInUse', { window: name, number: sitting.number });
	const body = { window: name, ...(closed ? { closed } : {}), tell: [org] };
	return allow([{ type: 'windowSet', ...about(org), body, details: null }]);
}

/** Hours of a week from a day on. Days that are over keep theirs: what was in time stays in time. */
export function setHours(
	ground: RegistryGround,
	{ org, from, hours }: RegistryCommandOf<'setHours'>,
	context: DecideContext
): Drafts {
	const shut = onlyOwnOrgs(ground, org, context) ?? dayMistake(from, context);
	if (shut) return shut;
	const { open, close, lunch, weekdays, short = [] } = hours;
	if (weekdays.length === 0) return refuse('weekdaysMissing');
	const days: readonly DayHours[] = [hours, ...short];
	if (!days.every(isDay)) return refuse('hoursWrong');
	const own = short.filter(({ weekday }) => weekdays.includes(weekday));
	const week = [...new Set(weekdays)].sort((a, b) => a - b);
	const body = { open, close, lunch, weekdays: week, ...(own.length > 0 ? { short: [...own] } : {}) };
	return allow([
		{ type: 'hoursSet', ...about(org), body: { from, hours: body, tell: toldOf(ground, org) }, details: null }
	]);
}

/** Times of a Center's rounds from a day on; fewer than a regulation in force prescribes are refused. */
export function setRounds(
	ground: RegistryGround,
	{ org, from, collect, dispatch }: RegistryCommandOf<'setRounds'>,
	context: DecideContext
): Drafts {
	const shut = onlyCenters(ground, org, context) ?? dayMistake(from, context);
	if (shut) return shut;
	const [collections, dispatches] = [inOrder(collect), inOrder(dispatch)];
	const { leastRounds } = ground;
	const few =
		tooFew('collect', collections, leastRounds.collect) ?? tooFew('dispatch', dispatches, leastRounds.dispatch);
	if (few) return few;
	if (![...collections, ...dispatches].every(isMinute)) return refuse('roundsWrong');
	return allow([
		{
			type: 'roundsSet',
			...about(org),
			body: { from, collect: collections, dispatch: dispatches, tell: toldOf(ground, org) },
			details: null
		}
	]);
}

/** An expectation for lists and warnings; the law has no term for the way. */
export function expectTransit(
	ground: RegistryGround,
	{ org, to, minutes }: RegistryCommandOf<'expectTransit'>,
	context: DecideContext
): Drafts {
	const shut = onlyOwnOrgs(ground, org, context);
	if (shut) return shut;
	if (org === to || ground.kindOf(to) === null) return refuse('orgUnknown', { org: to });
	if (!Number.isInteger(minutes) || minutes < 1 || minutes > MOST_TRANSIT) return refuse('transitWrong');
	const known = ground.registry.transits.find((each) => each.from === org && each.to === to);
	if (known?.minutes === minutes) return refuse('unchanged');
	return allow([{ type: 'transitExpected', ...about(org), body: { to, minutes, tell: [org, to] }, details: null }]);
}

/** Thirty days. */
const MOST_TRANSIT = 30 * 24 * 60;

const about = (org: OrgId) => ({ subject: { kind: 'org', org } }) as const;

function onlyCenters(ground: RegistryGround, org: OrgId, context: DecideContext): Refusal | null {
	const shut = onlyOwnOrgs(ground, org, context);
	if (shut) return shut;
	return ground.registry.orgs.get(org)!.kind === 'center' ? null : refuse('onlyInCenter');
}

const toldOf = ({ counterpartsOf }: RegistryGround, org: OrgId): OrgId[] => [org, ...counterpartsOf(org)];

/** A day from today on, in the zone of the law. */
function dayMistake(text: string, { now }: DecideContext): Refusal | null {
	const day = parsePlainDate(text);
	if (!day) return refuse('dateMissing');
	return day < localOf(now, ALMATY).date ? refuse('dayPast') : null;
}

const isMinute = (time: number): boolean => Number.isInteger(time) && 0 <= time && time < 1440;

function isDay({ open, close, lunch }: DayHours): boolean {
	if (!isMinute(open) || !Number.isInteger(close) || close > 1440 || open >= close) return false;
	if (lunch === null) return true;
	return isMinute(lunch.from) && isMinute(lunch.to) && open < lunch.from && lunch.from < lunch.to && lunch.to < close;
}

const inOrder = (times: readonly number[]): number[] => [...new Set(times)].sort((a, b) => a - b);

const tooFew = (kind: 'collect' | 'dispatch', times: readonly number[], least: LeastRounds | null): Refusal | null =>
	least && times.length < least.amount
		? refuse(kind === 'collect' ? 'collectionsTooFew' : 'dispatchesTooFew', {
				amount: least.amount,
				literal: least.literal
			})
		: null;
