import { type FoldContext, type HandOver, type Holder, type PaperKind } from '../application/application.ts';
import { foldApplication } from '../application/fold.ts';
import { readWhereabouts } from '../application/whereabouts.ts';
import { type Fact, type FactType } from '../fact/fact.ts';
import { type OrgId } from '../fact/ids.ts';

/** Why a paper came or went: the type of the fact, or that an act was annulled; `total` where only the sum is known. */
type FlowKind = FactType | 'undone' | 'total';
export type Flows = Partial<Record<FlowKind, number>>;

/** Papers of one kind at one place: at the start + came = went + left. */
export type PapersBalance = { start: number; came: Flows; went: Flows; left: number };

/** The trail of one paper at the previous closing, and at this one. */
type PaperMove = { before: readonly HandOver[]; after: readonly HandOver[] };

type InPlace = (holder: Holder) => boolean;

/** The trails of both papers of an application before and after a period. */
export function movesOf(
	number: string,
	facts: readonly Fact[],
	{ before, after }: { before: (fact: Fact) => boolean; after: (fact: Fact) => boolean },
	context: FoldContext
): Record<PaperKind, PaperMove> {
	const [was, is] = [
		foldApplication(number, facts.filter(before), context),
		foldApplication(number, facts.filter(after), context)
	];
	return {
		packet: { before: was.packet.trail, after: is.packet.trail },
		result: { before: was.result?.trail ?? [], after: is.result?.trail ?? [] }
	};
}

/**
 * Balances the papers of one kind at a place. Crossings of its border are counted, each by its fact; an annulled crossing is
 * counted against it as `undone`.
 *
 * @param untouched papers in the place without a record in the period
 */
export function papersBalance(moves: readonly PaperMove[], untouched: number, inPlace: InPlace): PapersBalance {
	const balance: PapersBalance = { start: untouched, came: {}, went: {}, left: untouched };
	for (const { before, after } of moves) {
		const [was, is] = [crossings(before, inPlace), crossings(after, inPlace)];
		balance.start += total(was.came) - total(was.went);
		balance.left += total(is.came) - total(is.went);
		addDifference(balance.came, balance.went, was.came, is.came);
		addDifference(balance.went, balance.came, was.went, is.went);
	}
	return balance;
}

export const total = (flows: Flows): number => Object.values(flows).reduce((sum, count) => sum + count, 0);

/** Flows with a known sum: as they are where they add up to it, else only the sum. */
export const recordedFlows = (flows: Flows, sum: number): Flows =>
	total(flows) === sum ? flows : sum === 0 ? {} : { total: sum };

export const papersAgree = ({ start, came, went, left }: PapersBalance): boolean =>
	start + total(came) === total(went) + left;

function crossings(trail: readonly HandOver[], inPlace: InPlace): { came: Flows; went: Flows } {
	const [came, went]: [Flows, Flows] = [{}, {}];
	let inside = false;
	for (const { type, to } of trail) {
		const goesInside = inPlace(to);
		if (goesInside && !inside) came[type] = (came[type] ?? 0) + 1;
		if (!goesInside && inside) went[type] = (went[type] ?? 0) + 1;
		inside = goesInside;
	}
	return { came, went };
}

function addDifference(side: Flows, other: Flows, was: Flows, is: Flows): void {
	for (const type of new Set([...Object.keys(was), ...Object.keys(is)]) as Set<FlowKind>) {
		const difference = (is[type] ?? 0) - (was[type] ?? 0);
		if (difference > 0) side[type] = (side[type] ?? 0) + difference;
		if (difference < 0) other.undone = (other.undone ?? 0) - difference;
	}
}

/** The places whose papers a sheet balances. */
export type ClosedPlace =
	| { kind: 'center'; org: OrgId }
	| { kind: 'body'; org: OrgId }
	| { kind: 'window'; org: OrgId; window: string }
	| { kind: 'collection'; org: OrgId }
	| { kind: 'chancery'; org: OrgId };

const CENTER_PLACES: readonly Holder['kind'][] = ['window', 'collection'];
const BODY_PLACES: readonly Holder['kind'][] = ['chancery', 'head', 'executor'];

/** Which holders belong to the place: for its packets, and for its results. At a Center all results are in the collection unit. */
export function inPlaceOf(place: ClosedPlace, paper: PaperKind): InPlace {
	const { org } = place;
	switch (place.kind) {
		case 'center':
			return (holder) => 'org' in holder && holder.org === org && CENTER_PLACES.includes(holder.kind);
		case 'body':
			return (holder) => 'org' in holder && holder.org === org && BODY_PLACES.includes(holder.kind);
		case 'window':
			return paper === 'packet'
				? (holder) => holder.kind === 'window' && holder.org === org && holder.window === place.window
				: (holder) => holder.kind === 'collection' && holder.org === org;
		case 'collection':
		case 'chancery':
			return (holder) => holder.kind === place.kind && 'org' in holder && holder.org === org;
	}
}

/** Whether a holder's key, as in rows and counters, is in a place. */
export function keyInPlace(key: string, inPlace: InPlace): boolean {
	const at = readWhereabouts(key);
	return at !== null && 'org' in at && inPlace(at);
}
