import { acceptedUnder } from '#lib/domain/regulation/accepted-under.ts';
import { type Application } from '#lib/domain/application/application.ts';
import { type Command } from '#lib/domain/application/decide.ts';
import { type PaperModel } from '#lib/domain/documents/paper-model.ts';
import {
	checkedLines,
	type ChecklistLine,
	checklistLines,
	checklistVerdict,
	explanationOf,
	marksOf,
	withAttachedPresent
} from '#lib/domain/examination/checklist.ts';
import { checkOf, lastLetterOf } from '#lib/domain/examination/examination.ts';
import { type Gap, gapsOf } from '#lib/domain/examination/gaps.ts';
import { type LetterText, templateText } from '#lib/domain/examination/letter-template.ts';
import { letterOf, letterProblems, type WorkingLetter, workingLetter } from '#lib/domain/examination/working-letter.ts';
import { type LetterField } from '#lib/domain/regulation/letter-field.ts';
import { type Regulation } from '#lib/domain/regulation/regulation.ts';
import { newId } from '#lib/journal/open-device-journal.ts';
import { actAll, findApplication, type Recorded } from '#lib/device/session/acts.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import {
	EXAMINE_DRAFT,
	examineDraftId,
	type ExaminePart,
	type MarksDraft,
	type NoteDraft,
	readLetter,
	readMarks,
	readNote
} from './examine-drafts.ts';
import { lawHere } from '#lib/device/live/law.svelte.ts';
import { letterFields } from '#lib/domain/examination/letter-fields.ts';
import { resultLetterModel } from '#lib/tools/letter/result-letter-paper.ts';
import { WorkDraft } from '#lib/device/drafts/work-draft.svelte.ts';

const NO_TEXT: LetterText = { kk: '', ru: '' };

/** One application on the executor's desk: the check, the notes and the letter, each typed durably and recorded once. */
export class ExamineDesk {
	/** As the journal tells it now; the page gives every newer one. */
	application: Application = $state.raw()!;
	readonly check: WorkDraft<MarksDraft>;
	readonly note: WorkDraft<NoteDraft>;
	readonly letter: WorkDraft<WorkingLetter>;
	/** Why a letter goes to the head with something unchecked or absent. */
	readonly reason: WorkDraft<NoteDraft>;
	/** Where the drafts are: read from the disk, or open in another tab. */
	drafts = $state<'opening' | 'here' | 'elsewhere'>('opening');
	/** How often sending was tried with something still wrong. */
	attempt = $state(0);
	saving = $state(false);
	/** Sending was stopped by what the check leaves open: a person looks at the list first. */
	stopped = $state(false);
	/** What stopped the last act. */
	refused = $state.raw<Exclude<Recorded, { ok: true }> | null>(null);
	/** A draft that waits for its signature is being changed. */
	changing = $state(false);

