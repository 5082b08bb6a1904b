import fc from 'fast-check';

type Json = Record<string, unknown>;

/** Numbers of papers that there are: of random ones nearly none has good check digits. */
export type Known = { numbers: readonly string[] };

const TEXT = fc.oneof(fc.string({ maxLength: 40, unit: 'grapheme' }), fc.constant('Тексерілді'));

/** Values that a schema of the document describes. @param schemas the components that it may refer to */
export function fromSchema(
	schema: Json,
	schemas: Readonly<Record<string, unknown>>,
	known: Known
): fc.Arbitrary<unknown> {
	const of = (other: unknown): fc.Arbitrary<unknown> => fromSchema(other as Json, schemas, known);
	const ref = schema['$ref'];
	if (typeof ref === 'string') return of(schemas[ref.split('/').at(-1)!]);
	if ('const' in schema) return fc.constant(schema['const']);
	if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]));
	const options = schema['oneOf'] ?? schema['anyOf'];
	if (Array.isArray(options)) return fc.oneof(...options.map(of));
	switch (schema['type']) {
		case 'object':
			return objectOf(schema, of);
		case 'array':
			return fc.array(of(schema['items']), { maxLength: 4 });
		case 'integer':
		case 'number':
			return fc.integer({ min: Number(schema['minimum'] ?? -5), max: Number(schema['maximum'] ?? 5) });
		case 'boolean':
			return fc.boolean();
		case 'null':
			return fc.constant(null);
		case 'string':
			return textOf(schema, known);
		default:
			return fc.jsonValue();
	}
}

function objectOf(schema: Json, of: (other: unknown) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
	const properties = Object.entries((schema['properties'] ?? {}) as Json);
	if (properties.length === 0 && typeof schema['additionalProperties'] === 'object')
		return fc.dictionary(TEXT, of(schema['additionalProperties']), { maxKeys: 3 });
	const arbitraries = Object.fromEntries(properties.map(([name, each]) => [name, of(each)]));
	return fc.record(arbitraries, { requiredKeys: (schema['required'] ?? []) as string[] });
}

function textOf({ pattern, maxLength }: Json, { numbers }: Known): fc.Arbitrary<string> {
	if (typeof pattern !== 'string') return TEXT.map((text) => text.slice(0, Number(maxLength ?? text.length)));
	const fitting = numbers.filter((number) => new RegExp(pattern).test(number));
	const random = fc.stringMatching(new RegExp(pattern));
	return fitting.length > 0 ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...fitting) }, random) : random;
}
