import { personalHash, sha256Hex } from '#lib/domain/fact/hash.ts';
import { storedFactOf } from '#lib/domain/fact/read-fact.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type WireFact } from '#lib/protocol/sync-messages.ts';
import { type Aside } from './device-store.ts';

/**
 * Facts as received, ready for the store, each id once. What is not even an envelope is set aside; so is a personal part that does
 * not match its fact's hash, and the fact is stored without it.
 * @param now local wall clock, ms
 */
export function readWireFacts(wire: readonly WireFact[], now: number): { facts: StoredFact[]; asides: Aside[] } {
	const facts = new Map<string, StoredFact>();
	const asides: Aside[] = [];
	for (const { text, personal } of wire) {
		const fact = storedFactOf(text, null);
		if (!fact) {
			asides.push({ hash: sha256Hex(text), text, personal, reason: 'envelope', at: now });
			continue;
		}
		const vouched = personal !== null && personalHash(personal.salt, personal.text) === declaredHash(text);
		if (personal && !vouched) asides.push({ hash: fact.hash, text, personal, reason: 'personalHash', at: now });
		if (vouched || !facts.has(fact.id)) facts.set(fact.id, vouched ? { ...fact, personal } : fact);
	}
	return { facts: [...facts.values()], asides };
}

const declaredHash = (text: string): unknown => (JSON.parse(text) as { personal?: unknown }).personal;
