import { type OrgId } from '#lib/domain/fact/ids.ts';
import { type Fact } from '#lib/domain/fact/fact.ts';
import { type ClosedSlot } from '#lib/domain/org/day-closing.ts';
import { typesThatFeed } from '#lib/domain/fact/traits.ts';
import { foldTray } from '#lib/domain/org/tray.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { type PlainDate } from '#lib/domain/time/plain-date.ts';
import { slotsOn } from '#lib/domain/time/slots.ts';
import { ALMATY, endOfDay, instantOf, localOf } from '#lib/domain/time/zone.ts';
import { type OwnOrg } from '#lib/protocol/context-messages.ts';
import { readableFacts } from '#lib/law/law.ts';
import { type ReadJournal } from './closing-facts.ts';

const REGISTER_OF = { collect: 'collection', dispatch: 'dispatch' } as const;
/** More rounds than any day has; a reading must have an end. */
const MOST_ROUNDS = 500;

/** The rounds of a Center's day against its times, with the reasons of those that were missed. */
export async function slotsOfDay(
	read: ReadJournal,
	org: OwnOrg,
	{ law, date, now }: { law: Law; date: PlainDate; now: number }
): Promise<ClosedSlot[]> {
	const from = instantOf(date, 0, ALMATY);
	const to = endOfDay(date, ALMATY);
	const { registers, reasons } = await read(async (reader) => ({
		registers: await reader.queryRegisters({ index: 'at', from, to: to - 1, limit: MOST_ROUNDS }),
		reasons: readableFacts(await reader.ofTypes(['slotMissed']))
	}));
	const context = { zone: ALMATY, hours: org.hours, calendar: law.calendarOf(org.id) };
	return (['collect', 'dispatch'] as const).flatMap((kind) => {
		const rounds = registers.flatMap((register) =>
			register.known && register.kind === REGISTER_OF[kind] && register.from === org.id ? [register.at] : []
		);
		const slots = slotsOn(Math.min(now, to - 1), org.slots[kind], rounds, context);
		return slots
			.filter(({ state }) => state === 'done' || state === 'missed')
			.map(({ time, instant }): ClosedSlot => ({
				kind,
				minutes: time,
				madeAt: nearestTo(instant, rounds, slots),
				reason: reasonOf(reasons, kind, date, time, org.id)
			}));
	});
}

/** The round that counts for a slot: the nearest of those that no other slot is nearer to. */
function nearestTo(instant: number, rounds: readonly number[], slots: readonly { instant: number }[]): number | null {
	const distance = (a: number, b: number) => Math.abs(a - b);
	const mine = rounds.filter((round) =>
		slots.every((other) => distance(round, instant) <= distance(round, other.instant))
	);
	return mine.sort((a, b) => distance(a, instant) - distance(b, instant))[0] ?? null;
}

function reasonOf(facts: readonly Fact[], kind: string, date: string, minutes: number, org: OrgId): string | null {
	const found = facts.find(
		(fact) =>
			fact.type === 'slotMissed' &&
			fact.org === org &&
			fact.body.kind === kind &&
			fact.body.date === date &&
			fact.body.minutes === minutes
	);
	return found?.type === 'slotMissed' ? (found.details?.text ?? null) : null;
}

/** What lies on the tray, and how much of it nobody explained: a description says which paper it is, not why it is there. */
export async function trayOf(
	read: ReadJournal,
	org: OrgId,
	{ corrections }: Law
): Promise<{ waiting: number; unexplained: number }> {
	const facts = readableFacts(await read((reader) => reader.ofTypes(typesThatFeed('tray'))));
	const { waiting } = foldTray(facts, org, corrections);
	return { waiting: waiting.length, unexplained: waiting.filter(({ explained }) => explained === null).length };
}

export const startOf = (date: PlainDate): number => instantOf(date, 0, ALMATY);
export const endOf = (date: PlainDate): number => endOfDay(date, ALMATY);
export const todayOf = (now: number): PlainDate => localOf(now, ALMATY).date;
