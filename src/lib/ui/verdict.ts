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
