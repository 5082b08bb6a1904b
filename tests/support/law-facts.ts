import { type FactDraft } from '#lib/domain/fact/fact.ts';
import { type FactId, type JournalId, type OrgId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type JournalHead, writeFact } from '#lib/domain/fact/write-fact.ts';
import childBenefit from '#lib/law/resolution-370/child-benefit-under-18.json' with { type: 'json' };
import { acceptance, BODY_ORG, CENTER_ORG, registration, stamp } from './fact-drafts.ts';

/** Monday 23.11.2026, 10:00 in Shymkent. */
export const MONDAY = Date.UTC(2026, 10, 23, 5, 0);
export const MINUTE = 60_000;
export const DAY = 86_400_000;

type Written = { draft: FactDraft; at: number; org?: OrgId };
let made = 0;

/** Facts of one journal, each with its own time and org. */
export function written(entries: readonly Written[], journal: string): StoredFact[] {
	let head: JournalHead = { journal: journal as JournalId, seq: 0, hash: '' };
	return entries.map(({ draft, at, org = CENTER_ORG }) => {
		const full = { ...stamp({ at, org }), clock: { offsetMs: 0, ageMs: 0 } };
		const newId = () => `law-${(made += 1)}` as FactId;
		const fact = writeFact(draft, full, head, { newId, newSalt: () => 'salt' });
		head = fact;
		return fact;
	});
}

/** What an administrator says of a day. */
export const dayWord = (
	date: string,
	day: 'dayOff' | 'workingDay' | 'asInTheData',
	org: OrgId = CENTER_ORG,
	tell: OrgId[] = []
): FactDraft<'calendarChanged'> => ({
	type: 'calendarChanged',
	subject: { kind: 'org', org },
	body: {
		date,
		...(day === 'asInTheData' ? { day: 'workingDay', undo: true } : { day }),
		...(tell.length > 0 ? { tell } : {})
	},
	details: null
});

export const clockCheck = (journal: string, offsetMs: number, to = 1000): FactDraft<'clockChecked'> => ({
	type: 'clockChecked',
	subject: { kind: 'org', org: CENTER_ORG },
	body: { journal: journal as JournalId, from: 1, to, offsetMs, checkedAt: MONDAY },
	details: null
});

/** The text of another version of the child benefit's regulation, with something changed. */
export function anotherVersion(version = 2, change: (data: typeof childBenefit) => void = () => {}): string {
	const data = structuredClone(childBenefit);
	data.version = version;
	data.validFrom = '2026-11-24';
	change(data);
	return JSON.stringify(data);
}

/** The examination at the body gets other days: a change that every due time shows. */
export const examinedIn = (amount: number) => (data: typeof childBenefit) => {
	const row = data.routes.body.find(({ fact }) => fact === 'drafted');
	data.validFrom = '2012-12-14';
	data.table1.actions.find(({ number }) => number === row?.action)!.limit.amount = amount;
};

export const regulationImport = (text: string, version = 2, tell: OrgId[] = []): FactDraft<'regulationImported'> => ({
	type: 'regulationImported',
	subject: { kind: 'org', org: BODY_ORG },
	body: { id: childBenefit.id, version, text, ...(tell.length > 0 ? { tell } : {}) },
	details: null
});

/** An application at the body that waits for its draft: accepted, arrived, registered and assigned on that Monday. */
export function examined(number: string, version = 1, id: string = childBenefit.id): StoredFact[] {
	const accepted = acceptance(number);
	accepted.body.regulation = { id, version };
	const [first] = written([{ draft: { ...accepted, id: `accepted-${number}` as FactId }, at: MONDAY }], `w-${number}`);
	const registered = { ...registration(number, [first!.id]), id: `registered-${number}` as FactId };
	const assigned: FactDraft<'assigned'> = {
		type: 'assigned',
		subject: { kind: 'application', number },
		on: [registered.id],
		body: { executor: stamp().actor },
		details: null
	};
	const atBody = written(
		[
			{ draft: registered, at: MONDAY + 60 * MINUTE, org: BODY_ORG },
			{ draft: assigned, at: MONDAY + 90 * MINUTE, org: BODY_ORG }
		],
		`b-${number}`
	);
	return [first!, ...atBody];
}
