import { type MessageKey } from '#lib/i18n/message-key.ts';
import { type TransportFailure } from '#lib/sync/transport.ts';

/** Why records do not leave though somebody could mend it, and who is to be told. What ends by waiting has no words. */
export const SYNC_TROUBLE: Partial<Readonly<Record<TransportFailure, MessageKey>>> = {
	unauthorized: 'signIn.sessionEnded',
	refused: 'errors.server.refused',
	tooLarge: 'errors.server.tooLarge',
	noRoom: 'errors.server.noRoom',
	wrongHost: 'errors.server.wrongHost',
	proxySignIn: 'errors.server.proxySignIn',
	stuck: 'outbox.stuck'
};
