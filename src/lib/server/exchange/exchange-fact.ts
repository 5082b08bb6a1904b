import { type Envelope } from '#lib/domain/fact/fact.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type ExchangeFact } from '#lib/protocol/exchange-messages.ts';

type Written = Pick<Envelope, 'id' | 'type' | 'journal' | 'seq' | 'at' | 'actor' | 'role' | 'org'> & {
	subject: ExchangeFact['subject'];
	body: ExchangeFact['body'];
	on?: ExchangeFact['on'];
	replaces?: ExchangeFact['replaces'];
};

/** A fact as a client reads it: its own fields, and the personal part beside them. */
export function exchangeFact({ text, hash, personal }: StoredFact): ExchangeFact {
	const {
		id,
		type,
		journal,
		seq,
		subject,
		on = [],
		replaces = [],
		at,
		actor,
		role,
		org,
		body
	} = JSON.parse(text) as Written;
	const own = personal === null ? null : (JSON.parse(personal.text) as ExchangeFact['personal']);
	return { id, type, journal, seq, hash, subject, on, replaces, at, actor, role, org, body, personal: own };
}
