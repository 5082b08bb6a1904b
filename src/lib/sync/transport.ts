import { type SyncRequest, type SyncResponse } from '#lib/protocol/sync-messages.ts';

/**
 * Why no answer came. `unauthorized`: the device is unknown or was barred; `tooLarge`: halve the batch; `refused`: the server
 * rejected the request; `server`: it failed itself; `unreadable`: something other than Tereze answered (a proxy's page). `noRoom`:
 * the server's disk is full; `wrongHost`, `proxySignIn`: a proxy in front of it hides the address, or wants a sign-in of its own.
 * `stuck`: empty requests get through but not even a single fact; reported by the loop, never by a transport.
 */
export type TransportFailure =
	| 'offline'
	| 'timeout'
	| 'tooLarge'
	| 'unauthorized'
	| 'refused'
	| 'server'
	| 'unreadable'
	| 'noRoom'
	| 'wrongHost'
	| 'proxySignIn'
	| 'stuck';

export type TransportResult = { ok: true; response: SyncResponse } | { ok: false; reason: TransportFailure };

/** Carries one request and its answer. An answer to an aborted request is never delivered. */
export type Transport = (request: SyncRequest) => Promise<TransportResult>;
