import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { refuse, type Refusal } from '#lib/domain/application/refusal.ts';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import { applicationNumberOf, paperOf, type PaperNumber } from '#lib/domain/number/paper-number.ts';
import { type ListCommand } from '#lib/domain/register/decide-list.ts';
import { bodyOnLabel } from '#lib/domain/register/label-body.ts';
import { isOvertaken, type KeptRow, lastScanned, pileOf, type RowMark } from '#lib/domain/register/list-rows.ts';
import { openPapersOf } from '#lib/domain/register/open-papers.ts';
import { judgeScan, type OpenList, type Purpose, type ScanVerdict } from '#lib/domain/register/scan-verdict.ts';
import { type ListAnswer } from '#lib/journal/act-on-list.ts';
import { type AppendFailure } from '#lib/journal/append.ts';
import { findApplications } from '#lib/device/session/acts.ts';
import { type Actor } from '#lib/device/session/act-stamp.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { type ListSettings, ListStore } from './list-desk-store.ts';
import { listTabs } from './list-desk-tabs.ts';
import { type ListFacts, pileOfOutcome, type ScanOutcome, toneOf } from './list-desk-outcome.ts';
import { type Code, scans } from '#lib/device/input/scans.svelte.ts';
import { syncing } from '#lib/device/live/syncing.svelte.ts';

/** What the journal knows of a row; `org` is its pile. */
export type DeskRow = KeptRow & { summary: ApplicationSummary | undefined };

type ListDeskOptions = {
	purpose: Purpose;
	/** Tells lists of one purpose apart: the window of a collection, the register of an arrival. */
	scope?: string;
	/** Papers of the register that is checked off; leave out when there is no register. */
	expected?: readonly string[];
	/** A register's number was scanned: open it. */
	onregister?: (number: PaperNumber) => void;
};

type ListRecorded =
	Extract<ListAnswer, { ok: true }> | { ok: false; refusal: Refusal } | { ok: false; failure: AppendFailure };

/** The application that a paper on a list belongs to. */
export const applicationOfPaper = (paper: string): string => applicationNumberOf(paper);

/**
 * A list that is being scanned together, for every purpose: collect, dispatch, arrive, return, resultsArrive.
 *
 * ```ts
 * const list = new ListDesk({ purpose: 'arrive', scope: register.number, expected: papers, onregister });
 * $effect(() => list.open());      // takes the scans while the component lives, follows journal and other tabs
 * <ListScan {list} />              // field, verdict, pile, undo (ListScan.svelte)
 * list.rows                        // rows in the order of scanning; `mark(paper, 'damaged', remark)`, `remove(paper)`
 * await list.record(papers, (papers) => ({ kind: 'dispatch', papers, … }));
 * ```
 * Each row is a draft of its own, on the disk before the next scan; tabs merge, a crash loses nothing, and rows whose list was
 * recorded meanwhile fall off by themselves. `record` gives the fact a new register number, holds off other tabs and takes the rows
 * off the list only after the fact was saved and read back.
 */
export class ListDesk {
	readonly purpose: Purpose;
	readonly expected: readonly string[] | undefined;
	rows = $state.raw<readonly DeskRow[]>([]);
	settings = $state.raw<ListSettings>({});
	outcome = $state.raw<ScanOutcome | null>(null);
	/** Grows with every scan, so that equal verdicts are seen and spoken twice. */
	scan = $state(0);
	ready = $state(false);
	/** Where the paper of the last scan lies, for "not collected yet: window". */
	#window = $state('');
	readonly #store: ListStore;
	readonly #scope: string;
	readonly #onregister: ((number: PaperNumber) => void) | undefined;
	#turn: Promise<unknown> = Promise.resolve();

	constructor({ purpose, scope = '', expected, onregister }: ListDeskOptions) {
		this.purpose = purpose;
		this.expected = expected;
		this.#onregister = onregister;
		this.#scope = scope;
		this.#store = new ListStore(desk.journal, purpose, scope);
	}

	/** The only org that the list is for, if it is locked to one. */
	get lockedTo(): OrgId | null {
		return (this.settings['lockedTo'] as OrgId | undefined) ?? null;
	}

