import { beforeEach, describe, expect, it } from 'vitest';
import { aJournal, type PlainJournal } from '#tests/support/a-journal.ts';
import { aServer, type TestServer } from '#tests/support/a-server.ts';
import { acceptance, applicationNo, CENTER_ORG, stamp } from '#tests/support/fact-drafts.ts';
import { type SyncRequest } from '#lib/protocol/sync-messages.ts';
import { exchange } from './exchange.ts';
import { placeSigner } from './place-signer.ts';
import { type Transport } from './transport.ts';

const { subtle } = crypto;
const now = () => 1_764_000_000_000;

/** A device with a key that the registry knows. */
async function aDevice(server: TestServer) {
	const { journal } = await aJournal(undefined, { subtle });
	const { key } = (await journal.deviceKey())!;
	const { head } = await journal.state();
	server.enrols(head.journal, key);
	return { journal, key, id: head.journal };
}
type Device = Awaited<ReturnType<typeof aDevice>>;

describe('signed places, from device to device and to a server that was restored', () => {
	let server: TestServer;
	let [lost, colleague] = [] as unknown as [Device, Device];
	beforeEach(async () => {
		server = aServer(now);
		[lost, colleague] = [await aDevice(server), await aDevice(server)];
	});

	const record = (journal: PlainJournal, serial: number) =>
		journal.append(() => [acceptance(applicationNo(serial))], stamp());
	async function sync(
		{ journal, key }: Device,
		change: (send: Transport) => Transport = (send) => send
	): Promise<void> {
		const transport = change(server.transport(CENTER_ORG, key));
		const sign = placeSigner(journal, subtle);
		for (let round = 0; round < 20; round += 1) {
			const result = await exchange({ journal, transport, now, sign }, 2);
			if (!result.ok || !result.more) return;
		}
		throw new Error('It never comes to an end');
	}
	const signedOf = async (id: Device['id']) => (await server.store.journals([id])).get(id)?.signed?.seq ?? null;
	const contradicted = async ({ journal }: Device) => (await journal.state()).contradicted;

	it('S254 a colleague’s device brings back what is signed of a device that is lost', async () => {
		const empty = server.store.snapshot();
		for (const serial of [1, 2, 3]) await record(lost.journal, serial);
		await sync(lost);
		await sync(colleague);
		server.store.restore(empty);
		server.newEpoch();
		await sync(colleague);
		expect(await signedOf(lost.id)).toBe(3);
		expect([await contradicted(lost), await contradicted(colleague)]).toEqual([[], []]);
	});

	it('S253 of a journal that it sealed a device signs anew what the server of before held', async () => {
		await record(lost.journal, 1);
		await sync(lost);
		const { sync: state, head } = await lost.journal.state();
		await lost.journal.seal({ journal: head.journal, commonSeq: 1, heldIds: [] }, state);
		await record(lost.journal, 2);
		server.store.restore(aServer(now).store.snapshot());
		server.newEpoch();
		const sent: SyncRequest[] = [];
		await sync(lost, (send) => (request) => {
			sent.push(request);
			return send(request);
		});
		expect(await signedOf(lost.id)).toBe(1);
		expect(sent.flatMap(({ heads = [] }) => heads).every(({ journal }) => journal === lost.id)).toBe(true);
	});

	it('N192 a server that holds another text at an acknowledged place, in one epoch, has rewritten it: work goes on', async () => {
		await record(lost.journal, 1);
		await sync(lost);
		await record(lost.journal, 2);
		const denies = (send: Transport) => async (request: SyncRequest) => {
			const answer = await send(request);
			if (!answer.ok || answer.response.forked || request.journal !== lost.id) return answer;
			return { ...answer, response: { ...answer.response, forked: { agreedSeq: 0, heldIds: [] } } };
		};
		await sync(lost, denies);
		expect(await contradicted(lost)).toMatchObject([{ journal: lost.id, seq: 1 }]);
		const { head, sync: state } = await lost.journal.state();
		expect([head.seq, state.ackedSeq]).toEqual([2, 2]);
	});

	it('N192 a restored server that holds less, of another copy of the store, contradicts nothing', async () => {
		for (const serial of [1, 2]) await record(lost.journal, serial);
		await sync(lost);
		const answered = async (told: object) => {
			const transport: Transport = async (request) => {
				const answer = await server.transport(CENTER_ORG, lost.key)(request);
				return answer.ok ? { ...answer, response: { ...answer.response, epoch: 'restored', ...told } } : answer;
			};
			await exchange({ journal: lost.journal, transport, now, sign: placeSigner(lost.journal, subtle) }, 2);
		};
		await answered({ ackedSeq: 1 });
		await answered({ ackedSeq: 1, forked: { agreedSeq: 0, heldIds: [] } });
		expect(await contradicted(lost)).toEqual([]);
		expect((await lost.journal.state()).sealed).toHaveLength(1);
	});

	it('S256 a device that was never told anything to read knows in which epoch it was answered first', async () => {
		const withholds = (send: Transport) => async (request: SyncRequest) => {
			const answer = await send({ ...request, cursor: null });
			if (!answer.ok) return answer;
			const { epoch } = answer.response;
			const told = { withheld: 'ticket' as const, facts: [], more: false };
			const cursor = request.cursor ?? { epoch, position: 0, hash: '' };
			return { ...answer, response: { ...answer.response, ...told, cursor } };
		};
		await record(lost.journal, 1);
		await sync(lost, withholds);
		const first = (await lost.journal.state()).sync;
		expect(first.cursor).toEqual({ epoch: first.epoch, position: 0, hash: '' });
		server.newEpoch();
		await sync(lost, withholds);
		expect((await lost.journal.state()).sync.cursor).toEqual(first.cursor);
		const asked: unknown[] = [];
		await sync(lost, (send) => async (request) => {
			const answer = await send(request);
			if (answer.ok && answer.response.wants) asked.push(answer.response.wants);
			return answer;
		});
		expect(asked).toHaveLength(1);
	});

	it('N192 a copy of a store and a restored server contradict nothing', async () => {
		const empty = server.store.snapshot();
		await record(lost.journal, 1);
		await sync(lost);
		server.store.restore(empty);
		server.newEpoch();
		await record(lost.journal, 2);
		await sync(lost);
		await sync(colleague);
		expect([await contradicted(lost), await contradicted(colleague)]).toEqual([[], []]);
	});
});
