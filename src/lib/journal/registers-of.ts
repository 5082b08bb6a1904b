import { applicationFacts } from '../domain/fact/application-facts';
import { type Envelope } from '../domain/fact/fact';
import { type StoredFact } from '../domain/fact/stored-fact';
import { touchedRegisters } from '../domain/fact/touched';

/** The registers that fold from a stored fact. Facts of applications are the most by far, and are not parsed for this. */
export function registersOf(fact: Pick<StoredFact, 'type' | 'text'>): string[] {
	if (Object.hasOwn(applicationFacts, fact.type)) return [];
	return touchedRegisters(JSON.parse(fact.text) as Envelope);
}
