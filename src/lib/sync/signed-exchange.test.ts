import { beforeEach, describe, expect, it } from 'vitest';
import { aJournal, type PlainJournal } from '#tests/support/a-journal.ts';
import { aServer, type TestServer } from '#tests/support/a-server.ts';
import { acceptance, applicationNo, CENTER_ORG, stamp } from '#tests/support/fact-drafts.ts';
import { type SyncRequest } from '#lib/protocol/sync-messages.ts';
import { exchange } from './exchange.ts';
import { placeSigner, type SignPlace } from './place-signer.ts';

const { subtle } = crypto;
const now = () => 1_764_000_000_000;

describe('what a device sends, signed', () => {
	let server: TestServer;
	let journal: PlainJournal;
	let requests: SyncRequest[];
	beforeEach(async () => {
		server = aServer();
		({ journal } = await aJournal(undefined, { subtle }));
		requests = [];
	});

	const record = (serial: number) => journal.append(() => [acceptance(applicationNo(serial))], stamp());
	/** Exchanges until nothing more is to be done. @returns how many places were signed */
	async function sync(sign: SignPlace | undefined, key?: string): Promise<number> {
		const send = server.transport(CENTER_ORG, key);
		for (let round = 0; round < 20; round += 1) {
			const transport: typeof send = (request) => {
				requests.push(request);
				return send(request);
			};
			const result = await exchange({ journal, transport, now, sign }, 2);
			if (!result.ok || !result.more) return requests.filter(({ signed }) => signed).length;
		}
		throw new Error('It never comes to an end');
	}
	const signedUpTo = async () => {
		const { head } = await journal.state();
		return (await server.store.journals([head.journal])).get(head.journal)?.signed?.seq ?? null;
	};

	it('S200 carries one signature in each batch, and none where nothing is sent', async () => {
		const { key } = (await journal.deviceKey())!;
		for (const serial of [1, 2, 3]) await record(serial);
		expect(await sync(placeSigner(journal, subtle), key)).toBe(2);
		expect(await signedUpTo()).toBe(3);
		expect(await sync(placeSigner(journal, subtle), key)).toBe(2);
	});

	it('S201 what was sent before the device had a key is proven at once by a signature over the acknowledged place', async () => {
		for (const serial of [1, 2, 3]) await record(serial);
		await sync(undefined);
		const { key } = (await journal.deviceKey())!;
		expect(await sync(placeSigner(journal, subtle), key)).toBe(1);
		expect([requests.at(-1)!.facts, await signedUpTo()]).toEqual([[], 3]);
		expect((await journal.state()).sync.unproven).toBeUndefined();
	});

	it('S201 a server that knows another key takes everything, and is not asked without end', async () => {
		const { journal: stranger } = await aJournal(undefined, { subtle });
		await record(1);
		await sync(placeSigner(journal, subtle), (await stranger.deviceKey())!.key);
		expect((await journal.state()).sync).toMatchObject({ ackedSeq: 1, unproven: true });
	});

	it('S201 a browser that fails to sign sends all the same', async () => {
		await record(1);
		const broken = { deviceKey: () => Promise.reject(new Error('no room for a key')) };
		expect(await sync(placeSigner(broken, subtle), (await journal.deviceKey())!.key)).toBe(0);
		expect((await journal.state()).sync.ackedSeq).toBe(1);
	});
});
