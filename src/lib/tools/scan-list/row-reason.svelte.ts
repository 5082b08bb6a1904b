import { type ChecklistRow } from '#lib/domain/register/checklist.ts';
import { type RowMark } from '#lib/domain/register/list-rows.ts';
import { readFlat } from '#lib/device/drafts/read-flat.ts';
import { WorkDraft } from '#lib/device/drafts/work-draft.svelte.ts';

/** The list whose row it is. */
type Marks = { mark: (paper: string, mark: RowMark, remark: string) => Promise<void> };

const BLANK = { paper: '', mark: '', text: '' };

/** The reason that is being written for one row of a list: a durable draft, and a state that the row does not have before it is saved. */
export class RowReason {
	/** It was tried to save it, or to go on without. */
	tried = $state(false);
	readonly #draft: WorkDraft<typeof BLANK>;
	readonly #list: Marks;

	constructor(list: Marks, scope: string) {
		this.#list = list;
		this.#draft = new WorkDraft(`row-reason:${scope}`, 'rowReason', { ...BLANK }, readFlat);
	}

	/** Whether it is this row's. A paper that turns up while it is said to be missing is there after all. */
	isFor({ paper, state }: Pick<ChecklistRow, 'paper' | 'state'>): boolean {
		const { paper: asked, mark } = this.#draft.value;
		return paper === asked && (mark === 'missing') === (state === 'notScanned');
	}

	get text(): string {
		return this.#draft.value.text;
	}

	set text(words: string) {
		this.#draft.value.text = words;
	}

	get missing(): boolean {
		return this.tried && this.text.trim() === '';
	}

	open = async (): Promise<void> => void (await this.#draft.open());
	/** Call in `onMount`. */
	begin = (): (() => void) => this.#draft.begin();
	/** Call in an effect. */
	keep = (): void => this.#draft.keep();

	/** Begins a reason; what was written for another row goes on for this one. */
	ask(paper: string, mark: RowMark): void {
		this.tried = false;
		Object.assign(this.#draft.value, { paper, mark });
	}

	async save(): Promise<boolean> {
		this.tried = true;
		const { paper, mark, text } = this.#draft.value;
		if (text.trim() === '') return false;
		await this.#list.mark(paper, mark as RowMark, text.trim());
		await this.cancel();
		return true;
	}

	cancel(): Promise<void> {
		this.tried = false;
		return this.#draft.finish({ ...BLANK });
	}
}
