import * as v from 'valibot';

const words = v.strictObject({ kk: v.pipe(v.string(), v.nonEmpty()), ru: v.pipe(v.string(), v.nonEmpty()) });

const readingsSchema = v.array(
	v.strictObject({
		id: v.pipe(v.string(), v.regex(/^C\d\d$/)),
		/** Place in the resolution, as printed. */
		where: v.string(),
		/** What is printed there and does not fit, with the resolution's own words in «quotation marks». */
		literal: words,
		/** The project's reading. */
		reading: words
	})
);

/** The reading of one contradiction of the resolution; an administrator may change it, with a reason. */
export type Reading = v.InferOutput<typeof readingsSchema>[number];

/**
 * Parses the readings.
 * @throws ValiError if the data are broken: a bug of the build
 */
export function parseReadings(data: unknown): Reading[] {
	return v.parse(readingsSchema, data);
}
