import { type Fact, type FactOf, type FactType } from '../fact/fact.ts';
import { type OrgId, type Role } from '../fact/ids.ts';
import { type Holder, type PaperKind } from './application.ts';
import { rowOf } from './causes.ts';

/** To whom a fact gives a paper; undefined where it does not, as when the paper is not on its list. */
type Move<T extends FactType> = (fact: FactOf<T>, number: string) => Holder | undefined;
type Moves<T extends FactType> = { readonly [paper in PaperKind]?: Move<T> };

type Written = Pick<Fact, 'id' | 'org' | 'role' | 'actor' | 'window'>;

const atWindow = ({ org, window }: Written): Holder => ({ kind: 'window', org, window: window ?? '' });
const atHead = ({ org }: Written): Holder => ({ kind: 'head', org });
const atChancery = ({ org }: Written): Holder => ({ kind: 'chancery', org });
const atCollection = ({ org }: Written): Holder => ({ kind: 'collection', org });
const withApplicant = (): Holder => ({ kind: 'applicant' });

const inTransit = ({ subject, org }: Fact, to: OrgId): Holder => ({
	kind: 'transit',
	register: subject.kind === 'register' ? subject.number : '',
	from: org,
	to
});

/** A row carried over to the next day is still searched for: no move. A missing one has left its holder and has none. */
function checkedOff(fact: Fact, number: string, paper: PaperKind, there: Holder): Holder | undefined {
	switch (rowOf(fact, number, paper)?.state) {
		case 'received':
		case 'damaged':
		case 'extra':
			return there;
		case 'missing':
			return { kind: 'unknown', why: 'missing', since: fact.id };
		case 'carried':
		case undefined:
			return undefined;
	}
}

/** A found paper is held by its finder. */
function atFinder(fact: Written): Holder {
	const desks: Partial<Record<Role, (fact: Written) => Holder>> = {
		centerInspector: atWindow,
		accumulationInspector: atCollection,
		centerHead: atCollection,
		head: atHead,
		executor: ({ org, actor }) => ({ kind: 'executor', org, staff: actor })
	};
	return (desks[fact.role] ?? atChancery)(fact);
}

const loses =
	(paper: PaperKind): Move<'lost'> =>
	({ id, body }) =>
		body.paper === paper ? { kind: 'unknown', why: 'lost', since: id } : undefined;

const finds =
	(paper: PaperKind): Move<'reconstructed'> =>
	(fact) =>
		fact.body.paper === paper ? atFinder(fact) : undefined;

/** The facts that move a paper, and where to. Other types move none. */
const MOVES: { readonly [T in FactType]?: Moves<T> } = {
	accepted: { packet: (fact) => (fact.body.entry === 'center' ? atWindow(fact) : atHead(fact)) },
	collected: { packet: (fact, number) => rowOf(fact, number, 'packet') && atCollection(fact) },
	dispatched: { packet: (fact, number) => rowOf(fact, number, 'packet') && inTransit(fact, fact.body.toBody) },
	arrived: { packet: (fact, number) => checkedOff(fact, number, 'packet', atChancery(fact)) },
	registered: { packet: atHead },
	assigned: { packet: ({ org, body }) => ({ kind: 'executor', org, staff: body.executor }) },
	drafted: { result: atHead },
	sentBack: {
		// Of two drafts one stays with the head.
		result: ({ org, actor, body }) =>
			body.chosen ? { kind: 'head', org } : { kind: 'executor', org, staff: body.to ?? actor }
	},
	signed: { result: atChancery },
	recorded: { packet: ({ org }) => ({ kind: 'archive', org }), result: atChancery },
	returned: { result: (fact, number) => rowOf(fact, number, 'result') && inTransit(fact, fact.body.toCenter) },
	resultsArrived: { result: (fact, number) => checkedOff(fact, number, 'result', atCollection(fact)) },
	handedOut: { result: withApplicant },
	handedOutWithoutReceipt: { result: withApplicant },
	redirected: { packet: ({ org, body }) => ({ kind: 'transit', register: '', from: org, to: body.toBody }) },
	documentsReturned: { packet: withApplicant },
	lost: { packet: loses('packet'), result: loses('result') },
	reconstructed: { packet: finds('packet'), result: finds('result') }
};

/** The holder after a fact; undefined where the fact does not move the paper. */
export function destinationOf(fact: Fact, number: string, paper: PaperKind): Holder | undefined {
	const move = MOVES[fact.type]?.[paper] as ((fact: Fact, number: string) => Holder | undefined) | undefined;
	return move?.(fact, number);
}
