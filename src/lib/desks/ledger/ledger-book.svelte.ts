import { type BookFlaws, flawsOf, inBookOrder } from '#lib/domain/ledger/book.ts';
import { type LedgerLine, ledgerLineOf } from '#lib/domain/ledger/ledger-line.ts';
import { type Month, monthOfDate } from '#lib/domain/ledger/month.ts';
import { ALMATY, localOf } from '#lib/domain/time/zone.ts';
import { findApplications } from '#lib/device/session/acts.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { readYear } from '#lib/tools/record-result/ledger-year.ts';

const NO_FLAWS: BookFlaws = { missing: [], repeated: [], unnumbered: [] };
const monthAt = (instant: number): Month => monthOfDate(localOf(instant, ALMATY).date);

/** One month of one service's book, followed while its screen is open. Only applications that changed are folded again. */
export class LedgerBook {
	/** In the order of the book; null until the first answer. */
	lines = $state.raw<readonly LedgerLine[] | null>(null);
	flaws = $state.raw<BookFlaws>(NO_FLAWS);
	readonly #regulation: string;
	readonly #month: Month;
	readonly #known: Record<string, { touchedAt: number; line: LedgerLine }> = {};
	#turn = 0;

	constructor(regulation: string, month: Month) {
		this.#regulation = regulation;
		this.#month = month;
	}

	/** Follows the journal; gives what stops it. Call in an effect. */
	open(): () => void {
		void this.#read();
		return desk.journal.listen(() => void this.#read());
	}

	async #read(): Promise<void> {
		const turn = ++this.#turn;
		const year = await readYear(this.#regulation, Number(this.#month.slice(0, 4)));
		const mine = year.lines.filter(({ recordedAt }) => monthAt(recordedAt) === this.#month);
		const changed = mine.filter(({ number, touchedAt }) => this.#known[number]?.touchedAt !== touchedAt);
		const applications = await findApplications(changed.map(({ number }) => number));
		if (turn !== this.#turn) return;
		for (const { number, touchedAt } of changed) {
			const application = applications.get(number);
			const line = application && ledgerLineOf(application);
			if (line) this.#known[number] = { touchedAt, line };
		}
		const struck = year.struck.filter(({ recordedAt }) => monthAt(recordedAt) === this.#month);
		const lines = mine.flatMap(({ number }) => this.#known[number]?.line ?? []);
		this.lines = inBookOrder([...lines, ...struck]);
		this.flaws = flawsOf([...year.lines, ...year.struck], ({ recordedAt }) => monthAt(recordedAt) === this.#month);
	}
}
