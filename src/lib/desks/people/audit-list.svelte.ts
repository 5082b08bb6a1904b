import { type OrgId } from '#lib/domain/fact/ids.ts';
import { parsePlainDate } from '#lib/domain/time/plain-date.ts';
import { ALMATY, endOfDay, instantOf } from '#lib/domain/time/zone.ts';
import { type AuditEntry, type AuditResponse } from '#lib/protocol/registry-messages.ts';
import { type Answer } from '#lib/state/server-calls.ts';

/** What the list is narrowed to; empty: everything. Days are inclusive. */
export type AuditChoice = { org: OrgId; type: string; actor: string; about: string; from: string; to: string };
type Ask = (query: Record<string, string>) => Promise<Answer<AuditResponse>>;

/** The question to the server; days that are none are left out. */
export function auditQuery({ from, to, ...named }: AuditChoice): Record<string, string> {
	const [first, last] = [parsePlainDate(from), parsePlainDate(to)];
	const given = Object.entries(named).filter(([, value]) => value !== '');
	return {
		...Object.fromEntries(given),
		...(first ? { from: String(instantOf(first, 0, ALMATY)) } : {}),
		...(last ? { to: String(endOfDay(last, ALMATY)) } : {})
	};
}

/** Who did what in the registry, the newest first, a page at a time. */
export class AuditList {
	entries = $state.raw<readonly AuditEntry[]>([]);
	next = $state<number | null>(null);
	asking = $state(false);
	trouble = $state.raw<Exclude<Answer<unknown>, { ok: true }> | null>(null);
	#query: Record<string, string> = {};
	#turn = 0;
	readonly #ask: Ask;

	constructor(ask: Ask) {
		this.#ask = ask;
	}

	/** Begins anew; an answer to an earlier question that comes later is dropped. */
	read = async (choice: AuditChoice): Promise<void> => {
		this.#query = auditQuery(choice);
		await this.#page([]);
	};

	/** Reads on, below what is there. */
	more = async (): Promise<void> => {
		if (this.next !== null && !this.asking) await this.#page(this.entries, this.next);
	};

	async #page(above: readonly AuditEntry[], before?: number): Promise<void> {
		const turn = ++this.#turn;
		this.asking = true;
		const answer = await this.#ask({ ...this.#query, ...(before === undefined ? {} : { before: String(before) }) });
		if (turn !== this.#turn) return;
		this.asking = false;
		this.trouble = answer.ok ? null : answer;
		if (answer.ok) [this.entries, this.next] = [[...above, ...answer.value.entries], answer.value.next];
	}
}
