import { type FactId, type JournalId, type StaffId } from '#lib/domain/fact/ids.ts';
import { typesThatFeed } from '#lib/domain/fact/traits.ts';
import { sessionText } from '#lib/domain/registry/session-text.ts';
import { readableFacts } from '#lib/law/readable-facts.ts';
import { type ActStamp } from '#lib/journal/device-journal.ts';
import { type Journal, newId } from '#lib/journal/open-device-journal.ts';
import { type Colleague } from '#lib/protocol/context-messages.ts';
import { sharedShelf } from './browser-seat.ts';
import { KEY_HELD_MS, type KeyHolder } from '#lib/device/keys/key-holder.ts';
import { keysHere } from '#lib/device/keys/keys-here.ts';
import { keyNameOf } from '#lib/device/keys/unlocking.ts';

const KEPT = 'tereze:session';

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
type Open = { person: StaffId; id: FactId; at: number };
type Ports = { journal: () => Journal; keys: () => KeyHolder; shelf: Shelf };

/**
 * The session of whoever works in this browser: signed with their key as they come, named by each of their facts, ended as they lock.
 * All tabs share it, as they share the person. Who has no badge has none; nobody is kept from working because it could not be written.
 */
export class DeskSession {
	readonly #ports: Ports;
	/** What this tab had last: an act that ends behind the lock belongs to it. */
	#last: Open | null = null;

	constructor(ports: Ports) {
		this.#ports = ports;
	}

	/** The session that an actor's facts are of. */
	of(actor: StaffId): FactId | undefined {
		const open = this.#read() ?? this.#last;
		return open?.person === actor ? open.id : undefined;
	}

	/** Somebody comes. @param isBack after a reload: a session that goes on is not begun again */
	async begin(person: Colleague | undefined, stamp: ActStamp, isBack: boolean): Promise<void> {
		const name = keyNameOf(person);
		const open = this.#read();
		const goesOn = isBack && open?.person === stamp.actor && Math.abs(stamp.at - open.at) < KEY_HELD_MS;
		if (goesOn) return void (this.#last = open);
		this.#keep(null);
		this.#last = null;
		if (!name) return;
		const id = newId();
		const { device, known } = await this.#placeNow();
		const opened = { device, ...(known ? { known } : {}) };
		const text = sessionText({ ...opened, session: id, person: stamp.actor, at: stamp.at });
		const signature = await this.#ports.keys().sign(name, text);
		if (signature === null) return;
		const command = { kind: 'unlock', ...opened, signature } as const;
		const written = await this.#ports.journal().actInOffice(command, { stamp: { ...stamp, session: id } }, id);
		if (written.ok && written.answer.ok) this.#keep((this.#last = { person: stamp.actor, id, at: stamp.at }));
	}

	/** Somebody comes who proves nothing: what is open here is not theirs. */
	leave(): void {
		this.#keep(null);
		this.#last = null;
	}

	/** They lock: written behind what they had begun. Of several tabs the first one says it. */
	async end(stamp: ActStamp): Promise<void> {
		const open = this.#read();
		if (open?.person !== stamp.actor) return;
		this.#keep(null);
		await this.#ports
			.journal()
			.actInOffice({ kind: 'lock', session: open.id }, { stamp: { ...stamp, session: open.id } });
	}

	async #placeNow(): Promise<{ device: JournalId; known: { journal: JournalId; seq: number } | null }> {
		const [{ head }, stored] = await Promise.all([
			this.#ports.journal().state(),
			this.#ports.journal().read((reader) => reader.ofTypes(typesThatFeed('registry')))
		]);
		const last = readableFacts(stored).reduce<{ at: number; journal: JournalId; seq: number } | null>(
			(latest, { at, journal, seq }) =>
				latest === null || at > latest.at || (at === latest.at && seq > latest.seq) ? { at, journal, seq } : latest,
			null
		);
		return { device: head.journal, known: last && { journal: last.journal, seq: last.seq } };
	}

	#read(): Open | null {
		try {
			const kept: unknown = JSON.parse(this.#ports.shelf.getItem(KEPT) ?? 'null');
			return typeof kept === 'object' ? (kept as Open | null) : null;
		} catch {
			return null;
		}
	}

	#keep(open: Open | null): void {
		try {
			if (open) this.#ports.shelf.setItem(KEPT, JSON.stringify(open));
			else this.#ports.shelf.removeItem(KEPT);
		} catch {
			// A full or forbidden storage: each tab is on its own then.
		}
	}
}

/** The session of this browser. */
export const deskSessionHere = (journal: () => Journal): DeskSession =>
	new DeskSession({ journal, keys: keysHere, shelf: sharedShelf });
