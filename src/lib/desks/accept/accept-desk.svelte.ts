import { untrack } from 'svelte';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import { sha256Hex } from '#lib/domain/fact/hash.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { formatNumber, type PaperNumber } from '#lib/domain/number/paper-number.ts';
import { type Regulation } from '#lib/domain/regulation/regulation.ts';
import { ALMATY, localOf } from '#lib/domain/time/zone.ts';
import { type MessageKey } from '#lib/i18n/message-key.ts';
import { findOrganisation } from '#lib/domain/org/directory.ts';
import { type AcceptDraft, blankDraft, formOf, isBlank, oneMoreFor } from './accept-draft.ts';
import { draftAt } from './draft-at.ts';
import { type KeptDraft } from '#lib/device/drafts/kept-draft.ts';
import { type DraftKeeper, draftKeeper } from '#lib/device/drafts/draft-keeper.ts';
import { type AcceptPlace, acceptsHere, visitLimitOf } from '#lib/tools/places/accept-place.ts';
import { AcceptPapers, printSetting } from './accept-papers.svelte.ts';
import { EarlierLookUp, personKey } from './accept-earlier.svelte.ts';
import { withPerson } from './accept-prefill.ts';
import { type ScreenProblem, screenProblems } from './accept-problems.ts';
import { withSuggestions } from './accept-suggestions.ts';
import { findApplication } from '#lib/device/session/acts.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { deviceCare } from '#lib/device/health/device-care.svelte.ts';
import { newId } from '#lib/journal/open-device-journal.ts';
import { language } from '#lib/device/live/language.svelte.ts';
import { lawHere } from '#lib/device/live/law.svelte.ts';
import { now } from '#lib/device/live/now.svelte.ts';
import { syncing } from '#lib/device/live/syncing.svelte.ts';

type AcceptStage = 'opening' | 'elsewhere' | 'form' | 'check' | 'done' | 'noted';
type AcceptedHere = {
	number: PaperNumber;
	seq: number;
	at: number;
	/** Found after a crash. */ recovered: boolean;
};

/** More than a person ever asked for. */
const MOST_EARLIER = 20;

const TIMER = {
	set: (run: () => void, ms: number) => {
		const timer = setTimeout(run, ms);
		return () => clearTimeout(timer);
	}
};

/**
 * One visit at a window or at the body's counter, from the first key to the papers: what is typed is on the disk, and it becomes a
 * fact exactly once.
 */
export class AcceptDesk {
	readonly id: string;
	readonly place: AcceptPlace;
	draft = $state<AcceptDraft>(blankDraft(newId));
	stage = $state<AcceptStage>('opening');
	/** The draft was found on the disk. */
	restored = $state(false);
	/** Whether the last change got onto the disk. */
	kept = $state(true);
	/** How often *check* was asked for with something still wrong. */
	attempt = $state(0);
	saving = $state(false);
	failure = $state<MessageKey | null>(null);
	accepted = $state.raw<AcceptedHere | null>(null);
	papers = $state.raw<AcceptPapers | null>(null);
	#stored = false;
	#judging: Promise<boolean> | null = null;
	readonly #kept: KeptDraft<AcceptDraft>;
	readonly #keeper: DraftKeeper<AcceptDraft>;

