import { type Application, type FoldContext } from '#lib/domain/application/application.ts';
import { foldApplication } from '#lib/domain/application/fold.ts';
import { type BodyOf, type Fact, type FactDraft, type FactType, type PersonalOf } from '#lib/domain/fact/fact.ts';
import { type FactId, type JournalId, type OrgId, type Role, type StaffId } from '#lib/domain/fact/ids.ts';
import {
	type ApplicationNumber,
	makePaperNumber,
	type PaperNumber,
	resultNumberOf
} from '#lib/domain/number/paper-number.ts';
import { type RouteStep, type StepFact, type UnitCode } from '#lib/domain/regulation/route.ts';

export const CENTER = 'center-04' as OrgId;
export const BODY = 'body-15' as OrgId;
export const MORNING = Date.UTC(2026, 10, 23, 5, 0);
export const NUMBER = makePaperNumber(1, 1, 1, 7) as ApplicationNumber;
export const RESULT = resultNumberOf(NUMBER);
export const REGISTER = makePaperNumber(9, 2, 1, 5) as PaperNumber;

const UNITS: Record<StepFact, UnitCode> = {
	accepted: 'centerInspector',
	collected: 'accumulationInspector',
	dispatched: 'accumulationInspector',
	arrived: 'chancery',
	registered: 'chancery',
	assigned: 'head',
	drafted: 'executor',
	signed: 'head',
	recorded: 'chancery',
	returned: 'chancery',
	resultsArrived: 'accumulationInspector',
	handedOut: 'centerInspector'
};
const PHYSICAL: StepFact[] = ['collected', 'dispatched', 'arrived', 'returned', 'resultsArrived'];

/** The way through a Center, without the words of the law: enough for the fold. */
export const ROUTE: RouteStep[] = (Object.keys(UNITS) as StepFact[]).map((fact, index) => ({
	no: index + 1,
	unit: UNITS[fact],
	alsoBy: [],
	action: { kk: fact, ru: fact },
	completion: '',
	limit: null,
	starts: fact === 'accepted' ? 'visit' : fact === 'drafted' ? 'firstAssigned' : 'accepted',
	fact,
	physical: PHYSICAL.includes(fact),
	source: 'test'
}));

export const context: FoldContext = { routeOf: () => ROUTE };

const ORG_OF: Partial<Record<FactType, OrgId>> = {
	arrived: BODY,
	registered: BODY,
	assigned: BODY,
	examined: BODY,
	drafted: BODY,
	sentBack: BODY,
	signed: BODY,
	recorded: BODY,
	returned: BODY
};

type Overrides = Partial<
	Pick<Fact, 'at' | 'occurredAt' | 'on' | 'replaces' | 'org' | 'window' | 'subject' | 'clock' | 'journal' | 'seq'>
> & {
	role?: Role;
	actor?: string;
	id?: string;
};

/** Writes a story fact by fact; each names only what matters, the rest is plausible. Facts come an hour apart. */
export class Story {
	readonly facts: Fact[] = [];

	add<T extends FactType>(
		type: T,
		body: BodyOf<T>,
		more: Overrides = {},
		details: PersonalOf<T> | null = null
	): FactId {
		const seq = this.facts.length + 1;
		const id = (more.id ?? `${type}-${seq}`) as FactId;
		this.facts.push({
			v: 1,
			type,
			journal: 'J' as JournalId,
			seq,
			prev: '',
			subject: { kind: 'application', number: NUMBER },
			on: [],
			replaces: [],
			at: MORNING + seq * 3_600_000,
			clock: { offsetMs: 0, ageMs: 0 },
			role: UNITS[type as StepFact] ?? 'centerInspector',
			org: ORG_OF[type] ?? CENTER,
			body,
			details,
			...more,
			actor: (more.actor ?? 'staff-1') as StaffId,
			id
		} as unknown as Fact);
		return id;
	}

	/** A fact as a command planned it. */
	take<T extends FactType>({ type, body, details, on = [] }: FactDraft<T>, more: Overrides = {}): FactId {
		return this.add<T>(type, body, { on: [...on], ...more }, details);
	}

