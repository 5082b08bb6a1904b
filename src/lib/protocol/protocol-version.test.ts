import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { PROTOCOL_VERSION, SyncRequestSchema, SyncResponseSchema } from './sync-messages.ts';

/** The shape of each version ever released. Raise `PROTOCOL_VERSION` and add a line; never change an old one. */
const SHAPES: Record<number, string> = {
	1: '41956e129282646e',
	/** `quarantinedCount`: the list of an answer may be the beginning only. */
	2: '4597990740f84a13',
	/** `report`, `context`, `revoked`: people and devices are managed by the registry. */
	3: 'b892db5fa17b227c',
	/** `signed`, `heads`, `withheld`, `unproven`: devices sign what they send, and read by a ticket. */
	4: '3b66fef3fbd58c3d'
};

/** What a schema demands, as plain data: types, entries, limits and patterns, without functions. */
function shapeOf(schema: unknown): unknown {
	if (Array.isArray(schema)) return schema.map(shapeOf);
	if (schema instanceof RegExp) return String(schema);
	if (schema === null || typeof schema !== 'object') return typeof schema === 'function' ? null : schema;
	const parts = Object.entries(schema).filter(([key, value]) => key !== '~standard' && typeof value !== 'function');
	return Object.fromEntries(parts.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, shapeOf(value)]));
}

const hashOf = (...schemas: v.GenericSchema[]): string =>
	createHash('sha256')
		.update(JSON.stringify(schemas.map(shapeOf)))
		.digest('hex')
		.slice(0, 16);

describe('the version of the protocol', () => {
	it('S71 a change of the messages raises the version', () => {
		expect(hashOf(SyncRequestSchema, SyncResponseSchema)).toBe(SHAPES[PROTOCOL_VERSION]);
	});

	it('S71 the hash tells apart what a message demands', () => {
		const schema = v.object({ a: v.pipe(v.string(), v.maxLength(5)) });
		expect(hashOf(schema)).toBe(hashOf(v.object({ a: v.pipe(v.string(), v.maxLength(5)) })));
		expect(hashOf(schema)).not.toBe(hashOf(v.object({ a: v.pipe(v.string(), v.maxLength(6)) })));
		expect(hashOf(schema)).not.toBe(hashOf(v.object({ a: v.optional(v.pipe(v.string(), v.maxLength(5))) })));
		expect(hashOf(v.object({ a: v.pipe(v.string(), v.regex(/^a$/)) }))).not.toBe(
			hashOf(v.object({ a: v.pipe(v.string(), v.regex(/^b$/)) }))
		);
	});
});
