import { describe, expect, it } from 'vitest';
import { aServer, idsOf, STORES } from '#tests/contract/server-store-server.ts';
import { BODY, CENTER, numberOf, OTHER_BODY, OTHER_CENTER, Writer } from '#tests/contract/server-store-writer.ts';
import { makePaperNumber } from '#lib/domain/number/paper-number.ts';
import { renumbering } from '#tests/support/fact-drafts.ts';
import { type FactId } from '#lib/domain/fact/ids.ts';
import { createKyselyJournalStore } from '../store/kysely-journal-store.ts';
import * as v from 'valibot';
import { openDemoDatabase } from '#tests/support/people-database.ts';
import { RegistrationSchema } from '#lib/protocol/device-messages.ts';
import { registerDevice } from '../devices/register-device.ts';
import { personOf } from '../people/person.ts';

const subject = { kind: 'application', number: numberOf(1) } as const;
const register = { kind: 'register', number: makePaperNumber(9, 8, 1, 1) } as const;

/** A Center and its body with an application, and a device of another org that knows its number. */
async function aNumberThatAStrangerKnows(kind: (typeof STORES)[number]) {
	const server = await aServer(kind);
	const [window, clerk] = [new Writer('J1'), new Writer('J2', BODY)];
	const stranger = new Writer('J9', OTHER_BODY);
	const facts = [window.accepted(1)];
	await server.sync(window);
	facts.push(clerk.registered(1));
	await server.sync(clerk);
	return { ...server, window, clerk, stranger, facts };
}

/** Everything by which a stranger might make itself a party. */
const TRIES: Record<string, (stranger: Writer, known: FactId) => unknown> = {
	'one fact on a guessed number': (stranger) => stranger.registered(1),
	'a redirection to itself': (stranger) => stranger.redirected(1, OTHER_BODY),
	'a redirection to another': (stranger) => stranger.redirected(1, OTHER_CENTER),
	'a register with the number that is addressed to itself': (stranger) =>
		stranger.write({
			type: 'dispatched',
			subject: register,
			body: { rows: [{ paper: numberOf(1) }], toBody: OTHER_BODY },
			details: { courier: 'x' }
		}),
	'results that it sends to itself': (stranger) =>
		stranger.write({
			type: 'returned',
			subject: register,
			body: { rows: [{ paper: numberOf(1) }], toCenter: OTHER_BODY },
			details: { courier: 'x' }
		}),
	'an arrival scan': (stranger) =>
		stranger.write({
			type: 'arrived',
			subject: register,
			body: { rows: [{ paper: numberOf(1), state: 'received' }], register: null },
			details: null
		}),
	'an annulment': (stranger, known) =>
		stranger.write({ type: 'annulled', subject, on: [known], body: { reason: 'mistake' }, details: { text: 'x' } }),
	'another number for the application': (stranger, known) =>
		stranger.write(renumbering(numberOf(1), numberOf(9), known)),
	'an acceptance that names it the body of another Center': (stranger) =>
		stranger.write({
			type: 'accepted',
			subject,
			body: {
				regulation: { id: 'child-benefit-under-18', version: 1 },
				entry: 'center',
				center: CENTER,
				body: OTHER_BODY,
				visitStartedAt: 1,
				documents: [],
				language: 'kk'
			},
			details: null
		}),
	'a fact that names it in every field': (stranger) => {
		const fact = stranger.registered(1);
		return Object.assign(fact, {
			text: fact.text.replace('"body":{}', `"body":{"toBody":"${OTHER_BODY}","center":"${OTHER_BODY}"}`)
		});
	}
};