	readonly today = $derived(localOf(now.ms, ALMATY).date);
	/** All services, as they are in force today. */
	readonly services: readonly Regulation[] = $derived(lawHere.law.inForce(this.today));
	readonly regulation: Regulation | undefined = $derived(this.services.find(({ id }) => id === this.draft.regulation));
	/** Minutes that table 1 gives this visit; null where that is not known yet. */
	readonly limit: number | null = $derived.by(() => {
		const here = this.services.filter((service) => this.accepts(service));
		const chosen = here.find(({ id }) => id === this.regulation?.id);
		return visitLimitOf(this.place, here, chosen);
	});
	/** Earlier applications of the same person. */
	readonly earlier = new EarlierLookUp((key) =>
		desk.journal.read((reader) => reader.queryApplications({ index: 'keys', equals: key, limit: MOST_EARLIER }))
	);
	/** The body that the application is for: at its counter itself, at a window that of the district; null where one has to be chosen. */
	readonly ownBody: OrgId | null = $derived.by(() => {
		if (this.place.entry === 'body') return desk.place?.org ?? null;
		const org = findOrganisation(lawHere.law.directory, desk.place?.org ?? '');
		return org?.kind === 'center' ? org.body : null;
	});
	readonly body: OrgId | null = $derived(this.ownBody ?? ((this.draft.body || null) as OrgId | null));
	readonly problems: readonly ScreenProblem[] = $derived.by(() =>
		screenProblems(this.draft, {
			today: this.today,
			openNumber: this.earlier.open[0] ? formatNumber(this.earlier.open[0].number as PaperNumber) : null,
			bodyWanted: this.ownBody === null,
			serviceElsewhere: this.regulation && !this.accepts(this.regulation) ? this.place.words.notHere : null
		})
	);
	readonly typed: boolean = $derived(!isBlank(this.draft));

