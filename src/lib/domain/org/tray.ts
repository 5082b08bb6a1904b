import { type ClockCorrection } from '../application/application.ts';
import { compareByTime, legalTimeOf } from '../application/legal-time.ts';
import { type BodyOf, type Fact, type FactOf } from '../fact/fact.ts';
import { type FactId, type Instant, type OrgId, type StaffId } from '../fact/ids.ts';
import { counting } from '../verdict/flags.ts';

/** Marks the explanation of a paper that stays: the fact takes nothing off the tray. */
export const STAYS = 'staysAside';

/** A paper without a record, a record without a paper, a label that cannot be read. */
export type TrayItem = {
	id: FactId;
	at: Instant;
	/** The person who set it aside is responsible for it. */
	owner: StaffId;
	why: BodyOf<'setAside'>['why'];
	number: string | null;
	/** Null where the personal part is missing. */
	text: string | null;
	/** The latest explanation why it stays; null without one. */
	explained: { by: StaffId; at: Instant; text: string | null } | null;
};

type Settlement = {
	fact: FactId;
	at: Instant;
	by: StaffId;
	way: BodyOf<'discrepancySettled'>['way'];
	text: string | null;
};

/** Waiting papers, the oldest first; settled ones, the latest first. */
export type Tray = { waiting: TrayItem[]; settled: (TrayItem & { settlement: Settlement })[] };

/** The tray of one org, from facts in any order, repeats allowed. */
export function foldTray(facts: readonly Fact[], org: OrgId, corrections: readonly ClockCorrection[] = []): Tray {
	const placed = [...new Map(counting(facts).map((fact) => [fact.id, fact])).values()]
		.filter(({ subject }) => subject.kind === 'org' && subject.org === org)
		.map((fact) => ({ fact, at: legalTimeOf(fact, corrections), journal: fact.journal, seq: fact.seq }))
		.sort(compareByTime);
	const settlements = new Map<FactId, Settlement>();
	const explanations = new Map<FactId, NonNullable<TrayItem['explained']>>();
	for (const { fact, at } of placed) {
		if (fact.type !== 'discrepancySettled') continue;
		if (fact.body.anomaly === STAYS) {
			for (const id of fact.on) explanations.set(id, { by: fact.actor, at, text: fact.details?.text ?? null });
			continue;
		}
		for (const id of fact.on) if (!settlements.has(id)) settlements.set(id, settlementOf(fact, at));
	}
	const tray: Tray = { waiting: [], settled: [] };
	for (const { fact, at } of placed) {
		if (fact.type !== 'setAside') continue;
		const item = itemOf(fact, at, explanations.get(fact.id) ?? null);
		const settlement = settlements.get(fact.id);
		if (settlement) tray.settled.push({ ...item, settlement });
		else tray.waiting.push(item);
	}
	tray.settled.sort((a, b) => b.settlement.at - a.settlement.at || (a.id < b.id ? -1 : 1));
	return tray;
}

function itemOf(fact: Extract<Fact, FactOf<'setAside'>>, at: Instant, explained: TrayItem['explained']): TrayItem {
	const { id, actor, body, details } = fact;
	return { id, at, owner: actor, why: body.why, number: body.number ?? null, text: details?.text ?? null, explained };
}

function settlementOf(fact: Extract<Fact, FactOf<'discrepancySettled'>>, at: Instant): Settlement {
	return { fact: fact.id, at, by: fact.actor, way: fact.body.way, text: fact.details?.text ?? null };
}
