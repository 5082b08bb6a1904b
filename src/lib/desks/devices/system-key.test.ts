import { describe, expect, it } from 'vitest';
import { readSystemKey } from './system-key.ts';

const key = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'B'.repeat(43) };

describe('the key of a body’s own system as it is handed over', () => {
	it('N332 is read as the JSON of a public key of ES256', () => {
		expect(readSystemKey(JSON.stringify({ ...key, kid: 'a', use: 'sig' }))).toMatchObject({ ok: true, key });
	});

	it.each([
		['', 'missing'],
		['-----BEGIN PUBLIC KEY-----', 'notJson'],
		[JSON.stringify({ ...key, d: 'C'.repeat(43) }), 'private'],
		[JSON.stringify({ kty: 'RSA', n: 'x', e: 'AQAB' }), 'wrong'],
		[JSON.stringify({ ...key, x: 'A' }), 'wrong'],
		['7', 'wrong']
	])('N332 %j is told apart: %s', (text, why) => {
		expect(readSystemKey(text)).toEqual({ ok: false, why });
	});
});
