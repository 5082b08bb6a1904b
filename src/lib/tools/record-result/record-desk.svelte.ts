import { type Application } from '#lib/domain/application/application.ts';
import { type OrgId, type Role, type StaffId } from '#lib/domain/fact/ids.ts';
import { type BookLine, holdersOf } from '#lib/domain/ledger/book.ts';
import { nextEntry, skippedBy } from '#lib/domain/ledger/entry-number.ts';
import {
	recordCommands,
	type RecordField,
	type RecordForm,
	recordFormOf,
	type RecordProblem,
	recordProblems,
	writesEntry
} from '#lib/domain/ledger/record-form.ts';
import { type RecordWay, recordWayOf } from '#lib/domain/ledger/record-way.ts';
import { type PaperNumber } from '#lib/domain/number/paper-number.ts';
import { rolesOn } from '#lib/domain/org/staffing.ts';
import { act, findApplication } from '#lib/device/session/acts.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { readYear, yearAt } from './ledger-year.ts';
import { isTyped, openedForm, type OpenWay, recordDraft } from './record-desk-draft.ts';
import { printResultLabel } from './result-label-paper.ts';
import { otherHandsNow, signatoriesNow, signatoryNow } from '#lib/tools/letter/signatory-now.ts';
import { failureText, refusalText } from '#lib/tools/wording/words.ts';

/** What came of an entry. */
export type Entered = {
	number: string;
	entry: string | null;
	center: OrgId | null;
	way: OpenWay;
	labelPrinted: boolean;
};

const isActing = (staff: StaffId) => signatoriesNow().some((one) => one.staff === staff && one.acting);

/**
 * The desk where signed results go into the ledger, one after the other: scan, look, Ctrl+Enter, next. What is typed is on the disk
 * until it is entered.
 */
export class RecordDesk {
	application = $state.raw<Application | null>(null);
	way = $state.raw<OpenWay | null>(null);
	form = $state<RecordForm | null>(null);
	attempt = $state(0);
	saving = $state(false);
	/** Why the rules or the disk did not take it. */
	problem = $state.raw<(() => string) | null>(null);
	#paper: PaperNumber | null = null;
	/** As the form was offered, before anybody typed. */
	#offered: RecordForm | null = null;
	/** There is a draft on the disk. */
	#stored = false;
	#year = $state.raw<readonly BookLine[]>([]);

	/** Applications that have the typed number in this year's book already. */
	readonly takenBy: readonly string[] = $derived.by(() =>
		this.form && this.way && writesEntry(this.way) ? holdersOf(this.form.entry, this.#year) : []
	);
	/** Numbers of the book that the typed one would leave out. */
	readonly skipped: { from: number; to: number } | null = $derived.by(() =>
		this.form && this.way && writesEntry(this.way)
			? skippedBy(
					this.form.entry,
					this.#year.map(({ entry }) => entry)
				)
			: null
	);
	/** Who is at work and may sign what the author of this letter must not. */
	readonly others: readonly StaffId[] = $derived.by(() => (this.application ? otherHandsNow(this.application) : []));
	readonly problems: readonly RecordProblem[] = $derived.by(() =>
		this.form && this.way && this.attempt > 0 ? recordProblems(this.form, this.way, this.takenBy, this.others) : []
	);

	problemAt(field: RecordField): RecordProblem | undefined {
		return this.problems.find((problem) => problem.field === field);
	}

	/** People of this body who hold a role today, their own or by appointment. */
	people(role: Role): StaffId[] {
		const people = desk.context?.people ?? [];
		return people.filter((person) => rolesOn(person, desk.staffing, desk.today).includes(role)).map(({ id }) => id);
	}

	/**
	 * Looks at an application, and opens its form where there is something to enter.
	 * @param paper what was scanned or typed; null from a list
	 * @returns undefined for a number that this device has never heard of
	 */
	async open(number: string, paper: PaperNumber | null): Promise<RecordWay | undefined> {
		const application = await findApplication(number);
		if (!application) return undefined;
		const way = recordWayOf(application, paper, desk.decideContext());
		if (way.kind !== 'record' && way.kind !== 'sign' && way.kind !== 'note') return way;
		const year = await readYear(application.acceptance!.body.regulation.id, yearAt(Date.now()));
		const kept = await recordDraft(number).read();
		this.#year = [...year.lines, ...year.struck];
		this.#paper = paper;
		this.application = application;
		this.#offered = this.#newForm(application);
		this.#stored = kept !== undefined;
		this.form = openedForm(kept, way.kind, this.#offered);
		this.attempt = 0;
		this.problem = null;
		this.way = way;
		return way;
	}

	#newForm(application: Application): RecordForm {
		return recordFormOf(application, {
			entry: nextEntry(this.#year.map(({ entry }) => entry)),
			head: signatoryNow(application)?.staff ?? null,
			executors: this.people('executor')
		});
	}

	/** Keeps what is typed; call with every change. A form as it was offered leaves no draft: its number would be an old one soon. */
	async keep(form: RecordForm): Promise<void> {
		if (!this.application || !this.way || !this.#offered) return;
		const draft = recordDraft(this.application.number);
		if (!isTyped(form, this.#offered)) {
			if (this.#stored) await draft.remove();
			this.#stored = false;
			return;
		}
		this.#stored = true;
		await draft.put({ form, way: this.way.kind, offered: this.#offered.entry });
	}

	/** Throws what was typed away. */
	async drop(): Promise<void> {
		const number = this.application?.number;
		this.close();
		if (number) await recordDraft(number).remove();
	}

	close(): void {
		this.way = null;
		this.form = null;
		this.application = null;
	}

	/** Records signature and entry, prints the result's label, and is ready for the next. Null where something is still wrong. */
	async save(): Promise<Entered | null> {
		const { form, way, application } = this;
		if (!form || !way || !application || this.saving) return null;
		this.attempt += 1;
		if (this.problems.length > 0) return null;
		this.saving = true;
		try {
			for (const command of recordCommands($state.snapshot(form), way, this.#paper, isActing)) {
				const recorded = await act(application.number, command);
				if (recorded.ok) continue;
				this.problem = () => ('refusal' in recorded ? refusalText(recorded.refusal) : failureText(recorded.failure));
				// The signature may be in the journal already: the form goes on from there.
				await this.#lookAgain();
				return null;
			}
			const entry = writesEntry(way) ? form.entry.trim() : null;
			const labelPrinted = entry === null || (await printResultLabel(application.number)).ok;
			const center = application.acceptance?.body.center ?? null;
			await this.drop();
			return { number: application.number, entry, center, way, labelPrinted };
		} finally {
			this.saving = false;
		}
	}

	async #lookAgain(): Promise<void> {
		const application = await findApplication(this.application!.number);
		if (!application) return;
		const way = recordWayOf(application, this.#paper, desk.decideContext());
		this.application = application;
		if (way.kind === 'record' || way.kind === 'sign' || way.kind === 'note') this.way = way;
	}
}
