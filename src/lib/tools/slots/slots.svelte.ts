import * as v from 'valibot';
import { slotOfRound } from '#lib/domain/register/round-slot.ts';
import { instantOf, localOf, ALMATY } from '#lib/domain/time/zone.ts';
import { type Slot, slotsOn } from '#lib/domain/time/slots.ts';
import { newId } from '#lib/journal/open-device-journal.ts';
import { KeptDraft, readAs, readDrafts } from '#lib/device/drafts/kept-draft.ts';
import { actInOffice, type Recorded } from '#lib/device/session/acts.ts';
import { AskedOnce } from '#lib/device/drafts/asked-once.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { lawHere } from '#lib/device/live/law.svelte.ts';
import { now } from '#lib/device/live/now.svelte.ts';
import { watch } from '#lib/device/live/watch.svelte.ts';

type SlotKind = 'collect' | 'dispatch';
/** A slot of today; `explained`: a reason for missing it was given on this device. */
export type DaySlot = Slot & { explained: boolean };

const REGISTER_OF = { collect: 'collection', dispatch: 'dispatch' } as const;
/** More rounds than any day has; a reading must have an end. */
const MOST_ROUNDS = 300;

const slotContext = () => ({
	zone: ALMATY,
	hours: desk.context!.org.hours,
	calendar: lawHere.law.calendarOf(desk.org)
});
const todayOf = (at: number) => localOf(at, ALMATY).date;
const reasonId = (kind: SlotKind, date: string, minutes: number) => `slot-missed:${kind}:${date}:${minutes}`;

/** The slot that a round made at this moment counts for, for the body of its fact. */
export const slotNow = (kind: SlotKind, at: number) => slotOfRound(at, desk.context!.org.slots[kind], slotContext());

/** That a reason was given is all that is noted. */
const NOTED = 'slot-missed';
const readNote = readAs(v.null());

/** Today's rounds of one kind against the times of the Center. Make it while a component initialises. */
export class DaySlots {
	readonly kind: SlotKind;
	readonly #asked = new AskedOnce(newId);
	readonly #read = watch(async (reader) => {
		const today = todayOf(Date.now());
		const registers = await reader.queryRegisters({
			index: 'at',
			from: instantOf(today, 0, ALMATY),
			limit: MOST_ROUNDS
		});
		return { registers, reasons: (await readDrafts(reader, NOTED, readNote)).map(({ id }) => id) };
	});

	constructor(kind: SlotKind) {
		this.kind = kind;
	}

	/** Registers of this kind that left here today, the oldest first. */
	readonly rounds = $derived.by(() =>
		(this.#read.value?.registers ?? []).flatMap((register) =>
			register.known && register.kind === REGISTER_OF[this.kind] && register.from === desk.org ? [register] : []
		)
	);

	/** Undefined until the first reading; empty on a day without work. */
	readonly slots: DaySlot[] | undefined = $derived.by(() => {
		if (!this.#read.value || !desk.context) return undefined;
		const times = desk.context.org.slots[this.kind];
		const rounds = this.rounds.map(({ at }) => at);
		const today = todayOf(now.ms);
		const { reasons } = this.#read.value;
		return slotsOn(now.ms, times, rounds, slotContext()).map((slot) => ({
			...slot,
			explained: reasons.includes(reasonId(this.kind, today, slot.time))
		}));
	});

	/** Says why a slot was missed: a fact of the org. That it was said is noted here, so that it is asked only once. */
	async explain(minutes: number, text: string): Promise<Recorded> {
		const date = todayOf(Date.now());
		const slot = { kind: this.kind, date, minutes };
		const recorded = await actInOffice({ kind: 'missSlot', slot, text }, { id: this.#asked.idOf([slot, text]) });
		if (!recorded.ok) return recorded;
		await new KeptDraft(reasonId(this.kind, date, minutes), NOTED, readNote).put(null);
		this.#read.again();
		return recorded;
	}
}
