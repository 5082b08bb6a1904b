/**
 * The maximum length of each input field, in one place. Papers have room for these lengths and for the longer ones of stored facts:
 * earlier input stays readable.
 */
const FIELD_LIMITS = {
	/** A surname, a given name, a patronymic. */
	name: 100,
	/** Of an identity document, a power of attorney, a telephone. */
	number: 60,
	address: 300,
	/** Basis of a representative, reason of a missing IIN. */
	basis: 300,
	documentName: 300
} as const;

/** Documents of one application: a receipt lists each by its name. */
export const MOST_DOCUMENTS = 60;

export type LimitedField = keyof typeof FIELD_LIMITS;

/** Length and maximum of a text that is too long. */
export function overLimit(text: string, field: LimitedField): { n: number; max: number } | null {
	const n = Array.from(text.trim()).length;
	const max = FIELD_LIMITS[field];
	return n > max ? { n, max } : null;
}
