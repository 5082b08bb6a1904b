import { newId } from '#lib/journal/open-device-journal.ts';
import { type Regulation } from '#lib/domain/regulation/regulation.ts';
import { shownOn } from '#lib/domain/regulation/in-force-on.ts';
import { freeNumber, type ImportReading, readRegulation } from '#lib/domain/regulation/regulation-import.ts';
import { KeptDraft, readText } from '#lib/device/drafts/kept-draft.ts';
import { type Recorded } from '#lib/device/session/acts.ts';
import { AskedOnce } from '#lib/device/drafts/asked-once.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { lawHere } from '#lib/device/live/law.svelte.ts';
import { importGround, recordRegulation } from '../record-regulation.ts';
import { SecondHand, type Unagreed } from '../second-hand.svelte.ts';

const draft = new KeptDraft('regulation-import', 'regulation-import', readText);

/** A new version on its way in: its text is kept on the device until it is saved or deleted. */
export class RegulationImport {
	#text = $state('');
	readonly second = new SecondHand();
	readonly #asked = new AskedOnce(newId);
	/** What the last check found; null while the text was changed since. */
	reading = $state.raw<ImportReading | null>(null);
	attempt = $state(0);
	/** A service that nobody knew yet was looked at and is meant to come in. */
	confirmed = $state(false);
	/** It was to be saved without that. */
	confirmMissing = $state(false);

	get text(): string {
		return this.#text;
	}

	set text(text: string) {
		if (text === this.#text) return;
		this.#text = text;
		this.reading = null;
		this.confirmed = false;
		this.confirmMissing = false;
		void this.#keep();
	}

	readonly canSave: boolean = $derived(this.reading?.ok === true && this.reading.failures.length === 0);

	/** The service that would come in with this version; null where it is known already. */
	readonly newService: Regulation | null = $derived(
		this.reading?.ok === true && this.reading.base === null ? this.reading.regulation : null
	);

	/** Takes up what was left here. */
	async open(): Promise<void> {
		const kept = await draft.read();
		if (kept !== undefined && this.#text === '') this.#text = kept;
	}

	async #keep(): Promise<void> {
		await (this.#text === '' ? draft.remove() : draft.put(this.#text));
	}

	/** The version in force as a text to be changed, with the next free number. */
	startFrom(id: string): void {
		const { law } = lawHere;
		const last = law.versions(id).at(-1);
		const base = shownOn(law, id, desk.today);
		if (!base || !last) return;
		this.text = JSON.stringify({ ...base, version: last.version + 1 }, null, '\t');
	}

	/** The version in force as the text of a service that does not exist yet: its id is asked for, its number is the next free one. */
	startNewFrom(id: string): void {
		const { law } = lawHere;
		const base = shownOn(law, id, desk.today);
		if (!base) return;
		const own = { id: '', number: freeNumber(law.services), version: 1, validFrom: desk.today, validTo: null };
		this.text = JSON.stringify({ ...base, ...own }, null, '\t');
	}

	check(): void {
		this.reading = readRegulation(this.#text, importGround());
		this.attempt += 1;
	}

	/** Records the version for all orgs. Null: it was not checked, something does not fit, or a new service is not confirmed. */
	async save(): Promise<{ recorded: Recorded | Unagreed; regulation: Regulation } | null> {
		const reading = this.reading;
		if (!reading?.ok || reading.failures.length > 0) return null;
		const { regulation } = reading;
		if (this.newService && !this.confirmed) {
			this.confirmMissing = true;
			this.attempt += 1;
			return null;
		}
		const recorded = await recordRegulation(regulation, this.#asked.idOf(this.#text), this.second);
		if (recorded.ok) {
			this.#asked.done();
			this.text = '';
		}
		return { recorded, regulation };
	}
}
