import { untrack } from 'svelte';
import { type ControlReport, type SearchReport } from '#lib/protocol/report-messages.ts';
import { type Answer, controlReportCall, searchReportCall } from '#lib/device/live/server-calls.ts';
import { syncing } from '#lib/device/live/syncing.svelte.ts';
import { afterAnswer, nothingTold, type ToldByServer } from './told-by-server.ts';

/** A report of the server, asked for where there is a line; an answer that a later question has overtaken is dropped. */
class ServerReport<T> {
	told = $state.raw<ToldByServer<T>>(nothingTold());
	#turn = 0;
	readonly #call: (question: string) => Promise<Answer<T>>;

	constructor(call: (question: string) => Promise<Answer<T>>) {
		this.#call = call;
	}

	async ask(question = ''): Promise<void> {
		const turn = (this.#turn += 1);
		// Asked within an effect: what it writes here must not make that effect ask again.
		this.told = { ...untrack(() => this.told), asking: true };
		const answer = syncing.online ? await this.#call(question) : { ok: false as const, offline: true as const };
		if (turn === this.#turn) this.told = afterAnswer(this.told, answer);
	}
}

/** The control room as the server knows it: for the head to see whether this device lags. */
export const serverControl = (): ServerReport<ControlReport> => new ServerReport(controlReportCall);

/** What the server finds of what stands in the search field. */
export const serverSearch = (): ServerReport<SearchReport> => new ServerReport(searchReportCall);
