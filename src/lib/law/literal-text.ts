import * as v from 'valibot';

const literalTextSchema = v.strictObject({
	id: v.string(),
	version: v.number(),
	paragraphs: v.array(v.strictObject({ number: v.number(), literal: v.string(), source: v.string() })),
	/** Para 6, with displaced link words put back. */
	legalBasis: v.array(v.string())
});

/** The paragraphs of an annex as printed. */
type LiteralText = v.InferOutput<typeof literalTextSchema>;

/** Loaded only for a regulation's page: the window's screens never need them. */
const loaders = import.meta.glob<unknown>('./resolution-370/literal/*.json', { import: 'default' });

/** The paragraphs of a regulation as printed, or undefined if there are none for this id and version. */
export async function literalTextOf(id: string, version: number): Promise<LiteralText | undefined> {
	const load = loaders[`./resolution-370/literal/${id}.json`];
	if (load === undefined) return undefined;
	const text = v.parse(literalTextSchema, await load());
	return text.version === version ? text : undefined;
}
