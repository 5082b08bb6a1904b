import { v7 as uuid } from 'uuid';
import { type FactDraft } from '#lib/domain/fact/fact.ts';
import { type FactId, type JournalId, type OrgId, type Role, type StaffId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type JournalHead, writeFact } from '#lib/domain/fact/write-fact.ts';
import { makePaperNumber, type NumberKind } from '#lib/domain/number/paper-number.ts';
import {
	arriveAndAssign,
	collectAndDispatch,
	decide,
	type OnItsWay,
	type Orgs,
	type Register,
	type Sources,
	visit
} from './work-of-a-day.ts';
import { staffOf } from './staff-of.ts';

/** Monday 23 November 2026, 10:00 in Almaty. */
export const MORNING = Date.UTC(2026, 10, 23, 5, 0);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export const newId = (): FactId => uuid() as FactId;

/** Numbers of papers as one device gives them. */
export function numbersOf(device: number): Sources['number'] {
	const serials = new Map<NumberKind, number>();
	return (kind) => {
		const serial = (serials.get(kind) ?? 0) + 1;
		serials.set(kind, serial);
		return makePaperNumber(kind, device, serial, (serial * 7) % 1000);
	};
}

/** A journal that is written without a store, as another device would write it. */
export function journalOf(journal: string, org: OrgId) {
	let head: JournalHead = { journal: journal as JournalId, seq: 0, hash: '' };
	return (draft: FactDraft, role: Role, at: number): StoredFact => {
		const actor = staffOf(role, org) as StaffId;
		const stamp = { at, clock: { offsetMs: 0, ageMs: 1000 }, actor, role, org, window: '2' };
		const fact = writeFact(draft, stamp, head, { newId, newSalt: () => crypto.randomUUID() });
		head = fact;
		return fact;
	};
}

export type Journals = { center: string; body: string };
export type Day = { center: StoredFact[]; body: StoredFact[] };

/**
 * Days of a Center and its body. An application moves on from day to day, so its facts lie apart in the stream, as they do in
 * life: accepted and dispatched on the first day, registered and assigned on the second, drafted on the third, signed and (every
 * other) entered in the ledger on the fourth.
 */
export function* daysOf(journals: Journals, orgs: Orgs, visitsADay: number, device: number): Generator<Day> {
	const sources: Sources = { number: numbersOf(device), newId };
	const body: Sources = { number: numbersOf(device + 1), newId };
	const writeCenter = journalOf(journals.center, orgs.center);
	const writeBody = journalOf(journals.body, orgs.body);
	let registers: Register[] = [];
	let assigned: OnItsWay[] = [];
	let drafted: OnItsWay[] = [];
	for (let day = 0; ; day += 1) {
		const noon = MORNING + day * DAY;
		const centerFacts: StoredFact[] = [];
		const bodyFacts: StoredFact[] = [];
		const packets: OnItsWay[] = [];
		for (let nr = 0; nr < visitsADay; nr += 1) {
			const at = noon + nr * MINUTE;
			const { accepted, printed, packet } = visit(day * visitsADay + nr, at, orgs, sources);
			centerFacts.push(writeCenter(accepted, 'centerInspector', at), writeCenter(printed, 'centerInspector', at));
			packets.push(packet);
		}
		const sent = collectAndDispatch(packets, orgs, sources);
		const evening = noon + 8 * 60 * MINUTE;
		for (const draft of sent.drafts) centerFacts.push(writeCenter(draft, 'accumulationInspector', evening));

		const came = registers.map((register) => arriveAndAssign(register, body));
		const signed = decide('signed', drafted, body);
		const recorded = decide('recorded', signed.after.slice(0, Math.ceil(signed.after.length / 2)), body);
		const draftedNow = decide('drafted', assigned, body);
		for (const { drafts } of came)
			for (const draft of drafts)
				bodyFacts.push(writeBody(draft, draft.type === 'assigned' ? 'head' : 'chancery', noon));
		for (const draft of draftedNow.drafts) bodyFacts.push(writeBody(draft, 'executor', noon));
		for (const draft of signed.drafts) bodyFacts.push(writeBody(draft, 'head', noon));
		for (const draft of recorded.drafts) bodyFacts.push(writeBody(draft, 'chancery', noon));
		registers = sent.registers;
		assigned = came.flatMap((each) => each.assigned);
		drafted = draftedNow.after;
		yield { center: centerFacts, body: bodyFacts };
	}
}
