/** What a scan was found to be; each kind has its own shape and its own sound. */
export type VerdictKind = 'ok' | 'repeat' | 'foreign' | 'unknown' | 'misread' | 'info';

/** A verdict as it is shown: the word first, then what to do, then the number it is about. */
export type Verdict = {
	readonly kind: VerdictKind;
	readonly word: string;
	readonly todo?: string;
	/** The scanned number, digits only. */
	readonly number?: string;
	/** Small type: time, body, total. */
	readonly detail?: string;
};

/**
 * Makes a verdict of a text such as «Қайталанды. Бұл тізілімде бар: 10:42»: its first sentence is the word, the rest says
 * what to do.
 */
export function asVerdict(kind: VerdictKind, text: string, more: { number?: string; detail?: string } = {}): Verdict {
	const end = text.indexOf('. ');
	if (end === -1) return { kind, word: text, ...more };
	return { kind, word: text.slice(0, end), todo: text.slice(end + 2), ...more };
}
