import { type StaffId } from '#lib/domain/fact/ids.ts';

const SEAT = 'tereze:seat';
/** Whether who has it only stated who they are (`stated-number`). */
export const STATED = 'tereze:stated';
const LAST = 'tereze:last-seat';

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Who works in this browser: one person at a time, whatever number of tabs. Each tab remembers its own person; this says whether that
 * person still has the browser, so that a lock in one tab locks them all, and nobody acts under another's name in a forgotten tab.
 */
export class BrowserSeat {
	readonly #shelf: Shelf;

	constructor(shelf: Shelf) {
		this.#shelf = shelf;
	}

	/** Whether this person has the browser now. Where nothing can be kept, a tab is on its own. */
	isOf(person: StaffId): boolean {
		try {
			return this.#shelf.getItem(SEAT) === person;
		} catch {
			return true;
		}
	}

	take(person: StaffId): void {
		quietly(() => {
			this.#shelf.setItem(SEAT, person);
			this.#shelf.setItem(LAST, person);
		});
	}

	/** The person goes; somebody who took the browser meanwhile stays. */
	leave(person: StaffId): void {
		if (this.isOf(person)) quietly(() => this.#shelf.removeItem(SEAT));
	}

	/** Whether this person was the last to work here: what lies on the screen is theirs then. */
	isLast(person: StaffId): boolean {
		try {
			const last = this.#shelf.getItem(LAST);
			return last === null || last === person;
		} catch {
			return true;
		}
	}
}

/** The storage that all tabs share, asked anew each time: reading the property itself may throw where it is forbidden. */
export const sharedShelf: Shelf = {
	getItem: (key) => localStorage.getItem(key),
	setItem: (key, value) => localStorage.setItem(key, value),
	removeItem: (key) => localStorage.removeItem(key)
};

/**
 * Calls back when another tab may have changed who works here. A frozen tab, or one that comes back from the back-forward cache, gets
 * no `storage` events of the time in between, so it looks when it is shown again. `isBack`: it comes from that cache, after whoever knows
 * what happened at the screen.
 */
export function watchSeat(target: Window, look: (isBack: boolean) => void): void {
	target.addEventListener('storage', ({ key }) => {
		if (key === SEAT || key === STATED || key === null) look(false);
	});
	target.addEventListener('pageshow', ({ persisted }) => look(persisted));
	target.document.addEventListener('visibilitychange', () => look(false));
}

function quietly(write: () => void): void {
	try {
		write();
	} catch {
		// A full or forbidden storage: each tab is on its own then.
	}
}
