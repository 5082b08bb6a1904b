import { type FactId } from '#lib/domain/fact/ids.ts';
import { type ClosingWords } from '#lib/domain/org/day-closing.ts';
import { type Closing, type ClosingKind } from '#lib/domain/org/day-closing-cover.ts';
import { type ClosedPlace } from '#lib/domain/org/day-closing-papers.ts';
import { type PlainDate } from '#lib/domain/time/plain-date.ts';
import { ALMATY, localOf } from '#lib/domain/time/zone.ts';
import { readFlat } from '#lib/device/drafts/read-flat.ts';
import { KeptDraft } from '#lib/device/drafts/kept-draft.ts';
import { actInOffice, type Recorded } from '#lib/device/session/acts.ts';
import { inBoth } from '#lib/tools/wording/both-words.ts';
import { nextCopy } from './closing-copies.ts';
import { readClosing, type ReadClosing, type RecordedClosing } from './closing-read.ts';
import { closingHeads } from './closing-heads.ts';
import { readRecorded } from './closing-recorded.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { language } from '#lib/device/live/language.svelte.ts';
import { closingPaper, type ClosingSurroundings } from './closing-paper.ts';
import { type PaperGoesTo, paperReader } from '#lib/device/printing/paper-reader.svelte.ts';
import { printing } from '#lib/device/printing/printing.svelte.ts';
import { staffName } from '#lib/tools/wording/words.ts';

/** What is read while facts come in would be read over and over: it is read again once they have settled. */
const SETTLE_MS = 800;
const NO_WORDS: ClosingWords = { text: '', keptAt: '' };
const kept = new KeptDraft('closing', 'closing', (stored) => readFlat(stored, NO_WORDS));

type ClosingOutcome = { ok: true; printed: boolean } | Exclude<Recorded, { ok: true }>;

/** One closing that is being prepared: read, explained, recorded, printed. */
export class ClosingDesk {
	readonly kind: ClosingKind;
	readonly place: ClosedPlace;
	date: PlainDate = $state()!;
	/** 0…1 while it is read; null once it stands. */
	share = $state<number | null>(0);
	read = $state.raw<ReadClosing | null>(null);
	words = $state<ClosingWords>({ ...NO_WORDS });
	busy = $state(false);
	/** What was closed last here, for another print of its sheet. */
	closed = $state.raw<{ fact: FactId; read: RecordedClosing; said: ClosingWords; at: number } | null>(null);
	#turn = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#loaded = false;

	constructor(kind: ClosingKind, place: ClosedPlace, date: PlainDate) {
		this.kind = kind;
		this.place = place;
		this.date = date;
	}

	start(): () => void {
		const stop = desk.journal.listen(({ applications, registers }) => {
			if (applications.length + registers.length > 0) this.#soon();
		});
		void this.#loadWords();
		void this.again();
		return () => {
			this.#turn = -1;
			clearTimeout(this.#timer);
			stop();
		};
	}

	show(date: PlainDate): void {
		this.date = date;
		this.read = null;
		void this.again();
	}

	#soon(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.again(), SETTLE_MS);
	}

	async again(): Promise<void> {
		if (this.#turn < 0) return;
		const mine = (this.#turn += 1);
		if (!this.read) this.share = 0;
		const read = await readClosing(this.kind, this.place, this.date, Date.now(), (share) => {
			if (mine === this.#turn && !this.read) this.share = share;
		});
		if (mine !== this.#turn) return;
		this.read = read;
		this.share = null;
	}

	async #loadWords(): Promise<void> {
		this.words = (await kept.read()) ?? this.words;
		this.#loaded = true;
	}

	/** Keeps what is typed; called with every change. */
	keepWords(): void {
		if (!this.#loaded) return;
		const { text, keptAt } = this.words;
		void (text === '' && keptAt === '' ? kept.remove() : kept.put({ text, keptAt }));
	}

	/** Reads once more, records the closing, and prints its sheet. */
	async close(): Promise<ClosingOutcome> {
		this.busy = true;
		try {
			await language.both();
			const read = await readClosing(this.kind, this.place, this.date, Date.now(), () => undefined);
			this.read = read;
			const { closing, mark } = read;
			const recorded = await actInOffice({ kind: 'closeDay', closing, mark, words: { ...this.words } });
			if (!recorded.ok) {
				// What came in is on the sheet before it is closed once more; what was typed stays.
				if ('refusal' in recorded && recorded.refusal.code === 'dayChanged') await this.again();
				return recorded;
			}
			const said = { text: this.words.text.trim(), keptAt: this.words.keptAt.trim() };
			this.words = { ...NO_WORDS };
			this.keepWords();
			this.closed = { fact: recorded.facts[0]!.id, read, said, at: Date.now() };
			void this.again();
			return { ok: true, printed: await this.print() };
		} finally {
			this.busy = false;
		}
	}

	/** Prints the sheet of what was closed here last; each time after the first as a numbered copy. */
	async print(): Promise<boolean> {
		if (!this.closed) return false;
		const { fact, read, said, at } = this.closed;
		const responsible = { role: desk.role ?? '', name: staffName(desk.person?.id ?? '') };
		return giveSheet(read, { said, responsible, closedAt: at, copy: await nextCopy(fact, 1) });
	}

	/** Gives the sheet of an earlier closing once more, from its record: a numbered copy on paper, or to be read. */
	async printEarlier(earlier: Closing, to: PaperGoesTo = 'printer'): Promise<boolean> {
		if (!this.read || this.busy) return false;
		this.busy = true;
		try {
			const all = this.read.earlier;
			const before = all.slice(0, all.indexOf(earlier));
			const read = await readRecorded(this.kind, earlier, before, this.place);
			const responsible = { role: earlier.role, name: staffName(earlier.by) };
			const { words: said, at: closedAt } = earlier;
			const copy = to === 'screen' ? 1 : await nextCopy(earlier.fact, 2);
			return await giveSheet(read, { said, responsible, closedAt, copy, openUnknown: earlier.open === null }, to);
		} finally {
			this.busy = false;
		}
	}
}

type Sheet = Pick<ClosingSurroundings, 'said' | 'responsible' | 'closedAt' | 'openUnknown'> & { copy: number };

async function giveSheet(
	read: RecordedClosing,
	{ copy, ...sheet }: Sheet,
	to: PaperGoesTo = 'printer'
): Promise<boolean> {
	await language.both();
	const paper = closingPaper(read, {
		...sheet,
		heads: await closingHeads((work) => desk.journal.read(work), read.closing.covers),
		office: desk.context?.org.name ?? { kk: '', ru: '' },
		words: inBoth,
		staff: (id) => staffName(id),
		run: {
			copy,
			reprintReason: copy === 1 ? null : { kk: 'қызметкердің сұрауы бойынша', ru: 'по запросу сотрудника' },
			printedAt: localOf(Date.now(), ALMATY),
			exampleData: false,
			training: false
		}
	});
	return (to === 'screen' ? paperReader.open([paper]) : await printing.print([paper])).ok;
}
