import { type PlainDate } from '#lib/domain/time/plain-date.ts';
import { isOldPin } from '#lib/protocol/pin.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';

/** Whoever has a PIN of an earlier rule, or one that cannot open their badge, is asked for a new one, not in the middle of work and not twice a day. */
class OldPin {
	#putOff = $state.raw<Readonly<Record<string, PlainDate>>>({});

	/** Whether to ask the person at work now. Without a line nothing can be set: work goes on. */
	get isAsked(): boolean {
		const known = desk.person && desk.colleague(desk.person.id);
		if (!desk.person || !known?.pin || !navigator.onLine) return false;
		if (!isOldPin(known.pin) && (!known.badge || known.badge.wrapped)) return false;
		return this.#putOff[desk.person.id] !== desk.today;
	}

	/** Until tomorrow, or until the tab is loaded anew. */
	putOff(): void {
		if (desk.person) this.#putOff = { ...this.#putOff, [desk.person.id]: desk.today };
	}
}

export const oldPin = new OldPin();
