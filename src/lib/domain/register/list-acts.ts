import { type Application, type Custody, type Holder } from '../application/application.ts';
import { type DecideContext } from '../application/context.ts';
import { onlyBy } from '../application/commands/may-do.ts';
import { allow, refuse, type Refusal, type Verdict } from '../application/refusal.ts';
import { type BodyOf, type Countersign, type FactDraft } from '../fact/fact.ts';
import { type FactId, type OrgId, type Role, type StaffId } from '../fact/ids.ts';
import { type CheckedRegisterRow, type RegisterRow } from '../fact/register-facts.ts';
import { type ListType } from '../fact/traits.ts';
import { paperOf, type PaperNumber } from '../number/paper-number.ts';

type Slot = BodyOf<'collected'>['slot'];
/** The applications on the list known to this device, by number: rows name the hand-over that they follow. */
export type Known = (paper: string) => Application | undefined;

export type CollectList = {
	number: string;
	papers: string[];
	window: string;
	countersigned: Countersign | null;
	slot?: Slot;
};
export type DispatchList = {
	number: string;
	papers: string[];
	toBody: OrgId;
	courier: string;
	seal?: string;
	slot?: Slot;
};
export type ReturnList = { number: string; papers: string[]; toCenter: OrgId; courier: string };
export type CheckedList = {
	number: string;
	/** Null: the register's paper is lost or torn. */
	register: string | null;
	rows: { paper: string; state: CheckedRegisterRow['state'] }[];
	remarks: Record<string, string>;
};

/** Table 1, action 2: one fact for the batch, with both persons; an empty round is a fact too. */
export function collect(list: CollectList, known: Known, context: DecideContext): Verdict<FactDraft[]> {
	const right = onlyBy('collect', context);
	if (right) return right;
	// An empty round hands over nothing: no countersignature is needed.
	if (list.papers.length > 0 && !list.countersigned) return refuse('countersignMissing');
	if (list.countersigned?.actor === context.actor) return refuse('countersignSame');
	const moved = movedOn(list.papers, known, ({ kind }) => kind === 'window');
	if (moved) return moved;
	return one(
		'collected',
		list.number,
		{ rows: rowsOf(list.papers, known), window: list.window, ...slotOf(list.slot) },
		null,
		list.countersigned
	);
}

/**
 * The two signatures of a collection at the window's own computer: the collector acts, by number and PIN; the window's inspector,
 * who is signed in there, countersigns.
 */
export function handsAtWindow(
	collector: { id: StaffId; roles: readonly Role[] },
	giver: StaffId
): Verdict<{ actor: StaffId; role: Role; countersigned: Countersign }> {
	if (!collector.roles.includes('accumulationInspector')) return refuse('noRight', { role: 'accumulationInspector' });
	if (collector.id === giver) return refuse('countersignSame');
	const countersigned: Countersign = { actor: giver, role: 'centerInspector', by: 'pin' };
	return allow({ actor: collector.id, role: 'accumulationInspector', countersigned });
}

/** Table 1, action 3; para 11, 2): the whole register is dispatched as one fact. */
export function dispatch(list: DispatchList, known: Known, context: DecideContext): Verdict<FactDraft[]> {
	const right = onlyBy('dispatch', context);
	if (right) return right;
	if (list.papers.length === 0) return refuse('registerEmpty');
	if (!list.courier.trim()) return refuse('courierMissing');
	const foreign = list.papers.map(known).find((application) => application?.body && application.body !== list.toBody);
	if (foreign) return refuse('wrongBody', { org: foreign.body! });
	const isOnCart = (holder: Holder) =>
		holder.kind === 'window' || (holder.kind === 'collection' && holder.org === context.org);
	const moved = movedOn(list.papers, known, isOnCart);
	if (moved) return moved;
	const body = {
		rows: rowsOf(list.papers, known),
		toBody: list.toBody,
		...slotOf(list.slot),
		...(list.seal?.trim() ? { seal: list.seal.trim() } : {})
	};
	return one('dispatched', list.number, body, { courier: list.courier.trim() });
}

export function sendBackToCenter(list: ReturnList, known: Known, context: DecideContext): Verdict<FactDraft[]> {
	const right = onlyBy('sendBackToCenter', context);
	if (right) return right;
	if (list.papers.length === 0) return refuse('registerEmpty');
	if (!list.courier.trim()) return refuse('courierMissing');
	if (list.papers.some((paper) => known(paper)?.acceptance?.body.entry === 'body')) return refuse('handedOutHere');
	const moved = movedOn(list.papers, known, (holder) => holder.kind === 'chancery' && holder.org === context.org);
	if (moved) return moved;
	return one(
		'returned',
		list.number,
		{ rows: rowsOf(list.papers, known), toCenter: list.toCenter },
		{ courier: list.courier.trim() }
	);
}

