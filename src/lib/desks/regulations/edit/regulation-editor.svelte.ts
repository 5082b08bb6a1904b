import { fieldOfFailure, fieldOfPath } from '#lib/domain/regulation/edit-fields.ts';
import { type Regulation } from '#lib/domain/regulation/regulation.ts';
import { type Difference, regulationDiff } from '#lib/domain/regulation/regulation-diff.ts';
import { editOf, isOutdated, nextVersion, type RegulationEdit } from '#lib/domain/regulation/regulation-edit.ts';
import { type ImportReading, readRegulation } from '#lib/domain/regulation/regulation-import.ts';
import { type Recorded } from '#lib/device/session/acts.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { language } from '#lib/device/live/language.svelte.ts';
import { importGround, recordRegulation } from '../record-regulation.ts';
import { readRegulationEdit, REGULATION_EDIT_DRAFT, regulationEditDraftId } from './regulation-editor-draft.ts';
import { SecondHand, type Unagreed } from '../second-hand.svelte.ts';
import { checkWords, fieldWords, refusalWords } from '../regulation-words.ts';
import { WorkDraft } from '#lib/device/drafts/work-draft.svelte.ts';

/** What stands in the way: the field of the editor, its place in words, what to do. */
type EditProblem = { fieldId: string; place: string; sentence: string };

/** The editable data of one regulation on their way to its next version: typed durably, checked as an import, recorded once. */
export class RegulationEditor {
	/** The newest version known; the page gives every newer one. */
	base: Regulation = $state.raw()!;
	readonly draft: WorkDraft<RegulationEdit>;
	readonly second = new SecondHand();
	/** Where the draft is: read from the disk, or open in another tab. */
	place = $state<'opening' | 'here' | 'elsewhere'>('opening');
	/** How often it was tried with something still wrong. */
	attempt = $state(0);
	saving = $state(false);
	/** What stopped the saving. */
	refused = $state.raw<Exclude<Recorded | Unagreed, { ok: true }> | null>(null);
	/** The version that was recorded last. */
	saved = $state.raw<Regulation | null>(null);
	#checkedUntouched = $state(false);
	/** The text that was found good and is being looked at. */
	#looked = $state<string | null>(null);

	readonly #text: string = $derived.by(() => JSON.stringify(nextVersion(this.draft.value, this.base)));
	readonly #reading: ImportReading = $derived.by(() => readRegulation(this.#text, importGround()));
	readonly problems: readonly EditProblem[] = $derived.by(() =>
		this.attempt === 0 ? [] : problemsOf(this.#reading, language.lang)
	);
	/** Everything fits: what changes is shown, and it may be saved. Whatever is typed now is to be checked again. */
	readonly ready: boolean = $derived.by(() => this.#looked !== null && this.#looked === this.#text);
	/** What the next version changes in the newest one. */
	readonly diff: readonly Difference[] = $derived.by(() =>
		this.ready && this.#reading.ok ? regulationDiff(this.base, this.#reading.regulation) : []
	);
	readonly outdated: boolean = $derived.by(() => this.draft.typed && isOutdated(this.draft.value, this.base));
	/** It was to be checked with nothing changed, and still nothing is. */
	readonly unchanged: boolean = $derived.by(() => this.#checkedUntouched && !this.draft.typed);
	readonly dirty: boolean = $derived.by(() => this.place === 'here' && this.draft.typed);

	constructor(base: Regulation) {
		this.base = base;
		this.draft = new WorkDraft(
			regulationEditDraftId(base.id),
			REGULATION_EDIT_DRAFT,
			editOf(base, desk.today),
			readRegulationEdit
		);
	}

	get value(): RegulationEdit {
		return this.draft.value;
	}

	async open(): Promise<void> {
		await this.draft.open();
		this.place = 'here';
	}

	/** A newer version came in: work that has not begun begins with it, a draft stays as it is and is told so. */
	async take(newest: Regulation): Promise<void> {
		if (newest.version <= this.base.version) return;
		const untouched = !this.draft.typed;
		this.base = newest;
		if (untouched && this.place === 'here') await this.startAnew();
	}

	errorAt = (fieldId: string): string | undefined =>
		this.problems.find((problem) => problem.fieldId === fieldId)?.sentence;

	/** Checks it as an import is checked; where all is well what changes may be looked at. */
	check(): boolean {
		this.saved = null;
		this.refused = null;
		this.#checkedUntouched = !this.draft.typed;
		if (this.#checkedUntouched) return false;
		const good = this.#reading.ok && this.#reading.failures.length === 0;
		this.attempt = good ? 0 : this.attempt + 1;
		this.#looked = good ? this.#text : null;
		return good;
	}

	/** Records what was looked at as the next version. */
	async save(): Promise<boolean> {
		const reading = this.#reading;
		if (!this.ready || !reading.ok || this.saving) return false;
		this.saving = true;
		try {
			await this.draft.flush();
			const recorded = await recordRegulation(reading.regulation, this.draft.factId, this.second);
			this.refused = recorded.ok ? null : recorded;
			if (!recorded.ok) return false;
			this.base = this.saved = reading.regulation;
			await this.startAnew();
			return true;
		} finally {
			this.saving = false;
		}
	}

	/** Leaves the draft and begins with the newest version again. */
	async startAnew(): Promise<void> {
		this.attempt = 0;
		this.#looked = null;
		this.#checkedUntouched = false;
		await this.draft.finish(editOf(this.base, desk.today));
	}
}

function problemsOf(reading: ImportReading, lang: 'kk' | 'ru'): EditProblem[] {
	if (reading.ok)
		return reading.failures.map((failure) => ({ fieldId: fieldOfFailure(failure), ...checkWords(failure, lang) }));
	if (reading.why === 'fields')
		return reading.problems.map((problem) => ({ fieldId: fieldOfPath(problem.path), ...fieldWords(problem, lang) }));
	return [{ fieldId: 'validFrom', ...refusalWords(reading, lang) }];
}
