import { clockTime } from './paper-dates.ts';
import { type Bilingual, type PaperText, type TallyRow } from './paper-model.ts';
import { inline } from './paper-words.ts';

/** A collection round or a dispatch at its time of the day; all times are minutes since midnight. */
export type ClosingSlot = {
	readonly kind: 'collect' | 'dispatch';
	readonly at: number;
	/** Actual time; null if it was missed. */
	readonly doneAt: number | null;
	/** Beyond the slot's own tolerance; 0 if it was in time. */
	readonly lateMinutes: number;
	/** Why it was late or missed, as typed; empty if no reason was given. */
	readonly reason: string;
};

const KINDS: Readonly<Record<ClosingSlot['kind'], Bilingual>> = {
	collect: { kk: 'Жинау', ru: 'Сбор' },
	dispatch: { kk: 'Жөнелту', ru: 'Отправка' }
};

/** For each slot of the day: when it was due, when it took place, and a remark. */
export function slotRows(slots: readonly ClosingSlot[]): readonly TallyRow[] {
	return slots.map((slot) => ({
		label: { kk: `${KINDS[slot.kind].kk}: ${clockTime(slot.at)}`, ru: `${KINDS[slot.kind].ru}: ${clockTime(slot.at)}` },
		value: slot.doneAt === null ? '—' : clockTime(slot.doneAt),
		remark: remark(slot),
		sign: slot.doneAt !== null && slot.lateMinutes === 0 ? 'good' : 'bad'
	}));
}

function remark({ doneAt, lateMinutes, reason }: ClosingSlot): PaperText {
	if (doneAt !== null && lateMinutes === 0) return { kk: 'уақытында', ru: 'вовремя' };
	const words: Bilingual =
		doneAt === null
			? { kk: 'өтпеді', ru: 'не состоялось' }
			: { kk: `кешігу ${lateMinutes} мин`, ru: `задержка ${lateMinutes} мин` };
	// The reason is in its author's language, and is printed once.
	return reason === '' ? words : `${inline(words)}. ${reason}`;
}
