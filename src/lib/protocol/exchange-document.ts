import * as v from 'valibot';

/** What the page at `/exchange` reads of the document of the interface. */
export const ExchangeDocumentSchema = v.object({
	openapi: v.string(),
	paths: v.record(
		v.string(),
		v.record(
			v.string(),
			v.object({
				operationId: v.string(),
				requestBody: v.optional(v.unknown()),
				responses: v.record(v.string(), v.unknown())
			})
		)
	),
	components: v.object({ schemas: v.record(v.string(), v.unknown()) })
});
export type ExchangeDocument = v.InferOutput<typeof ExchangeDocumentSchema>;
