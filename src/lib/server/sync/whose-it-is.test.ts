import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { aServer, idsOf, STORES } from '#tests/contract/server-store-server.ts';
import { BODY, CENTER, OTHER_BODY, OTHER_CENTER, onWire, Writer } from '#tests/contract/server-store-writer.ts';
import { openDemoDatabase } from '#tests/support/people-database.ts';
import { type FactDraft } from '#lib/domain/fact/fact.ts';
import { type JournalId, type OrgId, type Role, type StaffId } from '#lib/domain/fact/ids.ts';
import { RegistrationSchema } from '#lib/protocol/device-messages.ts';
import { findDevice } from '../devices/find-device.ts';
import { isOwnJournal } from '../devices/own-journal.ts';
import { registerDevice } from '../devices/register-device.ts';
import { personOf } from '../people/person.ts';
import { createKyselyJournalStore } from '../store/kysely-journal-store.ts';
import { ForeignJournal } from './answer-group.ts';
import { retryQuarantine } from './quarantine.ts';
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

const org = (of: OrgId) => ({ kind: 'org', org: of }) as const;
const dayOff = (of: OrgId): FactDraft => ({
	type: 'calendarChanged',
	subject: org(of),
	body: { date: '2026-11-26', day: 'dayOff', tell: [BODY] },
	details: null
});
const appointment = (of: OrgId, staff: StaffId): FactDraft => ({
	type: 'actingAppointed',
	subject: org(of),
	body: { staff, role: 'centerHead', insteadOf: null, from: '2026-11-01', to: '2026-12-31' },
	details: { text: 'бұйрық' }
});
const clockCheck = (of: OrgId, journal: string): FactDraft => ({
	type: 'clockChecked',
	subject: org(of),
	body: { journal: journal as JournalId, from: 1, to: 9, offsetMs: 1000, checkedAt: 1 },
	details: null
});
const regulation: FactDraft = {
	type: 'regulationImported',
	subject: org(CENTER),
	body: { id: 'x', version: 2, text: '{}', tell: [BODY, OTHER_CENTER] },
	details: null
};

describe('facts that bind others', () => {
	/** What a person of an org writes at a device of that org, and what the server makes of it. */
	async function write(drafts: { draft: FactDraft; actor: string; role: Role }[], at = CENTER, journal = 'J5') {
		const server = await aServerWithPeople();
		const device = new Writer(journal, at);
		for (const { draft, actor, role } of drafts)
			device.write({ ...draft }, undefined, { actor: actor as StaffId, role });
		const other = new Writer('J1', BODY);
		other.registered(1);
		await server.sync(other);
		return { ...server, device, answer: await server.sync(device) };
	}
	const head = async () => {
		const { db } = await aServerWithPeople();
		const people = await db.selectFrom('people').selectAll().execute();
		const of = (role: Role, org: string) =>
			people.find((row) => row.org === org && row.roles.includes(`"${role}"`))!.id;
		return {
			centerHead: of('centerHead', CENTER),
			inspector: of('centerInspector', CENTER),
			clerk: of('chancery', BODY)
		};
	};

	it('S137 of a head of the org they count, and go to whom they tell', async () => {
		const { centerHead } = await head();
		const { streamOf, device, answer } = await write([
			{ draft: dayOff(CENTER), actor: centerHead, role: 'centerHead' }
		]);
		expect(answer.quarantined).toEqual([]);
		expect(await streamOf(BODY)).toContain(device.facts[0]!.id);
	});

	it.each<[string, (who: Awaited<ReturnType<typeof head>>) => { draft: FactDraft; actor: string; role: Role }]>([
		[
			'a day set by a person without the role',
			({ inspector }) => ({ draft: dayOff(CENTER), actor: inspector, role: 'centerHead' })
		],
		[
			'a day set in a role that may not',
			({ inspector }) => ({ draft: dayOff(CENTER), actor: inspector, role: 'centerInspector' })
		],
		[
			'an appointment by a stranger',
			({ clerk }) => ({ draft: appointment(CENTER, clerk as StaffId), actor: clerk, role: 'centerHead' })
		],
		[
			'an appointment by nobody who is known',
			() => ({ draft: appointment(CENTER, 'x' as StaffId), actor: 'x', role: 'centerHead' })
		],
		[
			'an appointment in another org',
			({ centerHead }) => ({ draft: appointment(BODY, centerHead as StaffId), actor: centerHead, role: 'centerHead' })
		],
		[
			'a check of the clocks of another org’s journal',
			({ centerHead }) => ({ draft: clockCheck(CENTER, 'J1'), actor: centerHead, role: 'centerHead' })
		],
		['a regulation by a head', ({ centerHead }) => ({ draft: regulation, actor: centerHead, role: 'centerHead' })]
	])('S137 %s is kept and marked, binds nobody and is sent to nobody', async (_, of) => {
		const { store, streamOf, device, answer } = await write([of(await head())]);
		expect(answer).toMatchObject({ ackedSeq: 1, quarantined: [{ seq: 1, reason: 'right' }] });
		for (const org of [CENTER, BODY, OTHER_CENTER]) expect(await streamOf(org)).not.toContain(device.facts[0]!.id);
		expect([await store.lawFacts(), await store.staffingFacts(CENTER), await store.staffingFacts(BODY)]).toEqual([
			[],
			[],
			[]
		]);
		expect((await store.texts(device.journal))[0]?.text).toBe(device.facts[0]!.text);
	});

	it('S137 who acts in a head’s place has the right, also where the appointment comes later', async () => {
		const { centerHead, inspector } = await head();
		const day = { draft: dayOff(CENTER), actor: inspector, role: 'centerHead' as const };
		const named = { draft: appointment(CENTER, inspector as StaffId), actor: centerHead, role: 'centerHead' as const };
		expect((await write([named, day])).answer.quarantined).toEqual([]);
		const { answer, store, sync, streamOf, device } = await write([day]);
		expect(answer.quarantined).toHaveLength(1);
		const later = new Writer('J6');
		later.write(named.draft, undefined, { actor: centerHead as StaffId, role: 'centerHead' });
		await sync(later);
		expect(await retryQuarantine(store, { now: () => 9 })).toBe(1);
		expect(await streamOf(BODY)).toContain(device.facts[0]!.id);
	});
});