	accepted(more: Overrides = {}, body: Partial<BodyOf<'accepted'>> = {}): FactId {
		return this.add(
			'accepted',
			{
				regulation: { id: 'child-benefit-under-18', version: 1 },
				entry: 'center',
				center: CENTER,
				body: BODY,
				visitStartedAt: MORNING,
				documents: [{ form: 'copy', sheets: 2 }],
				language: 'kk',
				...body
			},
			{ window: '2', ...more },
			{
				surname: 'Оспанов',
				given: 'Ержан',
				patronymic: 'Қайратұлы',
				iin: '900101300017',
				address: 'Шымкент',
				documents: ['Туу туралы куәлік']
			}
		);
	}
	collected = (on?: FactId, more: Overrides = {}) =>
		this.add('collected', { rows: [row(NUMBER, on)], window: '2' }, { subject: list(), ...more });
	dispatched = (on?: FactId, more: Overrides = {}) =>
		this.add('dispatched', { rows: [row(NUMBER, on)], toBody: BODY }, { subject: list(), ...more });
	arrived = (
		on?: FactId,
		state: 'received' | 'missing' | 'damaged' | 'extra' | 'carried' = 'received',
		more: Overrides = {}
	) => this.add('arrived', { rows: [{ ...row(NUMBER, on), state }], register: REGISTER }, { subject: list(), ...more });
	registered = (on: FactId, more: Overrides = {}) => this.add('registered', {}, { on: [on], ...more });
	assigned = (on: FactId, more: Overrides = {}) =>
		this.add('assigned', { executor: 'staff-9' as StaffId }, { on: [on], ...more });
	drafted = (on: FactId, decision: 'notice' | 'refusal' = 'notice', more: Overrides = {}) =>
		this.add('drafted', { decision }, { on: [on], ...more });
	sentBack = (on: FactId, more: Overrides = {}) =>
		this.add('sentBack', {}, { on: [on], role: 'head', ...more }, { text: 'Мерзімін көрсетіңіз' });
	signed = (on: FactId, more: Overrides = {}) => this.add('signed', {}, { on: [on], ...more });
	recorded = (on: FactId, decision: 'notice' | 'refusal' = 'notice', more: Overrides = {}) =>
		this.add('recorded', { decision, sheets: 1 }, { on: [on], ...more });
	returned = (on?: FactId, more: Overrides = {}) =>
		this.add('returned', { rows: [row(RESULT, on)], toCenter: CENTER }, { subject: list(), ...more });
	resultsArrived = (on?: FactId, more: Overrides = {}) =>
		this.add(
			'resultsArrived',
			{ rows: [{ ...row(RESULT, on), state: 'received' }], register: REGISTER },
			{ subject: list(), ...more }
		);
	handedOut = (on: FactId[], more: Overrides = {}) =>
		this.add(
			'handedOut',
			{ to: 'applicant', sheets: 1, originals: { documents: 0, sheets: 0 } },
			{ on, ...more },
			{ receiver: { surname: 'Оспанов', given: 'Ержан' } }
		);
	annulled = (id: FactId, more: Overrides = {}) =>
		this.add('annulled', { reason: 'mistake' }, { on: [id], ...more }, { text: '' });

	/** The whole way with a notice; gives the ids by type. */
	whole(decision: 'notice' | 'refusal' = 'notice'): Record<StepFact, FactId> {
		const accepted = this.accepted();
		const collected = this.collected(accepted);
		const dispatched = this.dispatched(collected);
		const arrived = this.arrived(dispatched);
		const registered = this.registered(arrived);
		const assigned = this.assigned(registered);
		const drafted = this.drafted(assigned, decision);
		const signed = this.signed(drafted);
		const recorded = this.recorded(signed, decision);
		const returned = this.returned(recorded);
		const resultsArrived = this.resultsArrived(returned);
		const handedOut = this.handedOut([recorded, resultsArrived]);
		return {
			accepted,
			collected,
			dispatched,
			arrived,
			registered,
			assigned,
			drafted,
			signed,
			recorded,
			returned,
			resultsArrived,
			handedOut
		};
	}

	fold(facts: readonly Fact[] = this.facts): Application {
		return foldApplication(NUMBER, facts, context);
	}
}

export const aStory = (): Story => new Story();
const list = () => ({ kind: 'register', number: REGISTER }) as const;
const row = (paper: PaperNumber, on?: FactId) => (on ? { paper, on } : { paper });
