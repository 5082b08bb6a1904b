import * as v from 'valibot';

/** How a value is typed and written: `text` in both languages, everything else once for both. */
export const LETTER_FIELD_KINDS = ['money', 'count', 'date', 'period', 'text'] as const;

const words = (about: string) => v.pipe(v.string(), v.nonEmpty(), v.description(about));
const inBoth = (about: string) => v.strictObject({ kk: words(`Kazakh ${about}`), ru: words(`Russian ${about}`) });

/** A value that only the executor knows: an amount, a period, a count of children. A placeholder in the letters of a service. */
export const letterFieldSchema = v.pipe(
	v.strictObject({
		key: v.pipe(v.string(), v.regex(/^[a-z][A-Za-z]*$/), v.description('Its name in the braces of a template')),
		kind: v.pipe(v.picklist(LETTER_FIELD_KINDS), v.description('How it is typed and written')),
		label: inBoth('label'),
		sample: inBoth('value as it may be typed, for the editor and the demonstration'),
		example: v.optional(v.pipe(v.literal(true), v.description('An example, not the law'))),
		source: v.optional(words('Place in the resolution'))
	}),
	v.description('A value that the executor types into the letters of this service')
);

export type LetterField = v.InferOutput<typeof letterFieldSchema>;
