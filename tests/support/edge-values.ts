import fc from 'fast-check';
import * as v from 'valibot';
import { LAST_INSTANT } from '#lib/domain/fact/bounds.ts';
import { NUMBER, REGISTER, RESULT } from './a-story.ts';

/** What people, scanners, other programs and attackers put where a text is asked for. */
const TEXTS = [
	'',
	'x',
	'Әбдіқадыров',
	'\ud800',
	'\u0000',
	'__proto__',
	'constructor',
	'toString',
	'1970-01-01',
	'2024-02-29',
	'2099-12-31',
	'2026-02-30',
	'0000-00-00',
	'990230300124',
	'a'.repeat(200),
	'ы'.repeat(4000),
	'[]',
	'{"a":',
	NUMBER,
	RESULT,
	REGISTER,
	'f1',
	'f2',
	'J',
	'center-04',
	'body-15',
	'child-benefit-under-18',
	'0'.repeat(64),
	'0'.repeat(32),
	// In the form of a device's key, on no point of its curve.
	`MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE${'A'.repeat(86)}`
];
const NUMBERS = [
	...[0, 1, 2, -1, 0.5, 3, 540, 999, 1440, 9999, 1e6, 1e9, -1e9, 2 ** 31, 2 ** 53, 1e308, -1e308],
	...[LAST_INSTANT, LAST_INSTANT + 1, -LAST_INSTANT, 9e15, Date.UTC(2026, 10, 23, 5), Date.UTC(2012, 1, 29)]
];

type Introspected = v.GenericSchema & {
	entries?: Record<string, v.GenericSchema>;
	wrapped?: v.GenericSchema;
	item?: v.GenericSchema;
	key?: v.GenericSchema;
	value?: v.GenericSchema;
	options?: readonly unknown[];
	literal?: unknown;
};

/** Values that a form allows, mostly at its edges: of each text and number those of the lists above that it lets through. */
export function edgeValues(schema: v.GenericSchema): fc.Arbitrary<unknown> {
	const { type, entries, wrapped, item, key, value, options, literal } = schema as Introspected;
	switch (type) {
		case 'string':
			return fc.constantFrom(...TEXTS.filter((text) => v.is(schema, text)));
		case 'number':
			return fc.constantFrom(...NUMBERS.filter((number) => v.is(schema, number)));
		case 'boolean':
			return fc.boolean();
		case 'literal':
			return fc.constant(literal);
		case 'picklist':
			return fc.constantFrom(...options!);
		case 'optional':
			return fc.option(edgeValues(wrapped!), { nil: undefined });
		case 'nullable':
			return fc.option(edgeValues(wrapped!), { nil: null });
		case 'array':
			return fc.array(edgeValues(item!), { maxLength: 3 });
		case 'record':
			return fc.dictionary(edgeValues(key!) as fc.Arbitrary<string>, edgeValues(value!), { maxKeys: 3 });
		case 'variant':
			return fc.oneof(...(options as v.GenericSchema[]).map(edgeValues));
		case 'object':
			return fc.record(Object.fromEntries(Object.entries(entries!).map(([name, each]) => [name, edgeValues(each)])));
		case 'unknown':
			return fc.jsonValue();
		default:
			throw new Error(`No values for a form of type ${type}`);
	}
}
