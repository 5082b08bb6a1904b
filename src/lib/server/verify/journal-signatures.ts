import { bytesOf } from '#lib/protocol/device-key.ts';
import { isRegistryType } from '#lib/domain/fact/registry-facts.ts';
import { isSignedByKey } from '../registry/signed-by-key.ts';
import { type Proving } from './proving.ts';
import { rowFinder, rowReader } from './read-rows.ts';
import { readSaid } from './said-by-text.ts';

type Row = [journal: string, device: string | null, seq: number, hash: string, signature: string];

/**
 * Proves the keys of the devices by the registry's facts, and the signed places of the journals: each is in its chain, and signed by a key that the registry's facts give to the device of
 * that journal, now or earlier.
 */
export function verifySignatures({ db, findings }: Proving): void {
	const isSigned = rowFinder(db, "select 1 from pragma_table_info('journals') where name = 'signature'")();
	if (!isSigned) return;
	const isPlace = rowFinder(
		db,
		`select 1 from facts where in_chain = 1 and journal = ?1 and seq = ?2 and hash = ?3
		union all select 1 from entries where in_chain = 1 and journal = ?1 and seq = ?2 and hash = ?3`
	);
	const keys = keysInRegistry(db);
	const keyed = new Set(keys.devices());
	for (const [id, key] of rowReader<[id: string, key: string | null]>(db, 'select id, key from devices')()) {
		if (key !== (keys.ofDevice(id).at(-1) ?? null)) findings.add('devices', id, 'text', 'key');
		keyed.delete(id);
	}
	for (const id of keyed) findings.add('devices', id, 'missing');
	const rows = rowReader<Row>(db, 'select journal, device, signed, signed_hash, signature from journals');
	for (const [journal, device, seq, hash, signature] of rows()) {
		const found = (column: string, what: 'text' | 'signature' = 'text') =>
			findings.add('journals', journal, what, column);
		if (seq === 0) {
			if (hash !== '') found('signed_hash');
			if (signature !== '') found('signature', 'signature');
			continue;
		}
		if (!isPlace(journal, seq, hash)) {
			found('signed');
			found('signed_hash');
		}
		const said = bytesOf({ purpose: 'push', journal, seq, hash });
		if (!keys.ofJournal(journal, device).some((key) => isSignedBy(key, signature, said)))
			found('signature', 'signature');
	}
}

type Keys = {
	/** Those that ever had a key. */
	devices: () => Iterable<string>;
	/** In the order in which they were set. */
	ofDevice: (device: string) => readonly string[];
	/** Of a journal that was not enrolled: those of the device that sent it. */
	ofJournal: (journal: string, device: string | null) => readonly string[];
};

/** The keys that the registry ever gave to devices. */
function keysInRegistry(db: Proving['db']): Keys {
	const byDevice = new Map<string, string[]>();
	const deviceOf = new Map<string, string>();
	const facts = rowReader<[text: string]>(
		db,
		'select f.text from registry_facts r join facts f on f.nr = r.nr order by f.nr'
	);
	for (const [text] of facts()) {
		const said = readSaid(text);
		if (!said || !isRegistryType(said.type)) continue;
		const { device, journal, key } = said.body as { device?: string; journal?: string; key?: string };
		if (device === undefined) continue;
		if (journal !== undefined) deviceOf.set(journal, device);
		if (key !== undefined) byDevice.set(device, [...(byDevice.get(device) ?? []), key]);
	}
	const ofDevice: Keys['ofDevice'] = (device) => byDevice.get(device) ?? [];
	const devices = (): Iterable<string> => byDevice.keys();
	return { devices, ofDevice, ofJournal: (journal, device) => ofDevice(deviceOf.get(journal) ?? device ?? '') };
}

/** Base64url whose last bits are no zeros stands for the same bytes as another text: it is not what the device sent. */
const isSignedBy = (key: string, signature: string, said: Uint8Array): boolean =>
	Buffer.from(signature, 'base64url').toString('base64url') === signature && isSignedByKey(key, said, signature);