	readonly papers = $derived(this.rows.map(({ paper }) => paper));
	/** How many papers of the register have no state yet; null without a register. */
	readonly left = $derived.by(() => this.expected?.filter((paper) => !this.papers.includes(paper)).length ?? null);
	/** What the words of a verdict need to know of the list. */
	readonly facts: ListFacts = $derived.by(() => ({
		purpose: this.purpose,
		total: this.rows.length,
		left: this.left,
		hasRegister: this.expected !== undefined,
		window: this.#window
	}));
	/** The pile that the last scan goes to. */
	readonly pile = $derived.by(() => pileOfOutcome(this.outcome, this.purpose, this.rows));
	readonly canUndo = $derived(lastScanned(this.rows) !== undefined);

	/** Takes scans and follows the journal and other tabs; gives a function that stops it. Call in an `$effect`. */
	open(): () => void {
		const read = () => void this.read();
		const stops = [scans.take((code) => void this.take(code)), desk.journal.listen(read), listTabs.listen(read)];
		read();
		return () => stops.forEach((stop) => stop());
	}

	/** Reads rows, settings and what the journal knows of the rows. */
	async read(): Promise<void> {
		const { kept, settings, summaries } = await desk.journal.read(async (reader) => {
			const kept = await this.#store.rowsIn(reader);
			const numbers = kept.map(({ paper }) => applicationOfPaper(paper));
			const settings = await this.#store.settingsIn(reader);
			return { kept, settings, summaries: await reader.applications(numbers) };
		});
		await this.#show(kept, summaries);
		this.settings = settings;
		this.ready = true;
	}

