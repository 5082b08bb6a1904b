import { type Role, type StaffId } from '#lib/domain/fact/ids.ts';
import { closedJournal } from '#lib/journal/closed-journal.ts';
import { type Journal } from '#lib/journal/open-device-journal.ts';
import { type Colleague } from '#lib/protocol/context-messages.ts';
import { sharedShelf } from '#lib/device/session/browser-seat.ts';
import { statedScreensOf } from '#lib/screens/menu.ts';
import { STATED_WORK } from './stated-records.ts';
import { openingOf, type Stated, StatedNumber } from './stated-number.ts';

/**
 * Why somebody may not go on under a number: no colleague has it; they have no badge, so number and PIN are enough; nothing of their
 * work is done without proof; the browser keeps nothing, and a reload would open what is closed.
 */
export type StatedRefusal = 'unknownNumber' | 'pinIsEnough' | 'nothingToDo' | 'notKept';
type Ground = {
	people: readonly Colleague[];
	rolesOf: (person: Colleague) => readonly Role[];
	journal: Journal;
	session: { leave: () => void };
	seat: (person: Colleague, role: Role) => void;
};

/** Work under a number that was only stated, in this tab: with whom, and what is read and recorded meanwhile. */
export class StatedWork {
	readonly #kept = new StatedNumber(sharedShelf);
	/** As this tab shows it; who locked stays until the next person is there, for a screen may still be read. */
	current = $state.raw<Stated | null>(null);
	/** Something was read for the other state: the next screen begins with a page of its own. */
	isPageStale = false;
	#closed: Journal | null = null;

	/** The journal as screens may read it now. */
	view(whole: Journal): Journal {
		if (!this.current) return whole;
		this.#closed ??= closedJournal(whole, openingOf(this.current));
		return this.#closed;
	}

	isOf = (person: StaffId): boolean => this.#kept.of(person) !== null;

	/** Another tab has proven, or only stated, who works here. */
	hasChanged = (person: StaffId): boolean => this.current?.since !== this.#kept.of(person)?.since;

	/** @param person of theirs only: somebody else may have stated their number meanwhile */
	end(person?: StaffId): void {
		if (person === undefined || this.isOf(person)) this.#kept.end();
	}

	/** Somebody is there. @param isBack after a reload: nothing was read before */
	take(person: StaffId, isBack: boolean): void {
		const stated = this.#kept.of(person);
		if (!isBack && (stated !== null || this.current !== null)) this.isPageStale = true;
		this.current = stated;
		this.#closed = null;
	}

	/**
	 * Seats whoever has this number; what they will be asked about is durable before they begin.
	 * @returns why they may not go on; null where they do
	 */
	async begin(number: string, { people, rolesOf, journal, session, seat }: Ground): Promise<StatedRefusal | null> {
		const person = people.find((each) => each.number === number.trim());
		if (!person) return 'unknownNumber';
		if (!person.badge?.wrapped) return 'pinIsEnough';
		const role = rolesOf(person).find((each) => statedScreensOf(each).length > 0);
		if (!role) return 'nothingToDo';
		// Begun in another tab, it goes on.
		if (!this.isOf(person.id) && !(await this.#write(person.id, journal))) return 'notKept';
		session.leave();
		seat(person, role);
		return null;
	}

	async #write(person: StaffId, whole: Journal): Promise<boolean> {
		const { journal, seq: after } = (await whole.state()).head;
		const stated = { person, since: Date.now(), journal, after };
		const id = `stated:${person}:${journal}:${after}`;
		await whole.putDraft({ id, kind: STATED_WORK, updatedAt: stated.since, value: stated });
		return this.#kept.begin(stated);
	}
}
