import { renumbering } from '#tests/support/fact-drafts.ts';
import { createMemoryJournalStore } from '../store/memory-journal-store.ts';
import { describe, expect, it } from 'vitest';
import { aServer, idsOf, STORES } from '#tests/contract/server-store-server.ts';
import {
	BODY,
	CENTER,
	idOnWire,
	numberOf,
	onWire,
	OTHER_BODY,
	OTHER_CENTER,
	Writer
} from '#tests/contract/server-store-writer.ts';
import { nativeSha256 } from './read-arrival.ts';
import { createReceiver } from './receive.ts';

describe.each(STORES)('streams, %s', (kind) => {
	it('S60 the acceptance makes Center and body parties: both get it, nobody else does', async () => {
		const { sync, streamOf } = await aServer(kind);
		const window = new Writer('J1');
		const fact = window.accepted(1);
		await sync(window);
		expect(await streamOf(CENTER)).toEqual([fact.id]);
		expect(await streamOf(BODY)).toEqual([fact.id]);
		expect(await streamOf(OTHER_BODY)).toEqual([]);
	});

	it('S60 facts of an unknown application go to the author’s org until the acceptance names the parties, who get all of it', async () => {
		const { sync, streamOf } = await aServer(kind);
		const clerk = new Writer('J2', BODY);
		const registered = clerk.registered(1);
		await sync(clerk);
		expect(await streamOf(BODY)).toEqual([registered.id]);
		expect(await streamOf(CENTER)).toEqual([]);
		const window = new Writer('J1');
		const accepted = window.accepted(1);
		await sync(window);
		expect(await streamOf(BODY)).toEqual([registered.id, accepted.id]);
		expect(await streamOf(CENTER)).toEqual([registered.id, accepted.id]);
	});

	it('S69 a renumbered acceptance makes its parties those of the new number, and goes to whoever joins that', async () => {
		const accepted = new Writer('J1');
		const { id } = accepted.accepted(1);
		const moved = new Writer('J2');
		const renumbered = moved.write(renumbering(numberOf(1), numberOf(2), id));
		const clerk = new Writer('J3', CENTER);
		const [registered, redirected] = [clerk.registered(2), clerk.redirected(2, OTHER_BODY)];
		for (const order of [
			[accepted, moved, clerk],
			[moved, clerk, accepted],
			[clerk, accepted, moved],
			[clerk, moved, accepted]
		]) {
			const { sync, streamOf } = await aServer(kind);
			for (const writer of order) await sync(writer);
			const all = [id, renumbered.id, registered.id, redirected.id].sort();
			expect((await streamOf(OTHER_BODY)).sort()).toEqual(all);
			expect((await streamOf(CENTER)).sort()).toEqual(all);
		}
	});

	it('S69 the body of a renumbered acceptance gets what is written under the new number, and a former body no more', async () => {
		const { sync, streamOf, store } = await aServer(kind);
		const window = new Writer('J1');
		const accepted = window.accepted(1);
		window.write(renumbering(numberOf(1), numberOf(2), accepted.id));
		const registered = window.registered(2);
		await sync(window);
		expect(await streamOf(BODY)).toContain(registered.id);
		const redirected = window.redirected(2, OTHER_BODY);
		await sync(window, 3);
		const later = window.registered(2);
		await sync(window, 4);
		expect(await streamOf(BODY)).not.toContain(later.id);
		expect(await streamOf(OTHER_BODY)).toContain(accepted.id);
		expect(await streamOf(OTHER_BODY)).toContain(redirected.id);
		const parties = await store.parties([numberOf(2)]);
		expect(parties.filter(({ center }) => center).map(({ org }) => org)).toEqual([CENTER]);
	});

	it('S61 a redirected application: the new body gets its history, the former one the redirection and then nothing new', async () => {
		const { sync, streamOf } = await aServer(kind);
		const window = new Writer('J1');
		const clerk = new Writer('J2', BODY);
		const next = new Writer('J3', OTHER_BODY);
		const accepted = window.accepted(1);
		await sync(window);
		const redirected = clerk.redirected(1, OTHER_BODY);
		await sync(clerk);
		const registered = next.registered(1);
		await sync(next);
		expect(await streamOf(BODY)).toEqual([accepted.id, redirected.id]);
		expect(await streamOf(OTHER_BODY)).toEqual([accepted.id, redirected.id, registered.id]);
		expect(await streamOf(CENTER)).toEqual([accepted.id, redirected.id, registered.id]);
	});

	it('S61 a body hears of the redirection also where the Center redirects', async () => {
		const { sync, streamOf } = await aServer(kind);
		const window = new Writer('J1');
		const accepted = window.accepted(1);
		await sync(window);
		const redirected = window.redirected(1, OTHER_BODY);
		await sync(window, 1);
		window.registered(1);
		await sync(window, 2);
		expect(await streamOf(BODY)).toEqual([accepted.id, redirected.id]);
	});

	it('S61 a former body that gets the application back gets what it missed', async () => {
		const { sync, streamOf } = await aServer(kind);
		const [window, clerk, next] = [new Writer('J1'), new Writer('J2', BODY), new Writer('J3', OTHER_BODY)];
		const facts = [window.accepted(1)];
		await sync(window);
		facts.push(clerk.redirected(1, OTHER_BODY));
		await sync(clerk);
		next.at += 60_000;
		facts.push(next.registered(1));
		await sync(next);
		facts.push(next.redirected(1, BODY));
		await sync(next, 1);
		expect(await streamOf(BODY)).toEqual(idsOf(facts));
	});

	it.each(['redirected first', 'annulled first'])(
		'S61 an annulled redirection sends nobody away (%s)',
		async (order) => {
			const { sync, streamOf } = await aServer(kind);
			const [window, clerk, head] = [new Writer('J1'), new Writer('J2', BODY), new Writer('J4', BODY)];
			const accepted = window.accepted(1);
			await sync(window);
			const redirected = clerk.redirected(1, OTHER_BODY);
			const subject = { kind: 'application', number: numberOf(1) } as const;
			const annulled = head.write({
				type: 'annulled',
				subject,
				on: [redirected.id],
				body: { reason: 'mistake' },
				details: { text: 'қате' }
			});
			for (const writer of order === 'redirected first' ? [clerk, head] : [head, clerk]) await sync(writer);
			const later = window.registered(1);
			await sync(window, 1);
			expect(new Set(await streamOf(BODY))).toEqual(new Set(idsOf([accepted, redirected, annulled, later])));
			expect(await streamOf(OTHER_BODY)).not.toContain(later.id);
		}
	);

	it('S61 a late fact of the former body reaches its own org and the parties, and does not make it party again', async () => {
		const { sync, streamOf } = await aServer(kind);
		const [window, clerk, next] = [new Writer('J1'), new Writer('J2', BODY), new Writer('J3', OTHER_BODY)];
		const accepted = window.accepted(1);
		const redirected = window.redirected(1, OTHER_BODY);
		await sync(window);
		const late = clerk.registered(1);
		await sync(clerk);
		next.registered(1);
		await sync(next);
		expect(await streamOf(BODY)).toEqual([accepted.id, redirected.id, late.id]);
		expect(await streamOf(CENTER)).toContain(late.id);
	});

	it('S62 a register’s fact goes to all parties of its rows and to the org it is sent to', async () => {
		const { sync, streamOf } = await aServer(kind);
		const window = new Writer('J1');
		const other = new Writer('J4', OTHER_CENTER);
		const one = window.accepted(1, BODY);
		const two = other.accepted(2, OTHER_BODY);
		await sync(window);
		await sync(other);
		const list = window.dispatched([1, 2], BODY);
		await sync(window, 1);
		expect(await streamOf(OTHER_CENTER)).toEqual([two.id, list.id]);
		expect(await streamOf(OTHER_BODY)).toEqual([two.id, list.id]);
		// A packet of another Center was put onto the list: that makes the body no party to it.
		expect(await streamOf(BODY)).toEqual([one.id, list.id]);
	});

	it('S62 an org’s own fact also goes to the orgs that it tells', async () => {
		const { sync, streamOf } = await aServer(kind);
		const admin = new Writer('J1');
		const told = admin.write({
			type: 'calendarChanged',
			subject: { kind: 'org', org: CENTER },
			body: { date: '2026-11-26', day: 'dayOff', tell: [BODY] },
			details: null
		});
		await sync(admin);
		expect(await streamOf(CENTER)).toEqual([told.id]);
		expect(await streamOf(BODY)).toEqual([told.id]);
		expect(await streamOf(OTHER_BODY)).toEqual([]);
	});

	it('S62 an org’s own fact goes to its own org', async () => {
		const { sync, streamOf } = await aServer(kind);
		const window = new Writer('J1');
		const closed = window.dayClosed();
		await sync(window);
		expect(await streamOf(CENTER)).toEqual([closed.id]);
		expect(await streamOf(BODY)).toEqual([]);
	});
});

