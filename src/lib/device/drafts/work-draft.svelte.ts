import * as v from 'valibot';
import { type FactId, FactIdSchema } from '#lib/domain/fact/ids.ts';
import { newId } from '#lib/journal/open-device-journal.ts';
import { type DraftKeeper, draftKeeper } from './draft-keeper.ts';
import { KeptDraft, readAs } from './kept-draft.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';

type Stored<T> = { factId: FactId; value: T };
const StoredSchema = v.object({ factId: FactIdSchema, value: v.unknown() });

const TIMER = {
	set: (run: () => void, ms: number) => {
		const timer = setTimeout(run, ms);
		return () => clearTimeout(timer);
	}
};

/**
 * Something half written that becomes one fact: what is typed is on the disk within 250 ms, and the id of the fact is given
 * beforehand, so that a crash in the middle of saving never records it twice.
 */
export class WorkDraft<T extends object> {
	/** The draft as it stands; what it is bound to changes it. */
	value: T = $state()!;
	/** Whether the last change got onto the disk. */
	kept = $state(true);
	/** It was found on the disk. */
	restored = $state(false);
	readonly #draft: KeptDraft<Stored<unknown>>;
	readonly #read: (stored: unknown, blank: T) => T;
	#begun = $state.raw('');
	#factId: FactId = newId();
	#stored = false;
	#open = false;
	#keeper: DraftKeeper<Stored<T>> = this.#newKeeper();

	/** @param read what was stored, by this or an older version; what cannot be read is taken from the blank one */
	constructor(id: string, kind: string, blank: T, read: (stored: unknown, blank: T) => T) {
		this.#draft = new KeptDraft(id, kind, readAs(StoredSchema));
		this.#read = read;
		this.#start(blank);
	}

	get factId(): FactId {
		return this.#factId;
	}

	/** Something was typed that is in no fact yet. */
	get typed(): boolean {
		return JSON.stringify(this.value) !== this.#begun;
	}

	/**
	 * Reads the draft from the disk; one whose fact is saved already (a crash came between) begins anew.
	 * @returns whether that was so: what belonged to that fact is over, too
	 */
	async open(): Promise<boolean> {
		const { stored, saved } = await desk.journal.read(async (reader) => {
			const stored = await this.#draft.readIn(reader);
			return { stored, saved: stored !== undefined && (await reader.heldIds([stored.factId])).size > 0 };
		});
		if (stored && saved) await this.#draft.remove();
		else if (stored) {
			this.#factId = stored.factId;
			this.value = this.#read(stored.value, JSON.parse(this.#begun) as T);
			this.#stored = this.restored = true;
		}
		this.#open = true;
		return saved;
	}

	/** Call in an effect: every change is written. */
	keep(): void {
		const value = $state.snapshot(this.value) as T;
		if (!this.#open || (!this.#stored && !this.typed)) return;
		this.#keeper.change({ factId: this.#factId, value });
	}

	flush = (): Promise<void> => this.#keeper.flush();

	/** For `onMount` of a form that comes and goes: reads the draft, and writes what is left when the form or the page goes. */
	begin(): () => void {
		void this.open();
		addEventListener('pagehide', this.flush);
		document.addEventListener('visibilitychange', this.flush);
		return () => {
			removeEventListener('pagehide', this.flush);
			document.removeEventListener('visibilitychange', this.flush);
			void this.flush();
		};
	}

	/** It has become a fact: the draft goes, and the next one begins. */
	async finish(next: T): Promise<void> {
		// A draft that cannot be removed now is known by its fact when it is opened again.
		await this.#keeper.end().catch((problem: unknown) => reportError(problem));
		this.#keeper = this.#newKeeper();
		this.#start(next);
	}

	#start(blank: T): void {
		this.#begun = JSON.stringify(blank);
		this.#factId = newId();
		this.#stored = this.restored = false;
		this.value = blank;
	}

	#newKeeper(): DraftKeeper<Stored<T>> {
		return draftKeeper({
			put: async (value) => {
				await this.#draft.put(value);
				this.#stored = true;
			},
			remove: () => this.#draft.remove(),
			timer: TIMER,
			told: (kept) => (this.kept = kept)
		});
	}
}
