import { type Fact } from '../fact/fact';
import { type OrgId, type Role } from '../fact/ids';
import { type Custody, type HandOver, type Happening, type Holder, type PaperKind } from './application';
import { rowOf } from './causes';

/** Where a paper goes with a fact; undefined where the fact does not move it. */
export function destinationOf(fact: Fact, number: string, paper: PaperKind): Holder | undefined {
	return paper === 'packet' ? packetDestination(fact, number) : resultDestination(fact, number);
}

function packetDestination(fact: Fact, number: string): Holder | undefined {
	const org = fact.org;
	switch (fact.type) {
		case 'accepted':
			return fact.body.entry === 'center' ? { kind: 'window', org, window: fact.window ?? '' } : { kind: 'head', org };
		case 'collected':
			return rowOf(fact, number, 'packet') && { kind: 'collection', org };
		case 'dispatched':
			return rowOf(fact, number, 'packet') && transit(fact.subject, org, fact.body.toBody);
		case 'arrived':
			return checkedOff(fact, number, 'packet', { kind: 'chancery', org });
		case 'registered':
			return { kind: 'head', org };
		case 'assigned':
			return { kind: 'executor', org, staff: fact.body.executor };
		case 'recorded':
			return { kind: 'archive', org };
		case 'redirected':
			return { kind: 'transit', register: '', from: org, to: fact.body.toBody };
		case 'documentsReturned':
			return { kind: 'applicant' };
		case 'lost':
			return fact.body.paper === 'packet' ? { kind: 'unknown', why: 'lost', since: fact.id } : undefined;
		case 'reconstructed':
			return fact.body.paper === 'packet' ? deskOf(fact.role, org, fact) : undefined;
		default:
			return undefined;
	}
}

function resultDestination(fact: Fact, number: string): Holder | undefined {
	const org = fact.org;
	switch (fact.type) {
		case 'drafted':
			return { kind: 'head', org };
		case 'sentBack':
			// Of two drafts one stays on the head's desk.
			if (fact.body.chosen) return { kind: 'head', org };
			return { kind: 'executor', org, staff: fact.body.to ?? fact.actor };
		case 'signed':
		case 'recorded':
			return { kind: 'chancery', org };
		case 'returned':
			return rowOf(fact, number, 'result') && transit(fact.subject, org, fact.body.toCenter);
		case 'resultsArrived':
			return checkedOff(fact, number, 'result', { kind: 'collection', org });
		case 'handedOut':
		case 'handedOutWithoutReceipt':
			return { kind: 'applicant' };
		case 'lost':
			return fact.body.paper === 'result' ? { kind: 'unknown', why: 'lost', since: fact.id } : undefined;
		case 'reconstructed':
			return fact.body.paper === 'result' ? deskOf(fact.role, org, fact) : undefined;
		default:
			return undefined;
	}
}

const transit = (subject: Fact['subject'], from: OrgId, to: OrgId): Holder => ({
	kind: 'transit',
	register: subject.kind === 'register' ? subject.number : '',
	from,
	to
});

/** A row carried to tomorrow is still looked for: nothing moved. A missing one has left its holder's hands for nobody's. */
function checkedOff(fact: Fact, number: string, paper: PaperKind, place: Holder): Holder | undefined {
	switch (rowOf(fact, number, paper)?.state) {
		case 'received':
		case 'damaged':
		case 'extra':
			return place;
		case 'missing':
			return { kind: 'unknown', why: 'missing', since: fact.id };
		default:
			return undefined;
	}
}

function deskOf(role: Role, org: OrgId, fact: Fact): Holder {
	switch (role) {
		case 'centerInspector':
			return { kind: 'window', org, window: fact.window ?? '' };
		case 'accumulationInspector':
		case 'centerHead':
			return { kind: 'collection', org };
		case 'head':
			return { kind: 'head', org };
		case 'executor':
			return { kind: 'executor', org, staff: fact.actor };
		default:
			return { kind: 'chancery', org };
	}
}

/** Along the way of the papers: breaks ties between hand-overs that do not name each other and whose clocks may be wrong. */
const RANKS: Partial<Record<Fact['type'], number>> = {
	accepted: 0,
	collected: 1,
	dispatched: 2,
	arrived: 3,
	registered: 4,
	assigned: 5,
	drafted: 6,
	sentBack: 6,
	signed: 7,
	recorded: 8,
	returned: 9,
	resultsArrived: 10,
	handedOut: 11,
	handedOutWithoutReceipt: 11
};
export const rankAlongTheWay = (fact: Fact): number => RANKS[fact.type] ?? 5;

/** Only a paper that travels on a register is missing from it: what came another way, or goes on another one, is not lost by it. */
function isElsewhere(to: Holder, before: Holder | undefined, check: Fact): boolean {
	if (to.kind !== 'unknown' || to.why !== 'missing' || !before || before.kind === 'unknown') return false;
	const register = check.type === 'arrived' || check.type === 'resultsArrived' ? check.body.register : null;
	return !(before.kind === 'transit' && before.register === register);
}

/** The trail of one paper and its holder now: the latest live hand-over. `live` is ordered by cause, then along the way. */
export function custodyOf(live: readonly Happening[], number: string, paper: PaperKind): Custody | null {
	const trail: HandOver[] = [];
	for (const { fact, at } of live) {
		const to = destinationOf(fact, number, paper);
		if (!to || isElsewhere(to, trail.at(-1)?.to, fact)) continue;
		trail.push({ paper, fact: fact.id, type: fact.type, at, by: fact.actor, org: fact.org, to });
	}
	const last = trail.at(-1);
	return last ? { holder: last.to, since: last.at, trail } : null;
}
