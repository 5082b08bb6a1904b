import { type StaffId } from '#lib/domain/fact/ids.ts';
import { readDrafts } from '#lib/device/drafts/kept-draft.ts';
import { actInOffice, type Recorded } from '#lib/device/session/acts.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { readStated, STATED_WORK, type StatedRange, statedRecords } from '#lib/device/stated/stated-records.ts';

/** As they prove who they are, people are shown once what was done under their number, and say whether it was them. */
class Vouching {
	/** What is asked of the person at work; null until it was looked for. */
	#found = $state.raw<{ person: StaffId; ranges: readonly StatedRange[] } | null>(null);

	/** Whether it is known what is to be asked of the person at work. */
	get isKnown(): boolean {
		return this.#found !== null && this.#found.person === desk.person?.id;
	}

	get ranges(): readonly StatedRange[] {
		return this.isKnown ? this.#found!.ranges : [];
	}

	/** Looks for it, as somebody comes. Only a word within a session is worth something: without one nothing is asked. */
	async look(): Promise<void> {
		const { person } = desk;
		if (!person || this.isKnown) return;
		const mayAsk = desk.statedWork.current === null && desk.stamp().session !== undefined;
		// Nobody is kept from working because it could not be read: it is asked the next time.
		const ranges = mayAsk
			? await desk.wholeJournal.read((reader) => statedRecords(reader, person.id)).catch(() => [])
			: [];
		this.#found = { person: person.id, ranges };
	}

	/** All that they were shown was theirs, or was not. What could not be written is asked again. */
	async answer(own: boolean): Promise<Recorded | null> {
		for (const { device, from, to, facts } of this.ranges) {
			const recorded = await actInOffice({ kind: 'vouch', device, from, to, count: facts.length, own });
			if (!recorded.ok) return recorded;
		}
		await this.#forget();
		this.putOff();
		return null;
	}

	/** Asked again as they come the next time. */
	putOff(): void {
		if (this.#found) this.#found = { ...this.#found, ranges: [] };
	}

	/** Nobody is there any more: who comes next is asked anew. */
	leave(): void {
		this.#found = null;
	}

	/** Those of this person alone: a colleague has begun others. */
	async #forget(): Promise<void> {
		const drafts = await desk.wholeJournal.read((reader) => readDrafts(reader, STATED_WORK, readStated));
		const own = drafts.filter(({ value }) => value.person === desk.person?.id);
		for (const { id } of own) await desk.wholeJournal.removeDraft(id);
	}
}

export const vouching = new Vouching();
