/**
 * Records what the program of now sends, once for each version of the protocol: `node src/start/run.js tests/golden/record-protocol.ts`.
 * A version that is recorded is never recorded again.
 */
import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { emptySyncState } from '#lib/journal/device-meta.ts';
import { signed } from '#lib/protocol/device-key.ts';
import { type Cursor, PROTOCOL_VERSION } from '#lib/protocol/sync-messages.ts';
import { placeToSign, planRequest } from '#lib/sync/sync-round.ts';
import { Writer } from '#tests/contract/server-store-writer.ts';
import { CURSOR, type Exchange, fileOf } from './protocol-exchange.ts';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const REPORT = { version: `protocol ${PROTOCOL_VERSION}`, room: { used: 1_000_000, quota: 100_000_000 } };
/** Replaced in the text by what the server of a test has given. */
const READ: Cursor = { epoch: 'of-a-test', position: 0, hash: '' };

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'der' });
const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64url');
const signing = await crypto.subtle.importKey('pkcs8', new Uint8Array(pkcs8), ALGORITHM, false, ['sign']);

const window = new Writer(randomUUID());
for (let serial = 1; serial <= 3; serial += 1) window.accepted(serial, undefined, randomUUID());
const push = await bodyOf(window, window.facts, 0, null);
const pushMore = await bodyOf(window, [window.registered(1, randomUUID())], 3, READ);
const read = await bodyOf(window, [], 4, READ);

const other = new Writer(randomUUID());
const { id: factId } = other.accepted(4, undefined, randomUUID());
const exchange: Exchange = {
	protocol: PROTOCOL_VERSION,
	device: { journal: window.journal, token: newToken(), key, secret: pkcs8.toString('base64url') },
	other: { journal: other.journal, token: newToken(), body: JSON.stringify(other.request()), factId },
	requests: { push: { body: push, acked: 3 }, pushMore: { body: pushMore, acked: 4 }, read: { body: read, acked: 4 } }
};
const file = fileOf(PROTOCOL_VERSION);
if (existsSync(file)) throw new Error(`${file} is recorded`);
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(exchange, null, '\t')}\n`);

/** As the program sends it: by its own plan, signed by the device's key. */
async function bodyOf(
	{ head, facts }: Writer,
	own: StoredFact[],
	ackedSeq: number,
	cursor: Cursor | null
): Promise<string> {
	const sync = { ...emptySyncState, ackedSeq, ackedHash: facts[ackedSeq - 1]?.hash ?? '', cursor };
	const nothing = { intruded: false, relayed: [], heads: [], toSign: [], resendAfter: null };
	const outgoing = { head, sync, own, ...nothing };
	const place = placeToSign(outgoing);
	const signature = place && (await signed(crypto.subtle, { signing, key }, { purpose: 'push', ...place }));
	const proof = place && signature ? { signed: { seq: place.seq, hash: place.hash, signature } } : {};
	const text = JSON.stringify(planRequest(outgoing, REPORT, proof));
	return cursor ? text.replace(JSON.stringify(cursor), CURSOR) : text;
}

function newToken(): string {
	return randomBytes(32).toString('base64url');
}
