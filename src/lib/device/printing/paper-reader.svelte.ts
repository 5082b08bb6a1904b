import { type PaperModel } from '#lib/domain/documents/paper-model.ts';
import { type Printed } from './printing.svelte.ts';

/** Where a paper goes: a copy on paper is counted, one on the screen is not. */
export type PaperGoesTo = 'printer' | 'screen';

/**
 * The papers that somebody reads on the screen: the same models as their PDF, whose tagging is a stub, as pages that a screen reader and
 * large type can use.
 */
class PaperReader {
	papers = $state.raw<readonly PaperModel[]>([]);

	open(papers: readonly PaperModel[]): Printed {
		this.papers = papers;
		return { ok: true };
	}

	close(): void {
		this.papers = [];
	}
}

export const paperReader = new PaperReader();
