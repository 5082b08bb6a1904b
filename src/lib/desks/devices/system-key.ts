import * as v from 'valibot';
import { type PublicJwk, PublicJwkSchema } from '#lib/protocol/exchange-clients.ts';

type ReadKey = { ok: true; key: PublicJwk } | { ok: false; why: 'missing' | 'notJson' | 'private' | 'wrong' };

/** The public key of a body's own system as its developers hand it over: JSON of a JWK. */
export function readSystemKey(text: string): ReadKey {
	if (!text.trim()) return { ok: false, why: 'missing' };
	let data: unknown;
	try {
		data = JSON.parse(text);
	} catch {
		return { ok: false, why: 'notJson' };
	}
	if (typeof data === 'object' && data !== null && 'd' in data) return { ok: false, why: 'private' };
	const parsed = v.safeParse(PublicJwkSchema, data);
	return parsed.success ? { ok: true, key: parsed.output } : { ok: false, why: 'wrong' };
}