describe.each(STORES)('a stranger, %s', (kind) => {
	it.each(Object.keys(TRIES))('S130 learns nothing by %s; the parties see it, and nobody else', async (name) => {
		const { sync, streamOf, stranger, window, facts, store } = await aNumberThatAStrangerKnows(kind);
		TRIES[name]!(stranger, facts[0]!.id);
		expect((await sync(stranger)).facts).toEqual([]);
		const later = window.registered(1);
		await sync(window, 1);
		const own = idsOf(stranger.facts);
		expect(await streamOf(OTHER_BODY)).toEqual(own);
		expect(await streamOf(OTHER_CENTER)).toEqual([]);
		for (const org of [CENTER, BODY])
			expect((await streamOf(org)).sort()).toEqual([...idsOf(facts), ...own, later.id].sort());
		expect((await store.parties([numberOf(1)])).map(({ org }) => org).sort()).toEqual([BODY, CENTER]);
	});

	it.each(Object.keys(TRIES))('S130 learns nothing by %s before the acceptance comes', async (name) => {
		const { sync, streamOf } = await aServer(kind);
		const stranger = new Writer('J9', OTHER_BODY);
		TRIES[name]!(stranger, 'fact-of-nobody' as FactId);
		await sync(stranger);
		const [window, clerk] = [new Writer('J1'), new Writer('J2', BODY)];
		const registered = clerk.registered(1);
		await sync(clerk);
		const accepted = window.accepted(1);
		await sync(window);
		const own = idsOf(stranger.facts);
		expect(await streamOf(OTHER_BODY)).toEqual(own);
		for (const org of [CENTER, BODY])
			expect((await streamOf(org)).sort()).toEqual([...own, registered.id, accepted.id].sort());
	});

	it('S131 a body to which a party sends the packet by mistake is named by that, and gets the story', async () => {
		const { sync, streamOf, window, facts } = await aNumberThatAStrangerKnows(kind);
		const list = window.dispatched([1], OTHER_BODY);
		await sync(window, 1);
		expect((await streamOf(OTHER_BODY)).sort()).toEqual([...idsOf(facts), list.id].sort());
	});

	it('S131 the wrong body scans what nobody sent it, and gets the story once the Center redirects', async () => {
		const { sync, streamOf, window, stranger, facts } = await aNumberThatAStrangerKnows(kind);
		const scan = TRIES['an arrival scan']!(stranger, facts[0]!.id) as { id: FactId };
		await sync(stranger);
		expect(await streamOf(OTHER_BODY)).toEqual([scan.id]);
		const redirected = window.redirected(1, OTHER_BODY);
		await sync(window, 1);
		expect((await streamOf(OTHER_BODY)).sort()).toEqual([...idsOf(facts), scan.id, redirected.id].sort());
	});

	it('S131 a body that sent the application on sends it to nobody else afterwards', async () => {
		const { sync, streamOf, clerk, store } = await aNumberThatAStrangerKnows(kind);
		clerk.redirected(1, OTHER_BODY);
		clerk.redirected(1, OTHER_CENTER);
		await sync(clerk, 1);
		expect(await streamOf(OTHER_CENTER)).toEqual([]);
		expect((await store.parties([numberOf(1)])).map(({ org }) => org)).not.toContain(OTHER_CENTER);
	});

	it('S132 a cursor of an invented epoch is told of the journals of its own org only', async () => {
		const { sync, stranger } = await aNumberThatAStrangerKnows(kind);
		stranger.registered(7);
		await sync(stranger);
		const cursor = { epoch: 'invented', position: 5, hash: 'a'.repeat(64) };
		expect((await sync(stranger, 1, { cursor })).wants).toEqual({ J9: 1 });
	});
});

describe('numbers that another org’s device gives', () => {
	it('S133 an acceptance under such a number names nobody, whichever of the two comes first', async () => {
		for (const order of ['stranger first', 'window first']) {
			const db = await openDemoDatabase();
			const by = personOf(
				await db.selectFrom('people').selectAll().where('number', '=', '101').executeTakeFirstOrThrow()
			);
			const request = v.parse(RegistrationSchema, {
				journal: 'J1',
				place: { org: CENTER, kind: 'window', window: '1' }
			});
			expect(await registerDevice(db, request, { by, at: 1, draw: () => 7 })).toMatchObject({ ok: true, number: 7 });
			const { sync, streamOf } = await aServer('SQLite', createKyselyJournalStore(db));
			const [window, stranger] = [new Writer('J1'), new Writer('J9', OTHER_CENTER)];
			const [real, forged] = [window.accepted(1), stranger.accepted(1, OTHER_BODY)];
			for (const writer of order === 'window first' ? [window, stranger] : [stranger, window]) await sync(writer);
			expect(await streamOf(OTHER_CENTER)).toEqual([forged.id]);
			expect(await streamOf(OTHER_BODY)).toEqual([]);
			expect((await streamOf(BODY)).sort()).toEqual([real.id, forged.id].sort());
			await db.destroy();
		}
	});

	it('S133 a number under which another org’s acceptances lie already is given to no device, asked for or drawn', async () => {
		const db = await openDemoDatabase();
		const { sync } = await aServer('SQLite', createKyselyJournalStore(db));
		const squatter = new Writer('J9', OTHER_CENTER);
		squatter.accepted(1);
		await sync(squatter);
		const by = personOf(
			await db.selectFrom('people').selectAll().where('number', '=', '101').executeTakeFirstOrThrow()
		);
		const ask = (journal: string, had?: number) =>
			v.parse(RegistrationSchema, { journal, had, place: { org: CENTER, kind: 'window', window: '1' } });
		const numbers = [7, 7, 9];
		const drawn = await registerDevice(db, ask('J1'), { by, at: 1, draw: () => numbers.shift() ?? 11 });
		expect(drawn).toMatchObject({ number: 9 });
		expect(await registerDevice(db, ask('J2', 7), { by, at: 1, draw: () => 12 })).toMatchObject({ number: 12 });
		await db.destroy();
	});
});
