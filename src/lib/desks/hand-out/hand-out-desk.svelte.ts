import { acceptedUnder } from '#lib/domain/regulation/accepted-under.ts';
import { type Application } from '#lib/domain/application/application.ts';
import { readyForHandOut } from '#lib/domain/application/commands/hand-out.ts';
import { type Refusal } from '#lib/domain/application/refusal.ts';
import { type Regulation } from '#lib/domain/regulation/regulation.ts';
import { type KeptDraft } from '#lib/device/drafts/kept-draft.ts';
import { act, findApplication, type Recorded } from '#lib/device/session/acts.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import {
	handOutCommand,
	type HandOutForm,
	handOutFormOf,
	type HandOutProblem,
	handOutProblems
} from './hand-out-form.ts';
import { handOutDraft } from './hand-out-draft.ts';
import { acknowledgementPaper } from '#lib/tools/acknowledgement/acknowledgement-paper.ts';
import { language } from '#lib/device/live/language.svelte.ts';
import { lawHere } from '#lib/device/live/law.svelte.ts';
import { printing } from '#lib/device/printing/printing.svelte.ts';
import { staffName } from '#lib/tools/wording/words.ts';

type Stage = 'opening' | 'unknown' | 'refused' | 'form' | 'done';

/** One hand-out from the applicant's call to the signed acknowledgement. What is typed is kept until the result is given. */
export class HandOutDesk {
	readonly number: string;
	stage = $state<Stage>('opening');
	application = $state.raw<Application | null>(null);
	refusal = $state.raw<Refusal | null>(null);
	form = $state<HandOutForm | null>(null);
	/** Attempts to send the form: errors are shown from the first one on, and the summary takes the focus. */
	attempt = $state(0);
	saving = $state(false);
	/** Not saved by the disk. */
	failure = $state.raw<Extract<Recorded, { failure: unknown }> | null>(null);
	printFailed = $state(false);
	/** The copy of the acknowledgement that went to the printer last; 0 before the first. */
	copy = $state(0);
	readonly #draft: KeptDraft<{ number: string; form: HandOutForm }>;
	/** One write of the draft at a time, in their order: none may land behind its removal. */
	#written: Promise<void> = Promise.resolve();

	constructor(number: string) {
		this.number = number;
		this.#draft = handOutDraft(number);
	}

	get regulation(): Regulation | undefined {
		return acceptedUnder(lawHere.law, this.application);
	}

	get problems(): HandOutProblem[] {
		return this.form && this.attempt > 0 ? handOutProblems(this.form, desk.today) : [];
	}

	/** Opens the application at the window: the applicant stands here, so the limit of the hand-out begins to run, once. */
	async open(withReceipt: boolean): Promise<void> {
		const application = await findApplication(this.number);
		this.application = application ?? null;
		if (!application) {
			this.stage = 'unknown';
			return;
		}
		const ready = readyForHandOut(application, desk.decideContext());
		if (!ready.ok) {
			if (application.result?.holder.kind === 'applicant') await this.#forget();
			this.refusal = ready;
			this.stage = 'refused';
			return;
		}
		this.form = (await this.#draft.read())?.form ?? handOutFormOf(application, withReceipt);
		this.stage = 'form';
		const called = application.story.some(({ fact, dead }) => fact.type === 'applicantCalled' && !dead);
		if (!called) {
			await act(this.number, { kind: 'call' });
			this.application = (await findApplication(this.number)) ?? application;
		}
	}

	/** Keeps what is typed; call with every change. */
	async keep(form: HandOutForm): Promise<void> {
		await this.#inTurn(async () => {
			// It may have been given while this waited.
			if (this.stage !== 'form') return;
			await this.#draft.put({ number: this.number, form });
		});
	}

	#forget(): Promise<void> {
		return this.#inTurn(() => this.#draft.remove());
	}

	#inTurn(write: () => Promise<void>): Promise<void> {
		const mine = this.#written.then(write);
		this.#written = mine.catch(() => undefined);
		return mine;
	}

	/** Throws what was typed away; the application stays as it is. */
	async drop(): Promise<void> {
		this.stage = 'opening';
		await this.#forget();
	}

	/** Records the hand-out and, once it is durably written and read back, prints what the receiver signs. */
	async submit(): Promise<void> {
		if (!this.form || this.saving || this.stage !== 'form') return;
		this.attempt += 1;
		if (this.problems.length > 0) return;
		this.saving = true;
		try {
			const recorded = await act(this.number, handOutCommand($state.snapshot(this.form)));
			if (!recorded.ok) {
				if ('refusal' in recorded) this.refusal = recorded.refusal;
				else this.failure = recorded;
				return;
			}
			this.refusal = null;
			this.failure = null;
			// Read before it is shown: the day that is told is that of this hand-out.
			this.application = (await findApplication(this.number)) ?? null;
			this.stage = 'done';
			await this.#forget();
		} finally {
			this.saving = false;
		}
		await this.print('first');
	}

	/** Prints the acknowledgement; each copy is counted as a fact before it goes to the printer. */
	async print(reason: 'first' | 'printerFailed'): Promise<void> {
		// The paper is written in both languages.
		await language.both();
		const noted = await act(this.number, { kind: 'print', document: 'acknowledgement', reason });
		const application = await findApplication(this.number);
		const copy = application ? copyOf(application) : 1;
		const model = noted.ok && application && this.#paper(application, copy);
		this.printFailed = !model || !(await printing.print([model])).ok;
		if (!this.printFailed) this.copy = copy;
	}

	#paper(application: Application, copy: number) {
		return acknowledgementPaper(application, {
			regulation: this.regulation,
			outcome: this.form?.outcome || null,
			inspector: staffName(desk.person?.id ?? ''),
			body: this.application?.acceptance?.body.entry === 'body' ? desk.context?.org : undefined,
			copy,
			now: Date.now()
		});
	}
}

/** The copy of the acknowledgement that was noted last. */
function copyOf({ story }: Application): number {
	return story.reduce(
		(most, { fact }) =>
			fact.type === 'printed' && fact.body.document === 'acknowledgement' ? Math.max(most, fact.body.copy) : most,
		1
	);
}
