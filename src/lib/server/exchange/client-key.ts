import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { v7 as uuid } from 'uuid';
import { type JournalId, type OrgId } from '#lib/domain/fact/ids.ts';
import { type DeviceKey } from '#lib/protocol/device-key.ts';
import { registerDevice } from '../devices/register-device.ts';
import { type ServerSecret } from '../people/server-secret.ts';
import { type RegistryBy } from '../registry/registry-server.ts';
import type { Database } from '../store/database.ts';
import { type SyncServer } from '../sync/sync-server.ts';
import { type Client } from './clients.ts';

const keyPair = promisify(generateKeyPair);
const KEY = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const aboutKey = (journal: string): string => `exchange key ${journal}`;

type Made =
	| { ok: true; device: string; sealedKey: string }
	| { ok: false; why: 'notAllowed' | 'codeNeeded' | 'noNumbersLeft' | 'tooMany' };

/**
 * A device of the registry for a body's own system: a new journal, its number, and the key by which the server signs what it writes there. The
 * private half lies sealed in the database: where the server's secret is another one, it opens nothing, and a new journal is begun.
 */
export async function makeClientDevice(
	db: Database,
	{ registry, secret }: Pick<SyncServer, 'registry' | 'secret'>,
	{ org, by, at }: { org: OrgId; by: RegistryBy; at: number }
): Promise<Made> {
	const journal = uuid() as JournalId;
	const { publicKey, privateKey } = await keyPair('ec', {
		namedCurve: KEY.namedCurve,
		publicKeyEncoding: { type: 'spki', format: 'der' },
		privateKeyEncoding: { type: 'pkcs8', format: 'der' }
	});
	const asked = { journal, place: { org, kind: 'exchange' }, key: publicKey.toString('base64url') } as const;
	const device = await registerDevice(db, asked, { by: { id: by.actor, org }, at });
	if (!device.ok) return device;
	await registry.adoptRows(by);
	const sealedKey = secret.seal(aboutKey(journal), privateKey.toString('base64'));
	return { ok: true, device: device.id, sealedKey };
}

/** The key of a client's journal; null where it was sealed by another secret. */
export async function keyOfClient(
	secret: ServerSecret,
	{ journal, deviceKey, sealedKey }: Pick<Client, 'journal' | 'deviceKey' | 'sealedKey'>
): Promise<DeviceKey | null> {
	const opened = secret.open(aboutKey(journal), sealedKey);
	if (opened === null || deviceKey === null) return null;
	const bytes = Uint8Array.from(Buffer.from(opened, 'base64'));
	const signing = await crypto.subtle.importKey('pkcs8', bytes, KEY, false, ['sign']);
	return { signing, key: deviceKey };
}
