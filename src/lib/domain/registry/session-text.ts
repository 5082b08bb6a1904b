import { type BodyOf } from '../fact/fact.ts';
import { type FactId, type Instant, type StaffId } from '../fact/ids.ts';

type Opened = Omit<BodyOf<'unlocked'>, 'signature'> & { session: FactId; person: StaffId; at: Instant };

/**
 * What a person's key signs when they come to a device. It names no place in a journal: after a fork the fact stands elsewhere, and
 * the signature holds.
 */
export const sessionText = ({ person, device, session, known, at }: Opened): string =>
	['tereze/session/1', person, device, session, known ? `${known.journal} ${known.seq}` : '-', String(at)].join('\n');