describe.each(STORES)('pull, %s', (kind) => {
	it('S63 a device is not sent what it proved to hold, yet its cursor passes it; another device gets it', async () => {
		const { sync } = await aServer(kind);
		const [one, two] = [new Writer('J1'), new Writer('J2')];
		const fact = one.accepted(1);
		expect(await sync(one)).toMatchObject({ facts: [], more: false, cursor: { position: 1 } });
		expect((await sync(two)).facts).toEqual([onWire(fact)]);
		expect((await sync(two)).facts).toEqual([]);
	});

	it('S63 a thousand facts at a time, until there is no more', async () => {
		const { sync } = await aServer(kind);
		const [one, two] = [new Writer('J1'), new Writer('J2')];
		const ids = Array.from({ length: 2300 }, (_, serial) => one.registered(serial + 1).id);
		for (let acked = 0; acked < 2300; acked += 500)
			await sync(one, acked, { facts: one.facts.slice(acked, acked + 500).map(onWire) });
		const pages = [await sync(two), await sync(two), await sync(two)];
		expect(pages.map(({ facts, more }) => [facts.length, more])).toEqual([
			[1000, true],
			[1000, true],
			[300, false]
		]);
		expect(pages.flatMap(({ facts }) => facts.map(idOnWire))).toEqual(ids);
	});

	it('S64 a cursor of another epoch, above the head or with another hash starts again from 0 and hears what is held', async () => {
		const { sync, store } = await aServer(kind);
		const [one, two] = [new Writer('J1'), new Writer('J2')];
		const fact = one.accepted(1);
		await sync(one);
		const good = (await sync(two)).cursor;
		const bad = [
			{ ...good, epoch: 'E0' },
			{ ...good, position: 9 },
			{ ...good, hash: nativeSha256('other') }
		];
		for (const cursor of bad) {
			const answer = await sync(two, 0, { cursor });
			expect(answer).toMatchObject({ epoch: 'E1', cursor: good, wants: { J1: 1 } });
			expect(answer.facts.map(idOnWire)).toEqual([fact.id]);
		}
		expect((await sync(two, 0, { cursor: good })).wants).toBeUndefined();
		expect((await sync(two, 0, { cursor: null })).wants).toBeUndefined();
		const renewed = createReceiver(store, { now: () => 0, epoch: () => 'E2' });
		expect((await renewed.receive(two.request(0, { cursor: good }), two.device)).wants).toEqual({ J1: 1 });
	});

	it('S64 a position below the head must have had this hash too', async () => {
		const { sync } = await aServer(kind);
		const [one, two] = [new Writer('J1'), new Writer('J2')];
		one.accepted(1);
		one.accepted(2);
		await sync(one);
		const answer = await sync(two, 0, { cursor: { epoch: 'E1', position: 1, hash: nativeSha256('other') } });
		expect(answer.facts).toHaveLength(2);
	});
});

describe('a database that changes under a running server', () => {
	it('S64 what the server remembers of a stream counts only while it is the stream', async () => {
		const store = createMemoryJournalStore();
		const [here, elsewhere] = [await aServer('memory', store), await aServer('memory', store)];
		const [one, two] = [new Writer('J1'), new Writer('J2')];
		const kept = one.accepted(1);
		await here.sync(one);
		const backup = store.snapshot();
		one.accepted(2);
		await here.sync(one, 1);
		store.restore(backup);
		const other = two.accepted(3);
		await elsewhere.sync(two);
		expect(await here.streamOf()).toEqual([kept.id, other.id]);
	});
});
