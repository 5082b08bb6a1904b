/**
 * The most letters that a field takes where it is typed, in one place. Papers print what they hold at these lengths and at the longer
 * ones of stored facts: what was taken earlier stays readable.
 */
const FIELD_LIMITS = {
	/** A surname, a given name, a patronymic. */
	name: 100,
	/** Of an identity document or a power of attorney, and a telephone. */
	number: 60,
	address: 300,
	/** What a representative acts on, why there is no IIN. */
	basis: 300,
	documentName: 300
} as const;

/** Documents of one application: a receipt lists each by its name. */
export const MOST_DOCUMENTS = 60;

export type LimitedField = keyof typeof FIELD_LIMITS;

/** How long a text is and how long it may be, where it is too long. */
export function overLimit(text: string, field: LimitedField): { n: number; max: number } | null {
	const n = Array.from(text.trim()).length;
	const max = FIELD_LIMITS[field];
	return n > max ? { n, max } : null;
}
