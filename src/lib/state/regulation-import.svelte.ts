import { type Regulation } from '#lib/domain/regulation/regulation.ts';
import { type ImportReading, readRegulation } from '#lib/domain/regulation/regulation-import.ts';
import { regulationVersions } from '#lib/law/catalog.ts';
import { type Recorded } from './acts.ts';
import { desk } from './desk.svelte.ts';
import { importGround, recordRegulation } from './record-regulation.ts';
import { inForceOn } from './regulation-rows.ts';

const DRAFT = 'regulation-import';

/** A new version on its way in: its text is kept on the device until it is saved or deleted. */
export class RegulationImport {
	#text = $state('');
	/** What the last check found; null while the text was changed since. */
	reading = $state.raw<ImportReading | null>(null);
	attempt = $state(0);

	get text(): string {
		return this.#text;
	}

	set text(text: string) {
		if (text === this.#text) return;
		this.#text = text;
		this.reading = null;
		void this.#keep();
	}

	readonly canSave: boolean = $derived(this.reading?.ok === true && this.reading.failures.length === 0);

	/** Takes up what was left here. */
	async open(): Promise<void> {
		const draft = await desk.journal.read((reader) => reader.draft(DRAFT));
		if (typeof draft?.value === 'string' && this.#text === '') this.#text = draft.value;
	}

	async #keep(): Promise<void> {
		if (this.#text === '') await desk.journal.removeDraft(DRAFT);
		else await desk.journal.putDraft({ id: DRAFT, kind: DRAFT, updatedAt: Date.now(), value: this.#text });
	}

	/** The version in force as a text to be changed, with the next free number. */
	startFrom(id: string): void {
		const last = regulationVersions(id).at(-1);
		const base = inForceOn(id, desk.today) ?? last;
		if (!base || !last) return;
		this.text = JSON.stringify({ ...base, version: last.version + 1 }, null, '\t');
	}

	check(): void {
		this.reading = readRegulation(this.#text, importGround());
		this.attempt += 1;
	}

	/** Records the version for all orgs. Null: it was not checked, or something does not fit. */
	async save(): Promise<{ recorded: Recorded; regulation: Regulation } | null> {
		const reading = this.reading;
		if (!reading?.ok || reading.failures.length > 0) return null;
		const { regulation } = reading;
		const recorded = await recordRegulation(regulation);
		if (recorded.ok) this.text = '';
		return { recorded, regulation };
	}
}