	async #show(kept: readonly KeptRow[], summaries: readonly ApplicationSummary[]): Promise<void> {
		const rows = kept.map((row): DeskRow => {
			const summary = summaries.find(({ number }) => number === applicationOfPaper(row.paper));
			return { ...row, org: pileOf(row, summary), summary };
		});
		const overtaken = rows.filter(({ summary }) => isOvertaken(this.purpose, summary, desk.org));
		this.rows = rows.filter((row) => !overtaken.includes(row));
		if (overtaken.length > 0) await this.#store.remove(overtaken.map(({ paper }) => paper));
	}

	/** One code; they are judged one after the other, however fast they come. */
	take(code: Code): Promise<void> {
		return this.#inTurn(() => this.#judge(code));
	}

	/** Waits for the scans that are still being judged: a button pressed right after them means them too. */
	settled = async (): Promise<void> => void (await this.#turn);

	#inTurn<T>(work: () => Promise<T>): Promise<T> {
		const mine = this.#turn.then(work);
		this.#turn = mine.catch(() => undefined);
		return mine;
	}

	async #judge(code: Code): Promise<void> {
		if (!code.ok) return this.#say({ kind: 'misread', code });
		const { number } = code;
		const paper = paperOf(number);
		if (paper === 'badge') return this.#say({ kind: 'badge', number });
		if (paper === 'register') {
			this.#say({ kind: 'register', number });
			return this.#onregister?.(number);
		}
		const application = (await findApplications([applicationOfPaper(number)])).get(applicationOfPaper(number));
		const verdict = judgeScan(number, application, this.#openList(), { org: desk.org }, bodyOnLabel(code.payload));
		const holder = application?.packet.holder;
		this.#window = holder?.kind === 'window' ? holder.window : '';
		await this.#take(number, verdict);
	}

	#openList(): OpenList {
		const { purpose, rows, expected, lockedTo } = this;
		// A row that was marked by hand as missing or left for tomorrow may still turn up.
		const scanned = rows.filter(({ mark }) => mark === 'scanned' || mark === 'damaged');
		return {
			purpose,
			rows: scanned,
			...(expected ? { expected } : {}),
			...(lockedTo ? { lockedTo } : {}),
			...(purpose === 'collect' ? { window: this.#scope } : {})
		};
	}

	async #take(number: PaperNumber, verdict: ScanVerdict): Promise<void> {
		if (verdict.kind === 'unknown' && verdict.org === null && this.purpose === 'dispatch')
			return this.#say({ kind: 'whichBody', number });
		if (verdict.kind === 'ok' || verdict.kind === 'unknown') {
			const note = verdict.kind === 'ok' ? (verdict.note ?? null) : null;
			await this.#put({ paper: number, org: verdict.org, known: verdict.kind === 'ok', note });
		}
		this.#say({ kind: 'judged', verdict, number });
	}

	/** Puts the unknown packet that was scanned last on a body's pile. */
	chooseBody(org: OrgId): Promise<void> {
		return this.#inTurn(async () => {
			if (this.outcome?.kind !== 'whichBody') return;
			await this.#take(this.outcome.number, { kind: 'unknown', org });
		});
	}

	/** Puts papers on the list without scanning each: all that is on a shelf. Those that are on it stay as they are. */
	addAll(rows: readonly { paper: PaperNumber; org: OrgId | null }[]): Promise<void> {
		return this.#inTurn(async () => {
			const fresh = rows.filter(({ paper }) => !this.papers.includes(paper));
			for (const { paper, org } of fresh) await this.#put({ paper, org, known: true, note: null });
			if (fresh.length > 0) this.#say({ kind: 'addedAll', count: fresh.length }, false);
		});
	}

	/** Says what was found of a row: damaged, missing, left for tomorrow. */
	mark(paper: string, mark: RowMark, remark = ''): Promise<void> {
		return this.#inTurn(async () => {
			const row = this.rows.find((other) => other.paper === paper);
			await this.#put({ paper, org: row?.org ?? null, known: true, note: row?.note ?? null, mark, remark });
			// The verdict of the scan before would contradict the row.
			this.#say({ kind: 'marked', number: paper as PaperNumber, mark }, false);
		});
	}

	async #put(row: Omit<KeptRow, 'at' | 'mark' | 'remark'> & Partial<KeptRow>): Promise<void> {
		const at = Math.max(Date.now(), ...this.rows.map(({ at }) => at + 1));
		await this.#store.put({ at, mark: 'scanned', remark: '', ...row });
		await this.#changed();
	}

	async #changed(): Promise<void> {
		await this.read();
		listTabs.tell();
	}

	/** Takes a row back; without a paper the last scan, at once. */
	undo(paper?: string): Promise<void> {
		return this.#inTurn(async () => {
			const taken = paper ?? lastScanned(this.rows)?.paper;
			if (taken === undefined) return;
			await this.#store.remove([taken]);
			await this.#changed();
			this.#say({ kind: 'undone', number: taken as PaperNumber }, paper === undefined);
		});
	}

	remove = (paper: string): Promise<void> => this.undo(paper);

	/** Keeps settings beside the rows; an empty string takes one away. */
	async set(changes: ListSettings): Promise<void> {
		const kept = Object.entries({ ...this.settings, ...changes }).filter(([, value]) => value !== '');
		this.settings = Object.fromEntries(kept);
		await this.#store.saveSettings(this.settings, Date.now());
		listTabs.tell();
	}

	/**
	 * Records the one fact of these papers, under a new register number; refused, the rows stay.
	 * @param papers rows of the list; those that another tab has recorded meanwhile are left out
	 * @param command the act, of the papers that are left
	 * @param as who acts, where that is not the person at work here
	 */
	async record(
		papers: readonly string[],
		command: (papers: string[]) => ListCommand,
		as?: Actor
	): Promise<ListRecorded> {
		const work = async (): Promise<ListRecorded> => {
			await this.read();
			const expected = await this.#stillExpected();
			const present = papers.filter((paper) => this.papers.includes(paper) || expected.includes(paper));
			if (papers.length > 0 && present.length === 0 && this.expected)
				return { ok: false, refusal: refuse('alreadyArrived') };
			// Where none is left, the rules say what became of them: a list without rows would be another act.
			const result = await desk.journal.actOnList(
				command(present.length > 0 ? present : [...papers]),
				desk.by(undefined, as)
			);
			if (!result.ok) return { ok: false, failure: result };
			if (!result.answer.ok) return { ok: false, refusal: result.answer };
			syncing.poke();
			await this.#store.remove(present);
			this.outcome = null;
			await this.#changed();
			return result.answer;
		};
		return await navigator.locks.request(`tereze:list:${this.purpose}`, () => this.#inTurn(work));
	}

	/** Papers of the register that nobody has found since the list was opened, in another tab or on another device. */
	async #stillExpected(): Promise<readonly string[]> {
		if (!this.expected) return [];
		const [register] = await desk.journal.read((reader) => reader.registers([this.#scope]));
		return register?.known ? openPapersOf(register) : this.expected;
	}

	/** What was done by hand is shown and spoken; a sound answers scans only. */
	#say(outcome: ScanOutcome, isScan = true): void {
		this.outcome = outcome;
		this.scan += 1;
		if (isScan) scans.sound(toneOf(outcome));
	}
}
