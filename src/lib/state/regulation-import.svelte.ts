import { type Regulation } from '$lib/domain/regulation/regulation';
import { CHECK_NAMES } from '$lib/domain/regulation/regulation-checks';
import { type ImportReading, readRegulation } from '$lib/domain/regulation/regulation-import';
import { ALMATY, localOf } from '$lib/domain/time/zone';
import { builtIn, directory, regulationVersions } from '$lib/regulations/catalog';
import { record, type Recorded } from './acts';
import { desk } from './desk.svelte';
import { inForceOn } from './regulation-rows';

const DRAFT = 'regulation-import';

/** How many cross-checks a version must pass. */
export const CHECK_COUNT = CHECK_NAMES.length;

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
		const base = this.#inForce(id) ?? last;
		if (!base || !last) return;
		this.text = JSON.stringify({ ...base, version: last.version + 1 }, null, '\t');
	}

	check(): void {
		this.reading = readRegulation(this.#text, {
			versionsOf: regulationVersions,
			inForce: (id) => this.#inForce(id),
			readingIds: builtIn.readingIds
		});
		this.attempt += 1;
	}

	#inForce(id: string): Regulation | undefined {
		return inForceOn(id, localOf(Date.now(), ALMATY).date);
	}

	/** Records the version for all orgs. Null: it was not checked, or something does not fit. */
	async save(): Promise<{ recorded: Recorded; regulation: Regulation } | null> {
		const reading = this.reading;
		if (!reading?.ok || reading.failures.length > 0) return null;
		const { regulation } = reading;
		const recorded = await record(() => [
			{
				type: 'regulationImported',
				subject: { kind: 'org', org: desk.org },
				body: {
					id: regulation.id,
					version: regulation.version,
					// Written anew: a mark at the start of a file or its blanks are no part of the law.
					text: JSON.stringify(regulation),
					tell: [...directory.centers, ...directory.bodies].map(({ id }) => id)
				},
				details: null
			}
		]);
		if (recorded.ok) this.text = '';
		return { recorded, regulation };
	}
}
