import * as v from 'valibot';

/**
 * A reader for the drafts of dialogs: a flat object of texts, ticks and choices. What was stored by an older version keeps the fields that
 * are still of the same kind; the rest begins anew.
 */
export function readFlat<T extends Record<string, string | boolean | null>>(stored: unknown, blank: T): T {
	const read = v.safeParse(v.record(v.string(), v.unknown()), stored);
	if (!read.success) return blank;
	const kept = Object.entries(blank).map(([key, begun]) => {
		const value = read.output[key];
		const isSame = typeof value === typeof begun || (begun === null && typeof value === 'string');
		return [key, isSame ? value : begun];
	});
	return Object.fromEntries(kept) as T;
}
