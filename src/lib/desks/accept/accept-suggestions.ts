import { catalogued } from '#lib/domain/regulation/catalogued.ts';
import { type Regulation } from '#lib/domain/regulation/regulation.ts';
import { type Lang } from '#lib/domain/text/lang.ts';
import { type DraftDocument } from './accept-draft.ts';

/** Rows for the documents that a service usually asks for: editable, without sheets until they are on the table. */
function suggestionsOf(regulation: Regulation, lang: Lang, newId: () => string): DraftDocument[] {
	return regulation.requiredDocuments.map((document) => ({
		id: newId(),
		name: document[lang],
		form: document.defaultForm,
		sheets: '',
		suggested: true
	}));
}

/**
 * The rows after another service was chosen: what was typed or counted stays, untouched suggestions of the service before go,
 * and those of the new one come, but for documents that are there already.
 */
export function withSuggestions(
	documents: readonly DraftDocument[],
	regulation: Regulation,
	lang: Lang,
	newId: () => string
): DraftDocument[] {
	const kept = documents.filter(({ suggested, sheets, name }) =>
		!suggested && name.trim() !== '' ? true : sheets.trim() !== ''
	);
	const there = new Set(kept.map(({ name }) => catalogued(regulation, name)?.kk ?? name));
	const offered = suggestionsOf(regulation, lang, newId);
	return [...kept, ...offered.filter(({ name }) => !there.has(catalogued(regulation, name)?.kk ?? name))];
}

/** «Құжат: 2 · Парақ: 3»; rows whose sheets are no number yet count as documents without sheets. */
export function totalsOf(documents: readonly DraftDocument[]): { documents: number; sheets: number } {
	const sheets = documents.reduce((sum, row) => sum + (/^\d+$/.test(row.sheets.trim()) ? Number(row.sheets) : 0), 0);
	return { documents: documents.length, sheets };
}
