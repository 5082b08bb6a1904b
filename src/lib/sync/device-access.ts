import * as v from 'valibot';
import { sha256Hex } from '#lib/domain/fact/hash.ts';
import { type DeviceJournal } from '#lib/journal/device-journal.ts';
import { type ApplicationRow, type StoredRegister } from '#lib/journal/device-store.ts';
import { type DeviceKey, signed } from '#lib/protocol/device-key.ts';
import { type TicketRequest, type TicketResponse, TicketResponseSchema } from '#lib/protocol/device-messages.ts';
import { type Withheld } from '#lib/protocol/sync-messages.ts';
import { keyProof } from './key-proof.ts';

/** By what a device is known to the server, and by what it reads. */
export type DeviceAccess = {
	/**
	 * For `authorization`; null before the device has its token. Nothing is renewed here: what waits to be sent needs no ticket, and must
	 * not wait for one.
	 */
	authorization(): Promise<string | null>;
	/** The server withheld what there is to read: gets what it asks for. @returns whether it is worth asking again */
	admit(why: Withheld): Promise<boolean>;
};

type AccessPorts<A extends ApplicationRow, R extends StoredRegister> = {
	journal: Pick<DeviceJournal<A, R>, 'read' | 'state' | 'deviceKey' | 'keepTicket'>;
	fetch: typeof fetch;
	/** Token of this device; null before it has one. */
	deviceToken: () => Promise<string | null>;
	subtle: SubtleCrypto | undefined;
	/** Exclusive among all tabs and the service worker. */
	alone: <T>(work: () => Promise<T>) => Promise<T>;
	/** Local wall clock, ms. */
	now: () => number;
};

/** A server that refuses again at once is asked no more often than this. */
const PAUSE_MS = 5000;
const TIMEOUT_MS = 15_000;

/**
 * Tickets of this browser. One request at a time in all its tabs: two that renew the same ticket would look like two devices.
 * A failure is no error: facts are sent without, and the next round tries again.
 */
export function deviceAccess<A extends ApplicationRow, R extends StoredRegister>(
	ports: AccessPorts<A, R>
): DeviceAccess {
	const { journal, deviceToken, subtle, alone, now } = ports;
	const keyHere = (): Promise<DeviceKey | null> => (subtle ? journal.deviceKey() : Promise.resolve(null));
	const stored = () => journal.read((reader) => reader.meta('ticket'));
	let shown: string | undefined;
	let askedAt: number | undefined;

	/** Where another tab was first, what it got is taken. */
	const renew = (): Promise<boolean> =>
		alone(async () => {
			const [token, key, ticket] = [await deviceToken(), await keyHere(), await stored()];
			if (token === null || !key || !subtle) return false;
			if (ticket && ticket.value !== shown) return true;
			const last = ticket?.value ?? '';
			const { challenge } = (await asked(ports, token, {})) ?? {};
			if (challenge === undefined) return false;
			const lastHash = last === '' ? '' : sha256Hex(last);
			const signature = await signed(subtle, key, { purpose: 'ticket', challenge, last: lastHash });
			const given = await asked(ports, token, { signed: { challenge, last, signature } });
			if (!given?.ticket) return false;
			await journal.keepTicket(given.ticket);
			return true;
		});

	const showKey = (): Promise<boolean> =>
		alone(async () => {
			const [token, { head }] = [await deviceToken(), await journal.state()];
			const proof = await keyProof(journal, head.journal, subtle);
			if (token === null || !proof) return false;
			const response = await send(ports, 'PUT', '/api/devices/key', token, { journal: head.journal, ...proof });
			return response?.ok ?? false;
		});

	return {
		authorization: async () => {
			const [token, ticket] = await Promise.all([deviceToken(), stored()]);
			if (token === null) return null;
			shown = ticket?.value;
			return `Device ${token}${shown === undefined ? '' : ` ${shown}`}`;
		},
		admit: async (why) => {
			const sinceAsked = askedAt === undefined ? PAUSE_MS : now() - askedAt;
			if (sinceAsked >= 0 && sinceAsked < PAUSE_MS) return false;
			askedAt = now();
			if (why === 'key' && !(await showKey())) return false;
			// Of a copy, too: somebody may have signed in here since.
			return renew();
		}
	};
}

type Ports = Pick<AccessPorts<never, never>, 'fetch'>;

async function asked(ports: Ports, token: string, request: TicketRequest): Promise<TicketResponse | null> {
	const response = await send(ports, 'POST', '/api/devices/ticket', token, request);
	const read = v.safeParse(TicketResponseSchema, response?.ok ? await response.json().catch(() => null) : null);
	return read.success ? read.output : null;
}

/** With the browser's session where there is one: who signed in at this device ends the suspicion of a copy. */
async function send({ fetch }: Ports, method: string, url: string, token: string, body: object) {
	try {
		return await fetch(url, {
			method,
			headers: { 'content-type': 'application/json', authorization: `Device ${token}` },
			body: JSON.stringify(body),
			signal: AbortSignal.timeout(TIMEOUT_MS),
			cache: 'no-store',
			credentials: 'same-origin'
		});
	} catch {
		return null;
	}
}
