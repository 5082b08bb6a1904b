import { type Envelope } from '#lib/domain/fact/fact.ts';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { isAboutRight } from '#lib/domain/fact/verdict-facts.ts';

/** The org whose staffing a fact tells of: its author's; a verdict's is that of the fact which it is about. */
export const saidBy = ({ text }: Pick<StoredFact, 'text'>): OrgId =>
	staffingOrgOf(JSON.parse(text) as Pick<Envelope, 'type' | 'org' | 'subject'>);

export const staffingOrgOf = ({ type, org, subject }: Pick<Envelope, 'type' | 'org' | 'subject'>): OrgId =>
	isAboutRight(type) && subject.kind === 'org' ? subject.org : org;
