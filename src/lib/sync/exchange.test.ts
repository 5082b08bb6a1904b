import { beforeEach, describe, expect, it } from 'vitest';
import {
	aJournal,
	foreignFacts,
	type PlainJournal,
	type PlainRegister,
	type PlainRow,
	rowsOf,
	wire
} from '#tests/support/a-journal.ts';
import { aServer, type TestServer } from '#tests/support/a-server.ts';
import { acceptance, applicationNo, registration, stamp } from '#tests/support/fact-drafts.ts';
import { MemoryDeviceStore } from '#lib/journal/memory-store.ts';
import { type SyncRequest } from '#lib/protocol/sync-messages.ts';
import { exchange, type ExchangeResult } from './exchange.ts';
import { wireFactOf } from './sync-round.ts';
import { type Transport } from './transport.ts';

const numbers = Array.from({ length: 9 }, (_, index) => applicationNo(index + 1));
const [one, two, three] = [applicationNo(1), applicationNo(2), applicationNo(3)];
const now = () => 1_764_000_000_000;
const facts = (journal: PlainJournal) => journal.read((reader) => reader.countFacts());
const record = (journal: PlainJournal, ...of: string[]) =>
	journal.append(() => of.map((number) => acceptance(number)), stamp());

describe('one exchange with the server', () => {
	let server: TestServer;
	beforeEach(() => {
		server = aServer();
	});

	/** Exchanges until there is nothing more to do. */
	async function sync(journal: PlainJournal, limit = 500, transport: Transport = server.transport()): Promise<void> {
		for (let round = 0; round < 50; round += 1) {
			const result = await exchange({ journal, transport, now }, limit);
			if (!result.ok || !result.more) return;
		}
		throw new Error('It never comes to an end');
	}

	it('S1 sends what is not acknowledged, in batches, and fetches what others recorded', async () => {
		const [{ journal: a }, { journal: b }] = [await aJournal(), await aJournal()];
		await record(a, ...numbers);
		await sync(a, 4);
		await sync(b);
		expect(await rowsOf(b)).toEqual(await rowsOf(a));
		expect((await a.state()).sync.ackedSeq).toBe(9);
		expect((await a.outgoing(500)).own).toEqual([]);
	});

	it('S1 a lost answer is harmless: the same is sent again and taken once', async () => {
		const { journal } = await aJournal();
		await record(journal, one);
		const deaf: Transport = async (request) => {
			await server.transport()(request);
			return { ok: false, reason: 'timeout' };
		};
		const lost: ExchangeResult = await exchange({ journal, transport: deaf, now }, 500);
		expect(lost).toEqual({ ok: false, reason: 'timeout', carried: 1 });
		await record(journal, two);
		await sync(journal);
		expect([await server.textsOf(one), await server.textsOf(two)].map((texts) => texts.length)).toEqual([1, 1]);
		expect((await journal.state()).sealed).toEqual([]);
	});

	it('S2 an acknowledgement moves a number and deletes nothing', async () => {
		const { journal } = await aJournal();
		await record(journal, one, two);
		await sync(journal);
		expect(await facts(journal)).toBe(2);
		expect((await journal.state()).sync.ackedSeq).toBe(2);
	});

	it('S3 the next batch is read while this one is under way', async () => {
		const { journal } = await aJournal();
		await record(journal, ...numbers);
		const first = await exchange({ journal, transport: server.transport(), now }, 4);
		const next = first.ok ? first.next : undefined;
		expect(next?.outgoing?.own.map(({ seq }) => seq)).toEqual([5, 6, 7, 8]);
		await exchange({ journal, transport: server.transport(), now }, 4, next);
		expect((await journal.state()).sync.ackedSeq).toBe(8);
	});

	it('S3 where nothing is to be sent, the next page is asked for while this one is written, and kept after it', async () => {
		const { journal } = await aJournal();
		const pages = foreignFacts([acceptance(one), acceptance(two)]);
		const asked: (number | undefined)[] = [];
		const transport: Transport = async ({ cursor }) => {
			const position = (cursor?.position ?? 0) + 1;
			asked.push(cursor?.position);
			const page = { facts: wire(pages.slice(position - 1, position)), cursor: { epoch: 'e', position, hash: '' } };
			const more = position < pages.length;
			return { ok: true, response: { epoch: 'e', ackedSeq: 0, quarantined: [], more, serverTime: now(), ...page } };
		};
		const first = await exchange({ journal, transport, now }, 4, {});
		expect([asked, await facts(journal)]).toEqual([[undefined, 1], 1]);
		const second = await exchange({ journal, transport, now }, 4, first.ok ? first.next : undefined);
		expect([asked, await facts(journal), second.ok && second.more]).toEqual([[undefined, 1], 2, false]);
		expect((await journal.state()).sync.cursor?.position).toBe(2);
	});

	it('S4 two copies of a store: one seals its journal and gives what the server lacks a place in a new one', async () => {
		const store = new MemoryDeviceStore<PlainRow, PlainRegister>();
		const { journal: a } = await aJournal(store);
		await record(a, one);
		await sync(a);
		const { journal: copy } = await aJournal(new MemoryDeviceStore(store.snapshot()));
		const [inA] = [await record(a, two)];
		const inCopy = await record(copy, three);
		await sync(a);
		await sync(copy);
		const { head, sealed, deviceNumber } = await copy.state();
		expect(sealed.map(({ seq }) => seq)).toEqual([2]);
		expect(head.journal).not.toBe(sealed[0]?.journal);
		expect([head.seq, deviceNumber]).toEqual([1, null]);
		await sync(a);
		await sync(copy);
		const ids = async (number: string) =>
			(await server.textsOf(number)).map((text) => (JSON.parse(text) as { id: string }).id);
		expect([await ids(two), await ids(three)]).toEqual([
			[inA.ok && inA.facts[0]?.id],
			[inCopy.ok && inCopy.facts[0]?.id]
		]);
		expect(await rowsOf(copy)).toEqual(await rowsOf(a));
	});

	it('S4 a store that was rolled back finds again what it had sent, and loses nothing that it wrote since', async () => {
		const store = new MemoryDeviceStore<PlainRow, PlainRegister>();
		const { journal: before } = await aJournal(store);
		await record(before, one);
		await sync(before);
		const image = store.snapshot();
		await record(before, two);
		await sync(before);
		const { journal } = await aJournal(new MemoryDeviceStore(image));
		await sync(journal);
		await record(journal, three);
		await sync(journal);
		expect((await rowsOf(journal)).map(({ number }) => number)).toEqual([one, two, three].sort());
		expect((await server.textsOf(three)).length).toBe(1);
	});

	it('S4 facts of the own journal that a copy wrote are kept, and end the journal with the next answer', async () => {
		const store = new MemoryDeviceStore<PlainRow, PlainRegister>();
		const { journal: a } = await aJournal(store);
		const { journal: copy } = await aJournal(new MemoryDeviceStore(store.snapshot()));
		await record(a, one);
		await record(copy, two);
		const { own } = await a.outgoing(9);
		const requests: SyncRequest[] = [];
		const overtaken: Transport = async (request) => {
			requests.push(request);
			const answer = await aServer().transport()({ ...request, facts: [] });
			return answer.ok ? { ok: true, response: { ...answer.response, facts: own.map(wireFactOf) } } : answer;
		};
		await exchange({ journal: copy, transport: overtaken, now }, 500);
		expect((await rowsOf(copy)).map(({ number }) => number)).toEqual([one, two].sort());
		await exchange({ journal: copy, transport: overtaken, now }, 500);
		const { head, sealed, deviceNumber } = await copy.state();
		expect([requests.length, sealed.length, head.seq, deviceNumber]).toEqual([2, 1, 1, null]);
		expect((await copy.outgoing(9)).own.map(({ applications }) => applications)).toEqual([[two]]);
	});

	it('S1 acknowledges nothing beyond what was sent: a copy may have sent the places after it', async () => {
		const store = new MemoryDeviceStore<PlainRow, PlainRegister>();
		const { journal: a } = await aJournal(store);
		await record(a, one);
		const { journal: copy } = await aJournal(new MemoryDeviceStore(store.snapshot()));
		await record(a, two);
		await sync(a);
		await record(copy, three);
		await exchange({ journal: copy, transport: server.transport(), now }, 1);
		expect((await copy.state()).sync.ackedSeq).toBe(1);
		await sync(copy, 1);
		expect((await server.textsOf(three)).length).toBe(1);
	});

	it('S5 what was recorded while a fork was answered waits for the next answer', async () => {
		const store = new MemoryDeviceStore<PlainRow, PlainRegister>();
		const { journal: a } = await aJournal(store);
		const { journal: copy } = await aJournal(new MemoryDeviceStore(store.snapshot()));
		await record(a, one);
		await sync(a);
		await record(copy, two);
		const busy: Transport = async (request) => {
			await record(copy, three);
			return server.transport()(request);
		};
		await exchange({ journal: copy, transport: busy, now }, 500);
		expect((await copy.state()).sealed).toEqual([]);
		await sync(copy);
		expect((await copy.state()).sealed).toHaveLength(1);
		expect((await Promise.all([one, two, three].map(server.textsOf))).map((texts) => texts.length)).toEqual([1, 1, 1]);
	});

	it('S6 a server restored from a backup gets back what it lost, also from devices that only received it', async () => {
		const [{ journal: a }, { journal: b }, { journal: fresh }] = [await aJournal(), await aJournal(), await aJournal()];
		await record(a, one);
		await sync(a);
		await sync(b);
		const backup = server.store.snapshot();
		await record(a, two, three);
		await a.append(() => [registration(one)], stamp());
		await sync(a);
		await sync(b);
		server.store.restore(backup);
		server.newEpoch();
		await sync(b, 2);
		await sync(fresh);
		expect(await rowsOf(fresh)).toEqual(await rowsOf(a));
		await sync(a);
		expect((await Promise.all([one, two, three].map(server.textsOf))).map((texts) => texts.length)).toEqual([2, 1, 1]);
		expect((await b.state()).sync.resend).toBeNull();
	});

	it('S6 a fact is sent again though a rolled back device put another at its place after the restore', async () => {
		const store = new MemoryDeviceStore<PlainRow, PlainRegister>();
		const [{ journal: a }, { journal: b }] = [await aJournal(store), await aJournal()];
		await record(a, one);
		await sync(a);
		const [image, backup] = [store.snapshot(), server.store.snapshot()];
		await record(a, two);
		await sync(a);
		await sync(b);
		server.store.restore(backup);
		server.newEpoch();
		const { journal: rolledBack } = await aJournal(new MemoryDeviceStore(image));
		await record(rolledBack, three);
		await sync(rolledBack);
		await sync(b, 2);
		expect((await Promise.all([one, two, three].map(server.textsOf))).map((texts) => texts.length)).toEqual([1, 1, 1]);
		await sync(rolledBack);
		expect(await rowsOf(rolledBack)).toEqual(await rowsOf(b));
	});

	it('S6 the own facts are sent again when the server acknowledges less than before', async () => {
		const { journal } = await aJournal();
		await record(journal, one);
		await sync(journal);
		const backup = server.store.snapshot();
		await record(journal, two);
		await sync(journal);
		server.store.restore(backup);
		server.newEpoch();
		await sync(journal);
		expect((await server.textsOf(two)).length).toBe(1);
		expect((await journal.state()).sync.ackedSeq).toBe(2);
	});

	it('S7 the cursor moves in the transaction that keeps the facts: a crash between asks for them again', async () => {
		const [{ journal: a }, store] = [await aJournal(), new MemoryDeviceStore<PlainRow, PlainRegister>()];
		await record(a, one);
		await sync(a);
		const { journal: b } = await aJournal(store);
		store.faults.beforeCommit = () => {
			throw new Error('power cut');
		};
		await expect(sync(b)).rejects.toThrow('power cut');
		store.faults = {};
		expect((await b.state()).sync.cursor).toBeNull();
		await sync(b);
		expect(await rowsOf(b)).toEqual(await rowsOf(a));
	});

	it('S8 the offset of the clock is taken at the middle of the exchange', async () => {
		const { journal } = await aJournal();
		const late = aServer(() => 10_000);
		const times = [4_000, 4_400];
		await exchange({ journal, transport: late.transport(), now: () => times.shift() ?? 0 }, 500);
		expect((await journal.state()).sync.lastAnswer).toEqual({ at: 4_400, offsetMs: 5_800 });
	});

	it('S192 a disconnected device sends what waits, reads nothing, and remembers that it was disconnected', async () => {
		const [{ journal: a }, { journal: b }] = [await aJournal(), await aJournal()];
		await record(a, one);
		await sync(a);
		await record(b, two, three);
		const { cursor } = (await b.state()).sync;
		const revoking: Transport = async (request) => {
			const answer = await server.transport()(request);
			return answer.ok ? { ok: true, response: { ...answer.response, revoked: true } } : answer;
		};
		await sync(b, 1, revoking);
		const state = (await b.state()).sync;
		expect([state.ackedSeq, state.revoked, state.cursor]).toEqual([2, true, cursor]);
		expect([await facts(b), (await server.textsOf(three)).length]).toEqual([2, 1]);
		await sync(b);
		expect([(await b.state()).sync.revoked, await facts(b)]).toEqual([undefined, 3]);
	});
});
