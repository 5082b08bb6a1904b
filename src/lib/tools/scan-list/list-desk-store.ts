import { type KeptRow } from '#lib/domain/register/list-rows.ts';
import { type Purpose } from '#lib/domain/register/scan-verdict.ts';
import { type Draft } from '#lib/journal/device-store.ts';

/** The part of the journal that keeps drafts. */
export type DraftKeeper = {
	putDraft(draft: Draft): Promise<void>;
	removeDraft(id: string): Promise<void>;
};

/** What a list is besides its rows: locked to one org, who carries it. Belongs to the screen that uses the list. */
export type ListSettings = Record<string, string>;

export const rowKind = (purpose: Purpose) => `list:${purpose}`;

/**
 * The rows of an open list, each a draft of its own: two tabs that scan into one list write different drafts, so neither can write
 * over the other's rows, and what was scanned is on the disk before the next scan.
 */
export class ListStore {
	readonly #keeper: DraftKeeper;
	readonly #purpose: Purpose;
	readonly #scope: string;

	/** @param scope tells lists of one purpose apart: a window, a register; '' where there is only one */
	constructor(keeper: DraftKeeper, purpose: Purpose, scope: string) {
		this.#keeper = keeper;
		this.#purpose = purpose;
		this.#scope = scope;
	}

	put(row: KeptRow): Promise<void> {
		return this.#keeper.putDraft({
			id: this.#idOf(row.paper),
			kind: rowKind(this.#purpose),
			updatedAt: row.at,
			value: { ...row, scope: this.#scope }
		});
	}

	async remove(papers: readonly string[]): Promise<void> {
		for (const paper of papers) await this.#keeper.removeDraft(this.#idOf(paper));
	}

	/** The rows of this list among all drafts of its kind, in the order of scanning. */
	rowsIn(drafts: readonly Draft[]): KeptRow[] {
		return drafts
			.map(({ value }) => value as KeptRow & { scope: string })
			.filter(({ scope }) => scope === this.#scope)
			.map(({ paper, at, org, known, note, mark, remark }) => ({ paper, at, org, known, note, mark, remark }))
			.sort((a, b) => a.at - b.at);
	}

	get settingsId(): string {
		return `list-of:${this.#purpose}:${this.#scope}`;
	}

	saveSettings(settings: ListSettings, at: number): Promise<void> {
		return this.#keeper.putDraft({ id: this.settingsId, kind: 'list-of', updatedAt: at, value: settings });
	}

	#idOf(paper: string): string {
		return `${rowKind(this.#purpose)}:${this.#scope}:${paper}`;
	}
}