	readonly regulation: Regulation | undefined = $derived(acceptedUnder(lawHere.law, this.application));
	/** Whether it is this person's to examine now: never without what its service asks of the check and of the letter. */
	readonly mine: boolean = $derived(
		this.regulation !== undefined &&
			this.application.state === 'open' &&
			this.application.body === desk.org &&
			this.application.assignment?.executor === desk.person?.id &&
			Boolean(this.application.acceptance?.applicant)
	);
	readonly stage: 'read' | 'sent' | 'write' = $derived.by(() => {
		const { decision } = this.application;
		if (!this.mine || decision?.signed) return 'read';
		return decision && !this.changing ? 'sent' : 'write';
	});
	readonly lines: readonly ChecklistLine[] = $derived(
		checklistLines(this.application.documents, this.regulation?.requiredDocuments ?? [])
	);
	readonly verdict = $derived.by(() => checklistVerdict(this.lines, this.check.value.marks));
	readonly explanation = $derived.by(() => explanationOf(this.lines, this.check.value.marks));
	readonly problems = $derived.by(() => letterProblems(this.letter.value, this.ownFields));
	readonly gaps: readonly Gap[] = $derived.by(() => {
		const letter = letterOf(this.letter.value, this.ownFields);
		return letter ? gapsOf(this.lines, this.check.value.marks, { ...letter.letter, decision: letter.decision }) : [];
	});
	/** The paper as it will be printed, or as it was recorded. */
	readonly paper: PaperModel | null = $derived.by(() => {
		if (this.stage !== 'write') return resultLetterModel(this.application);
		const writing = letterOf(this.letter.value, this.ownFields);
		return writing && resultLetterModel(this.application, { writing });
	});
	readonly typed: boolean = $derived.by(() => this.#parts.some(({ typed }) => typed));
	readonly kept: boolean = $derived.by(() => this.#parts.every(({ kept }) => kept));
	readonly restored: boolean = $derived.by(() => this.#parts.some(({ restored }) => restored));

	constructor(application: Application) {
		this.application = application;
		const id = (part: ExaminePart) => examineDraftId(application.number, desk.person?.id ?? '', part);
		this.check = new WorkDraft(id('check'), EXAMINE_DRAFT, this.#recordedMarks(), readMarks);
		this.note = new WorkDraft<NoteDraft>(id('note'), EXAMINE_DRAFT, { text: '' }, readNote);
		this.letter = new WorkDraft(id('letter'), EXAMINE_DRAFT, this.#begunLetter(), readLetter);
		this.reason = new WorkDraft<NoteDraft>(id('reason'), EXAMINE_DRAFT, { text: '' }, readNote);
	}

	get #parts() {
		return [this.check, this.note, this.letter, this.reason];
	}

	async open(): Promise<void> {
		const [isSent] = await Promise.all([this.letter, this.check, this.note, this.reason].map((part) => part.open()));
		// The reason went with the letter; a crash left it behind, where it would hold up updates and go with another letter.
		if (isSent) await this.reason.finish({ text: '' });
		// A change of a waiting draft that was begun goes on where it was left.
		this.changing = this.letter.typed;
		this.drafts = 'here';
	}

	/** Call in an effect: every change is written. */
	keep(): void {
		for (const part of this.#parts) part.keep();
	}

	flush = async (): Promise<void> => {
		await Promise.all(this.#parts.map((part) => part.flush()));
	};

	markAttached(): void {
		this.check.value.marks = { ...withAttachedPresent(this.lines, $state.snapshot(this.check.value.marks)) };
	}

	/** Records the check as it stands: whole, or as far as it has come. */
	async saveCheck(): Promise<boolean> {
		return this.#act([[this.check, this.#checkCommand()]]);
	}

	async addNote(): Promise<boolean> {
		return this.#act([[this.note, { kind: 'examine', text: this.note.value.text }]]);
	}

	/**
	 * Sends the letter to the head; a check that was changed and not saved yet goes with it. What the check leaves open stops it once:
	 * `allTheSame` sends it with the reason that was written.
	 */
	async send(allTheSame = false): Promise<boolean> {
		this.refused = null;
		if (this.problems.length > 0) {
			this.attempt += 1;
			return false;
		}
		const { gaps } = this;
		this.stopped = gaps.length > 0 && !(allTheSame && this.reason.value.text.trim());
		if (this.stopped) return false;
		const letter = letterOf($state.snapshot(this.letter.value) as WorkingLetter, this.ownFields)!;
		const reason = this.reason.value.text;
		const check: [WorkDraft<MarksDraft>, Command][] = this.check.typed ? [[this.check, this.#checkCommand()]] : [];
		const sent = await this.#act([...check, [this.letter, { kind: 'draft', ...letter, gaps, reason }]]);
		if (sent) this.changing = false;
		return sent;
	}

	#checkCommand(): Command {
		const lines = checkedLines(this.lines, $state.snapshot(this.check.value.marks));
		const { kind } = this.verdict;
		return { kind: 'examine', text: '', lines, ...(kind === 'unchecked' ? {} : { complete: kind === 'complete' }) };
	}

	/** Records what became of drafts, all in one: each fact has the id that its draft was given. */
	async #act(
		parts: readonly (readonly [WorkDraft<MarksDraft> | WorkDraft<NoteDraft> | WorkDraft<WorkingLetter>, Command])[]
	) {
		if (this.saving) return false;
		this.saving = true;
		try {
			await this.flush();
			const { number } = this.application;
			const recorded = await actAll(parts.map(([{ factId }, command]) => ({ number, command, id: factId })));
			this.refused = recorded.ok ? null : recorded;
			if (!recorded.ok) return false;
			this.application = (await findApplication(this.application.number)) ?? this.application;
			for (const [draft] of parts) await this.#finish(draft);
			this.attempt = 0;
			return true;
		} finally {
			this.saving = false;
		}
	}

	async #finish(draft: WorkDraft<MarksDraft> | WorkDraft<NoteDraft> | WorkDraft<WorkingLetter>): Promise<void> {
		if (draft === this.check) return this.check.finish(this.#recordedMarks());
		if (draft === this.note) return this.note.finish({ text: '' });
		// The letter last: as long as its draft is there, the next opening sees by its fact that both are over.
		await this.reason.finish({ text: '' });
		await this.letter.finish(this.#begunLetter());
	}

	#recordedMarks(): MarksDraft {
		return { marks: { ...marksOf(checkOf(this.application)?.lines ?? []) } };
	}

	#begunLetter(): WorkingLetter {
		const { regulation, application } = this;
		const body = desk.orgEntry(application.body);
		const fields = regulation && body && letterFields(application, regulation, body.name);
		const text = (decision: 'notice' | 'refusal') =>
			fields ? templateText(decision, regulation, fields) : { ...NO_TEXT };
		const texts = { notice: text('notice'), refusal: text('refusal') };
		return workingLetter(texts, lastLetterOf(application), newId, this.ownFields);
	}

	/** What the regulation lets the executor type into its letters. */
	get ownFields(): readonly LetterField[] {
		return this.regulation?.letterFields ?? [];
	}
}