	constructor(id: string, place: AcceptPlace) {
		this.id = id;
		this.place = place;
		this.#kept = draftAt(id);
		this.#keeper = draftKeeper<AcceptDraft>({
			put: async (value) => {
				await this.#kept.put(value);
				this.#stored = true;
			},
			remove: () => this.#kept.remove(),
			timer: TIMER,
			told: (kept) => (this.kept = kept)
		});
	}

	/** Reads the draft; one whose fact is saved already (a crash came between) shows its number instead. */
	async open(): Promise<void> {
		const stored = await this.#kept.read();
		this.draft = stored ?? blankDraft(newId);
		this.#stored = this.restored = stored !== undefined;
		const fact = await this.#savedFact();
		if (fact) await this.#finish(fact, true);
		else this.stage = 'form';
	}

	/** Call in an effect: every change of the draft is written. */
	keep(): void {
		const draft = $state.snapshot(this.draft);
		if (this.stage !== 'form' && this.stage !== 'check') return;
		if (isBlank(draft) && !this.#stored) return;
		if (draft.startedAt === 0) this.draft.startedAt = Date.now();
		else this.#keeper.change(draft);
	}

	flush = (): Promise<void> => this.#keeper.flush();

	/** The words of what is wrong at a control; before the first check only where the person is surely done with it. */
	errorAt(fieldId: string): string | undefined {
		const surelyDone = fieldId === 'iin' && this.draft.iin.length === 12;
		if (this.attempt === 0 && !surelyDone) return undefined;
		const problem = this.problems.find((one) => one.fieldId === fieldId);
		return problem && language.loose(problem.key, problem.params);
	}

	/** Call in an effect: the form is about this person. A leave to open one more was for the person before. */
	lookForEarlier(): () => void {
		const key = personKey(this.draft);
		if (untrack(() => this.earlier.known) !== null && key !== untrack(() => this.earlier.known))
			this.draft.secondAllowed = false;
		this.earlier.look(key);
		return desk.journal.listen(() => this.earlier.again());
	}

	async takePerson(): Promise<void> {
		const latest = this.earlier.rows[0];
		const applicant = latest && (await findApplication(latest.number))?.acceptance?.applicant;
		if (applicant) this.draft = withPerson($state.snapshot(this.draft), applicant, latest);
	}

	chooseService(id: string): void {
		this.draft.regulation = id;
		const { regulation } = this;
		if (regulation && this.accepts(regulation))
			this.draft.documents = withSuggestions(this.draft.documents, regulation, language.lang, newId);
	}

	/** Whether the person at work accepts this service here. */
	accepts(regulation: Regulation): boolean {
		return desk.role !== null && acceptsHere(this.place, desk.role, regulation);
	}

	addDocument(): string {
		const id = newId();
		this.draft.documents.push({ id, name: '', form: 'copy', sheets: '', suggested: false });
		return id;
	}

	removeDocument(id: string): void {
		this.draft.documents = this.draft.documents.filter((row) => row.id !== id);
	}

	/** To the check page, or to what is still wrong: once it is known what this person has asked for before. */
	check(): Promise<boolean> {
		// Pressed again meanwhile: the same question, and the same answer.
		this.#judging ??= this.#judge().finally(() => (this.#judging = null));
		return this.#judging;
	}

	async #judge(): Promise<boolean> {
		this.failure = null;
		// Nothing was typed: there is nobody to judge.
		if (!this.typed) return false;
		await this.earlier.settle(personKey(this.draft));
		if (this.problems.length > 0) {
			this.stage = 'form';
			this.attempt += 1;
			return false;
		}
		this.stage = 'check';
		return true;
	}

	/** Gives the number, saves the fact, reads it back; only then the draft goes and the papers print. */
	async accept(): Promise<void> {
		if (this.saving) return;
		this.saving = true;
		if (await this.check()) this.failure = await this.#record();
		else {
			// Accepted in another tab meanwhile, it is itself the open application that this person is asked about.
			const saved = await this.#savedFact();
			if (saved) await this.#finish(saved, true);
		}
		this.saving = false;
	}

	/** What stopped it, in words of the screen; null when it is saved. */
	async #record(): Promise<MessageKey | null> {
		const { regulation, body } = this;
		if (!regulation || !body) throw new Error('A form without problems has a service and a body');
		await this.#keeper.flush();
		const saved = await this.#savedFact();
		if (saved) return this.#finish(saved, true);
		if (!(await deviceCare.measure()).canTakeIntake) return 'errors.notSavedFull';
		if (desk.numberless) return 'accept.noDeviceNumber';
		// Asked here too: a store of an earlier version finds its latest time only when it is asked.
		if (!(await deviceCare.clockAllowsIntake())) return 'refusals.clockBehind';
		const draft = $state.snapshot(this.draft);
		const { entry } = this.place;
		const place = { entry, center: entry === 'center' ? desk.org : null, body, offline: isOffline() };
		const law = { id: regulation.id, version: regulation.version };
		const intake = { id: draft.factId, form: formOf(draft), regulation: law, place };
		const result = await desk.journal.accept(intake, desk.by());
		if (result.ok) {
			if (!result.answer.ok)
				return result.answer.code === 'clockBehind' ? 'refusals.clockBehind' : 'refusals.notAllowedNow';
			syncing.poke();
			return this.#finish(result.answer.fact, result.answer.recovered);
		}
		if (result.reason === 'noDeviceNumber') return 'accept.noDeviceNumber';
		return result.reason === 'noSpace' ? 'errors.notSavedFull' : 'errors.notSaved';
	}

	/** The fact of this draft, if it is on the disk, whole. */
	async #savedFact(): Promise<StoredFact | undefined> {
		const [fact] = await desk.journal.read((reader) => reader.byIds([this.draft.factId]));
		return fact && sha256Hex(fact.text) === fact.hash ? fact : undefined;
	}

	async #finish(fact: StoredFact, recovered: boolean): Promise<null> {
		const { at } = JSON.parse(fact.text) as { at: number };
		this.accepted = { number: fact.applications[0] as PaperNumber, seq: fact.seq, at, recovered };
		this.papers = new AcceptPapers(this.accepted.number);
		this.stage = 'done';
		// A draft that cannot be removed now is known by its fact when it is opened again.
		await this.#keeper.end().catch(reportError);
		if (!recovered && printSetting.atOnce) void this.papers.print('first');
		return null;
	}

	/** Throws the typed things away; nothing was accepted. */
	async discard(): Promise<void> {
		await this.#keeper.end();
	}

	/** A new draft for the same person. @returns its id */
	async oneMore(): Promise<string> {
		const id = newId();
		const value = oneMoreFor($state.snapshot(this.draft), newId, Date.now());
		await draftAt(id).put(value);
		return id;
	}
}

/** The line is what the server's last answer says; the browser's own word counts only when it says there is none. */
function isOffline(): boolean {
	return !navigator.onLine || (syncing.status?.failure ?? null) !== null;
}
