import { type Envelope } from '#lib/domain/fact/fact.ts';
import { touchedApplications } from '#lib/domain/fact/touched.ts';
import { readArrival } from '../sync/read-arrival.ts';

/** The fields of a fact by which its columns are proven. */
export type Said = Pick<Envelope, 'id' | 'type' | 'journal' | 'seq' | 'prev' | 'org' | 'subject' | 'body' | 'personal'>;

/**
 * Reads a fact's text once, without its form: the receiver checked that before it stored the fact, and the hash proves that the text is
 * still the same. Undefined where it is no envelope.
 */
export function readSaid(text: string): Said | undefined {
	try {
		const said = JSON.parse(text) as Said | null;
		return typeof said?.subject === 'object' && said.subject && said.body ? said : undefined;
	} catch {
		return undefined;
	}
}

/**
 * How many applications a fact has by its text; undefined where the column is not what the receiver wrote. It left out what the fact's
 * own form does not know: that is asked only where the plain reading differs.
 */
export function countApplications(said: Said, text: string, column: unknown): number | undefined {
	const plain = touchedApplications(said);
	if (column === JSON.stringify(plain)) return plain.length;
	const arrival = readArrival({ text, personal: null });
	if (arrival.cause !== null || column !== JSON.stringify(arrival.applications)) return undefined;
	return arrival.applications.length;
}
