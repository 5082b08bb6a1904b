import * as v from 'valibot';
import { OrgIdSchema } from '#lib/domain/fact/ids.ts';
import { type KeptRow } from '#lib/domain/register/list-rows.ts';
import { type Purpose } from '#lib/domain/register/scan-verdict.ts';
import { type Draft } from '#lib/journal/device-store.ts';
import { type DraftReader, readAs, readDrafts } from '#lib/device/drafts/kept-draft.ts';

/** The part of the journal that keeps drafts. */
export type DraftKeeper = {
	putDraft(draft: Draft): Promise<void>;
	removeDraft(id: string): Promise<void>;
};

/** What a list is besides its rows: locked to one org, who carries it. Belongs to the screen that uses the list. */
export type ListSettings = Record<string, string>;

const readSettings = readAs<ListSettings>(v.record(v.string(), v.string()));

/** A row is never lost over a field that another version did not store. */
const readRow = readAs<KeptRow & { scope: string }>(
	v.object({
		paper: v.string(),
		at: v.number(),
		org: v.fallback(v.nullable(OrgIdSchema), null),
		known: v.fallback(v.boolean(), false),
		note: v.fallback(v.nullable(v.picklist(['notCollected', 'extra', 'otherWindow'])), null),
		mark: v.fallback(v.picklist(['scanned', 'damaged', 'missing', 'carried']), 'scanned'),
		remark: v.fallback(v.string(), ''),
		scope: v.fallback(v.string(), '')
	})
);

const rowKind = (purpose: Purpose) => `list:${purpose}`;

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

	/** The rows of this list, in the order of scanning. */
	async rowsIn(reader: Pick<DraftReader, 'drafts'>): Promise<KeptRow[]> {
		return (await readDrafts(reader, rowKind(this.#purpose), readRow))
			.map(({ value }) => value)
			.filter(({ scope }) => scope === this.#scope)
			.map(({ paper, at, org, known, note, mark, remark }) => ({ paper, at, org, known, note, mark, remark }))
			.sort((a, b) => a.at - b.at);
	}

	async settingsIn(reader: Pick<DraftReader, 'draft'>): Promise<ListSettings> {
		return readSettings((await reader.draft(this.#settingsId))?.value) ?? {};
	}

	get #settingsId(): string {
		return `list-of:${this.#purpose}:${this.#scope}`;
	}

	saveSettings(settings: ListSettings, at: number): Promise<void> {
		return this.#keeper.putDraft({ id: this.#settingsId, kind: 'list-of', updatedAt: at, value: settings });
	}

	#idOf(paper: string): string {
		return `${rowKind(this.#purpose)}:${this.#scope}:${paper}`;
	}
}
