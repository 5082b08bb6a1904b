import * as v from 'valibot';

/**
 * The rows of a report that have the form it shows; the others are counted and take nothing with them.
 * @param summaries JSON texts, as the projector made them
 */
export function readableRows<Schema extends v.GenericSchema>(
	schema: Schema,
	summaries: readonly string[]
): { rows: v.InferOutput<Schema>[]; unreadable: number } {
	const read = summaries.map((summary) => v.safeParse(schema, parsed(summary)));
	const rows = read.flatMap(({ success, output }) => (success ? [output] : []));
	return { rows, unreadable: read.length - rows.length };
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
