import { type Envelope } from '#lib/domain/fact/fact.ts';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';

/** The org whose person says a fact. */
export const saidBy = ({ text }: Pick<StoredFact, 'text'>): OrgId => (JSON.parse(text) as Pick<Envelope, 'org'>).org;