/** A register checked against the cart, at the body or, with results, at the Center. */
export function arrive(
	kind: 'arrived' | 'resultsArrived',
	list: CheckedList,
	known: Known,
	context: DecideContext
): Verdict<FactDraft[]> {
	const right = onlyFor(context, kind === 'arrived' ? 'chancery' : 'accumulationInspector');
	if (right) return right;
	if (list.rows.length === 0) return refuse('registerEmpty');
	const left = list.rows.filter(
		(row) =>
			!isRecorded(kind, list, row, known) && (row.state === 'received' || !isAlreadyHere(row.paper, known, context.org))
	);
	if (left.length === 0) return refuse('alreadyArrived');
	const unexplained = left.find(
		({ paper, state }) =>
			state !== 'received' && state !== 'carried' && state !== 'extra' && !list.remarks[paper]?.trim()
	);
	if (unexplained) return refuse('reasonMissing', { number: unexplained.paper });
	const rows = left.map(({ paper, state }) => ({ ...rowOf(paper, known), state }));
	const details = Object.keys(list.remarks).length > 0 ? { remarks: list.remarks } : null;
	const senders = sendersOf(list, known).filter((org) => org !== context.org);
	const tell = senders.length > 0 ? { tell: senders } : {};
	return one(kind, list.number, { rows, register: list.register, ...tell }, details);
}

/** The orgs whose fact made the register, as the stories of its papers have it. */
function sendersOf({ rows, register }: CheckedList, known: Known): OrgId[] {
	const made = rows.flatMap(({ paper }) =>
		(known(paper)?.story ?? []).filter(
			({ fact }) =>
				(fact.type === 'dispatched' || fact.type === 'returned') &&
				fact.subject.kind === 'register' &&
				fact.subject.number === register
		)
	);
	return [...new Set(made.map(({ fact }) => fact.org))];
}

/** The paper is already here by the facts: another register or another tab recorded it. */
function isAlreadyHere(paper: string, known: Known, org: OrgId): boolean {
	const holder = custodyOf(paper, known)?.holder;
	return holder !== undefined && 'org' in holder && holder.org === org;
}

/**
 * The paper's last recorded move is this same arrival, of this same register, with the same result: one left missing has been found
 * since when it is received.
 */
function isRecorded(
	kind: 'arrived' | 'resultsArrived',
	{ register }: CheckedList,
	{ paper, state }: CheckedList['rows'][number],
	known: Known
): boolean {
	const last = custodyOf(paper, known)?.trail.at(-1);
	const noted = last && known(paper)?.story.find(({ fact }) => fact.id === last.fact)?.fact;
	if (noted?.type !== kind || noted.body.register !== register) return false;
	const row = noted.body.rows.find((each) => each.paper === paper);
	return (row?.state === 'missing') === (state === 'missing');
}

/**
 * Why these papers cannot leave together: facts received after the scan show that one of them is elsewhere. A paper with unknown
 * whereabouts is where it was scanned.
 */
function movedOn(papers: readonly string[], known: Known, isHere: (holder: Holder) => boolean): Refusal | null {
	for (const paper of papers) {
		const holder = custodyOf(paper, known)?.holder;
		if (!holder || holder.kind === 'unknown' || isHere(holder)) continue;
		if (holder.kind === 'transit') return refuse('alreadyInRegister', { register: holder.register });
		return holder.kind === 'collection' ? refuse('alreadyCollected') : refuse('notHolder', { holder: holder.kind });
	}
	return null;
}

const custodyOf = (paper: string, known: Known): Custody | null | undefined =>
	known(paper)?.[paperOf(paper as PaperNumber) === 'result' ? 'result' : 'packet'];

function one<T extends ListType>(
	type: T,
	number: string,
	body: BodyOf<T>,
	details: FactDraft<T>['details'],
	countersigned: Countersign | null = null
): Verdict<FactDraft[]> {
	const draft = {
		type,
		subject: { kind: 'register', number },
		body,
		details,
		...(countersigned ? { countersigned } : {})
	};
	return allow([draft as unknown as FactDraft]);
}

const onlyFor = (context: DecideContext, role: Role) => (context.role === role ? null : refuse('noRight', { role }));
const slotOf = (slot: Slot) => (slot ? { slot } : {});
const rowsOf = (papers: string[], known: Known): RegisterRow[] => papers.map((paper) => rowOf(paper, known));

function rowOf(paper: string, known: Known): { paper: string; on?: FactId } {
	const last = custodyOf(paper, known)?.trail.at(-1)?.fact;
	return last ? { paper, on: last } : { paper };
}
