import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { aServer, idsOf, STORES } from '#tests/contract/server-store-server.ts';
import { BODY, OTHER_BODY, onWire, Writer } from '#tests/contract/server-store-writer.ts';
import { openDemoDatabase } from '#tests/support/people-database.ts';
import { type JournalId } from '#lib/domain/fact/ids.ts';
import { RegistrationSchema } from '#lib/protocol/device-messages.ts';
import { findDevice } from '../devices/find-device.ts';
import { isOwnJournal } from '../devices/own-journal.ts';
import { registerDevice } from '../devices/register-device.ts';
import { personOf } from '../people/person.ts';
import { createKyselyJournalStore } from '../store/kysely-journal-store.ts';
import { ForeignJournal } from './answer-group.ts';
import { createReceiver } from './receive.ts';

describe.each(STORES)('whose journal it is, %s', (kind) => {
	it('S135 a request with a journal of another org is refused: nothing is taken, nothing told', async () => {
		const { sync, receiver, store } = await aServer(kind);
		const window = new Writer('J1');
		window.accepted(1);
		await sync(window);
		const stranger = new Writer('J1', OTHER_BODY);
		for (const request of [stranger.request(), window.request(), stranger.request(0, { lastSeq: 0, facts: [] })])
			await expect(receiver.receive(request, { id: 'd9', org: OTHER_BODY })).rejects.toThrow(ForeignJournal);
		expect(await store.heldSeqs()).toEqual({ J1: 1 });
	});

	it('S136 facts of other journals are taken only where the server was restored; else they stay in quarantine', async () => {
		const { store } = await aServer(kind);
		const receiver = createReceiver(store, { now: () => 1, epoch: () => 'E1', relaysAreAsked: () => false });
		const [head, stranger] = [new Writer('J2', BODY), new Writer('J9', OTHER_BODY)];
		const signed = head.registered(1);
		const own = stranger.registered(2);
		const facts = [onWire(own), onWire(signed)];
		const answer = await receiver.receive(stranger.request(0, { facts }), stranger.device);
		expect(answer).toMatchObject({ ackedSeq: 1, quarantined: [{ journal: 'J9', reason: 'journal' }] });
		expect((await store.knownFacts(idsOf([signed]))).size).toBe(0);
		expect(await store.heldSeqs()).toEqual({ J9: 1 });
		expect(await receiver.receive(head.request(), head.device)).toMatchObject({ ackedSeq: 1, quarantined: [] });
		expect((await store.knownFacts(idsOf([signed]))).size).toBe(1);
	});
});

async function aServerWithPeople() {
	const db = await openDemoDatabase();
	const server = await aServer('SQLite', createKyselyJournalStore(db));
	const person = async (number: string) =>
		personOf(await db.selectFrom('people').selectAll().where('number', '=', number).executeTakeFirstOrThrow());
	const enrol = async (journal: string, number: string) => {
		const by = await person(number);
		const request = v.parse(RegistrationSchema, { journal, place: { org: by.org, kind: 'window' } });
		const registered = await registerDevice(db, request, { by, at: 1 });
		if (!registered.ok) throw new Error(registered.why);
		return (await findDevice(db, `Device ${registered.token}`))!;
	};
	return { ...server, db, person, enrol };
}

describe('whose journal it is, by what devices are registered', () => {
	it('S135 a device sends its own journal, and one that it began after a fork; never that of a colleague’s device', async () => {
		const { db, store, enrol, receiver } = await aServerWithPeople();
		const [one, two] = [await enrol('J1', '101'), await enrol('J2', '102')];
		const isOwn = (device: typeof one, journal: string) => isOwnJournal(db, store, device, journal as JournalId);
		expect([await isOwn(one, 'J1'), await isOwn(one, 'J2'), await isOwn(two, 'J1')]).toEqual([true, false, false]);
		const renewed = new Writer('J1-renewed');
		renewed.registered(1);
		expect(await isOwn(one, renewed.journal)).toBe(true);
		await receiver.receive(renewed.request(), one);
		expect([await isOwn(one, renewed.journal), await isOwn(two, renewed.journal)]).toEqual([true, false]);
		const again = await enrol(renewed.journal, '101');
		expect([await isOwn(again, renewed.journal), await isOwn(two, renewed.journal)]).toEqual([true, false]);
	});
});
