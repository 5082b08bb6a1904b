import * as v from 'valibot';
import { problem } from './problem.ts';
import { type Read } from './read-json.ts';

/** A number without a sign, as an address writes it. */
export const Whole = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number));

/** The query of an address, parsed at the border. The answer names the place that is wrong, never the value. */
export function readQuery<Schema extends v.GenericSchema>(url: URL, schema: Schema): Read<v.InferOutput<Schema>> {
	const parsed = v.safeParse(schema, Object.fromEntries(url.searchParams));
	if (parsed.success) return { ok: true, value: parsed.output };
	const place = v.getDotPath(parsed.issues[0]) ?? 'the query';
	return { ok: false, response: problem('badRequest', { detail: `Wrong form: ${place}` }) };
}
