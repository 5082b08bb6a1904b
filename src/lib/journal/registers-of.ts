import { applicationFacts } from '#lib/domain/fact/application-facts.ts';
import { type Envelope } from '#lib/domain/fact/fact.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { touchedRegisters } from '#lib/domain/fact/touched.ts';

/** The registers touched by a stored fact. Facts of applications are by far the most, and are not parsed for this. */
export function registersOf(fact: Pick<StoredFact, 'type' | 'text'>): string[] {
	if (Object.hasOwn(applicationFacts, fact.type)) return [];
	return touchedRegisters(JSON.parse(fact.text) as Envelope);
}
