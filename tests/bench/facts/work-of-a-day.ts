import { type FactDraft } from '#lib/domain/fact/fact.ts';
import { type FactId, type OrgId, type StaffId } from '#lib/domain/fact/ids.ts';
import { type ApplicationNumber, type NumberKind, type PaperNumber } from '#lib/domain/number/paper-number.ts';
import { applicantOf } from './made-up-people.ts';

/** Rows of a round at the windows, and of a register that goes to the body. */
const COLLECTED_AT_ONCE = 10;
const DISPATCHED_AT_ONCE = 20;

export type Orgs = { center: OrgId; body: OrgId };
export type Sources = { number: (kind: NumberKind) => PaperNumber; newId: () => FactId };

/** An application on its way, with the fact that the next one acts on. */
export type OnItsWay = { number: ApplicationNumber; on: FactId };
export type Register = { number: PaperNumber; rows: OnItsWay[] };

/** What an inspector records of one visit: the acceptance with its personal part, and the receipt's print. */
export function visit(nr: number, at: number, { center, body }: Orgs, { number, newId }: Sources) {
	const id = newId();
	const packet = number(1) as ApplicationNumber;
	const subject = { kind: 'application', number: packet } as const;
	const accepted: FactDraft<'accepted'> = {
		id,
		type: 'accepted',
		subject,
		body: {
			regulation: { id: 'child-benefit-under-18', version: 1 },
			entry: 'center',
			center,
			body,
			visitStartedAt: at - 11 * 60_000,
			documents: [1, 2, 1, 3].map((sheets) => ({ form: 'copy', sheets })),
			language: 'kk'
		},
		details: applicantOf(nr)
	};
	const printed: FactDraft<'printed'> = {
		type: 'printed',
		subject,
		on: [id],
		body: { document: 'receipt', copy: 1, reason: 'first' },
		details: null
	};
	return { accepted, printed, packet: { number: packet, on: id } satisfies OnItsWay };
}

/** The collection unit takes the packets from the windows and sends them off in registers. */
export function collectAndDispatch(packets: readonly OnItsWay[], { body }: Orgs, { number, newId }: Sources) {
	const drafts: FactDraft[] = [];
	const collected: OnItsWay[] = [];
	for (const rows of pieces(packets, COLLECTED_AT_ONCE)) {
		const id = newId();
		const subject = { kind: 'register', number: number(9) } as const;
		drafts.push({ id, type: 'collected', subject, body: { rows: rowsOf(rows), window: '2' }, details: null });
		collected.push(...rows.map((row) => ({ number: row.number, on: id })));
	}
	const registers = pieces(collected, DISPATCHED_AT_ONCE).map((rows): Register => {
		const id = newId();
		const register = number(9);
		drafts.push({
			id,
			type: 'dispatched',
			subject: { kind: 'register', number: register },
			body: { rows: rowsOf(rows), toBody: body },
			details: { courier: 'Қалиев Нұрлан' }
		});
		return { number: register, rows: rows.map((row) => ({ number: row.number, on: id })) };
	});
	return { drafts, registers };
}

/** The body's chancery checks a register and registers its packets; the head assigns them. Gives the assignments. */
export function arriveAndAssign({ number: register, rows }: Register, { number, newId }: Sources) {
	const arrived = newId();
	const drafts: FactDraft[] = [
		{
			id: arrived,
			type: 'arrived',
			subject: { kind: 'register', number: number(9) },
			body: { rows: rowsOf(rows).map((row) => ({ ...row, state: 'received' as const })), register },
			details: null
		}
	];
	const assigned = rows.map(({ number: packet }): OnItsWay => {
		const [registered, id] = [newId(), newId()];
		const subject = { kind: 'application', number: packet } as const;
		drafts.push({ id: registered, type: 'registered', subject, on: [arrived], body: {}, details: null });
		const executor = 'staff-203' as StaffId;
		drafts.push({ id, type: 'assigned', subject, on: [registered], body: { executor }, details: null });
		return { number: packet, on: id };
	});
	return { drafts, assigned };
}

/** One step of the decision for each application. */
export function decide(type: 'drafted' | 'signed' | 'recorded', before: readonly OnItsWay[], { newId }: Sources) {
	const drafts: FactDraft[] = [];
	const after = before.map(({ number, on }): OnItsWay => {
		const id = newId();
		const common = { id, subject: { kind: 'application', number } as const, on: [on] };
		if (type === 'drafted') drafts.push({ ...common, type, body: { decision: 'notice' }, details: null });
		else if (type === 'signed') drafts.push({ ...common, type, body: {}, details: null });
		else drafts.push({ ...common, type, body: { decision: 'notice', sheets: 1 }, details: null });
		return { number, on: id };
	});
	return { drafts, after };
}

const rowsOf = (rows: readonly OnItsWay[]) => rows.map(({ number, on }) => ({ paper: number, on }));

export function pieces<T>(list: readonly T[], size: number): T[][] {
	return Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));
}
