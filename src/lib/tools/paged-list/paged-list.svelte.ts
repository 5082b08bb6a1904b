import { parsePlainDate } from '#lib/domain/time/plain-date.ts';
import { ALMATY, endOfDay, instantOf } from '#lib/domain/time/zone.ts';
import { type Answer } from '#lib/device/live/server-calls.ts';

type Page<Entry> = { entries: readonly Entry[]; next: number | null };
type Ask<P> = (query: Record<string, string>) => Promise<Answer<P>>;

/**
 * What a list is narrowed to, as a question to the server. What is empty is left out, and so are days that are none.
 * @param choice named choices; `from` and `to` are days, both inclusive
 */
export function listQuery({
	from,
	to,
	...named
}: { from: string; to: string } & Record<string, string>): Record<string, string> {
	const [first, last] = [parsePlainDate(from), parsePlainDate(to)];
	const given = Object.entries(named).filter(([, value]) => value !== '');
	return {
		...Object.fromEntries(given),
		...(first ? { from: String(instantOf(first, 0, ALMATY)) } : {}),
		...(last ? { to: String(endOfDay(last, ALMATY)) } : {})
	};
}

/** A list of the server's that is read the newest first, a page at a time. */
export class PagedList<Entry, P extends Page<Entry> = Page<Entry>> {
	entries = $state.raw<readonly Entry[]>([]);
	/** The page that was read last; null before the first. */
	page = $state.raw<P | null>(null);
	next = $state<number | null>(null);
	asking = $state(false);
	trouble = $state.raw<Exclude<Answer<unknown>, { ok: true }> | null>(null);
	#query: Record<string, string> = {};
	#turn = 0;
	readonly #ask: Ask<P>;

	constructor(ask: Ask<P>) {
		this.#ask = ask;
	}

	/** Begins anew; an answer to an earlier question that comes later is dropped. */
	read = async (query: Record<string, string>): Promise<void> => {
		this.#query = query;
		await this.#read([]);
	};

	/** Reads on, below what is there. */
	more = async (): Promise<void> => {
		if (this.next !== null && !this.asking) await this.#read(this.entries, this.next);
	};

	async #read(above: readonly Entry[], before?: number): Promise<void> {
		const turn = ++this.#turn;
		this.asking = true;
		const answer = await this.#ask({ ...this.#query, ...(before === undefined ? {} : { before: String(before) }) });
		if (turn !== this.#turn) return;
		this.asking = false;
		this.trouble = answer.ok ? null : answer;
		if (!answer.ok) return;
		this.page = answer.value;
		[this.entries, this.next] = [[...above, ...answer.value.entries], answer.value.next];
	}
}
