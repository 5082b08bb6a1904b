import { type Envelope } from '../../domain/fact/fact';
import { type OrgId } from '../../domain/fact/ids';
import { type StoredFact } from '../../domain/fact/stored-fact';

/** The org whose person says a fact. */
export const saidBy = ({ text }: Pick<StoredFact, 'text'>): OrgId => (JSON.parse(text) as Pick<Envelope, 'org'>).org;
