import { describe, expect, it } from 'vitest';
import { aServer, idsOf, STORES } from '#tests/contract/server-store-server.ts';
import { BODY, CENTER, onWire, OTHER_BODY, OTHER_CENTER, Writer } from '#tests/contract/server-store-writer.ts';
import { twoBranches } from '#tests/support/two-branches.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { retryQuarantine } from './quarantine.ts';

/** A server that was restored, and what the devices of before wrote; those of the Center are gone unless a test calls them. */
async function afterARestore(kind: (typeof STORES)[number]) {
	const server = await aServer(kind);
	const [window, clerk] = [new Writer('J1'), new Writer('J2', BODY)];
	const [colleague, stranger] = [new Writer('J3'), new Writer('J9', OTHER_BODY)];
	const relay = (by: Writer, ...facts: StoredFact[]) => server.sync(by, 0, { facts: facts.map(onWire) });
	const isKept = async ({ id }: StoredFact) => (await server.store.knownFacts([id])).has(id);
	return { ...server, window, clerk, colleague, stranger, relay, isKept };
}

describe.each(STORES)('relays after a restore, %s', (kind) => {
	it('S138 a colleague’s facts are taken from any device of the org, whatever they are about', async () => {
		const { window, colleague, relay, streamOf } = await afterARestore(kind);
		const facts = [window.accepted(1), window.registered(2), window.dayClosed(), window.dayOff()];
		expect((await relay(colleague, ...facts)).quarantined).toEqual([]);
		expect(await streamOf(CENTER)).toEqual(idsOf(facts));
	});

	it('S138 the body gives back a lost acceptance that names it, and what follows of that application', async () => {
		const { window, clerk, relay, streamOf, store } = await afterARestore(kind);
		const facts = [window.accepted(1), window.dispatched([1])];
		expect((await relay(clerk, ...facts)).quarantined).toEqual([]);
		expect(await streamOf(CENTER)).toEqual(idsOf(facts));
		expect((await store.parties([...new Set(facts[0]!.applications)])).map(({ org }) => org).sort()).toEqual([
			BODY,
			CENTER
		]);
	});

	it('S138 a body from which the application went on was sent the story up to then, and is believed', async () => {
		const { window, clerk, sync, relay, isKept } = await afterARestore(kind);
		window.accepted(1);
		window.redirected(1, OTHER_BODY);
		await sync(window);
		const lost = new Writer('J4').registered(1);
		await relay(clerk, lost);
		expect(await isKept(lost)).toBe(true);
	});

	const FORGED: Record<string, (center: Writer) => StoredFact> = {
		'a step of an application it has no part in': (center) => center.registered(1),
		'an application that it saw nothing of': (center) => center.accepted(5),
		'a second acceptance of a known application, which names it': (center) => center.accepted(1, OTHER_BODY),
		'a redirection to itself': (center) => center.redirected(1, OTHER_BODY),
		'a list of known applications that is sent to it': (center) => center.dispatched([1], OTHER_BODY),
		'a day off of another org': (center) => center.dayOff(),
		'a step of an application that nobody knows': (center) => center.registered(6)
	};

	it.each(Object.keys(FORGED))(
		'S138 a stranger that relays %s is not believed: it waits, told to nobody',
		async (name) => {
			const { window, sync, relay, stranger, isKept, streamOf, store } = await afterARestore(kind);
			const accepted = window.accepted(1);
			await sync(window);
			const forged = FORGED[name]!(new Writer('J1-of-a-head'));
			const answer = await relay(stranger, forged);
			expect(answer.facts).toEqual([]);
			expect(await isKept(forged)).toBe(false);
			expect((await store.quarantined({})).map(({ hash, journal, cause }) => [hash, journal, cause])).toEqual([
				[forged.hash, 'J9', 'journal']
			]);
			for (const org of [CENTER, BODY]) expect(await streamOf(org)).toEqual([accepted.id]);
			expect([...(await streamOf(OTHER_BODY)), ...(await streamOf(OTHER_CENTER))]).toEqual([]);
			expect(await store.heldSeqs()).not.toHaveProperty('J1-of-a-head');
		}
	);

	it('S138 what was not believed takes its place when its own device sends it', async () => {
		const { window, clerk, sync, relay, stranger, isKept, store } = await afterARestore(kind);
		const [accepted, registered] = [window.accepted(1), clerk.registered(1)];
		await sync(window);
		await relay(stranger, registered);
		expect(await isKept(registered)).toBe(false);
		expect(await sync(clerk)).toMatchObject({ ackedSeq: 1, quarantined: [] });
		expect(await isKept(registered)).toBe(true);
		expect(await isKept(accepted)).toBe(true);
		expect(await store.quarantined({ state: 'open' })).toEqual([]);
	});

	it('S138 what cannot be read was sent to nobody: it takes no place in another org’s journal', async () => {
		const { sync, relay, stranger, store } = await afterARestore(kind);
		const [owner] = twoBranches(['fact', 'bad body'], [], []);
		await sync(owner, 0, { facts: owner.facts.slice(0, 1).map(onWire) });
		await relay(stranger, owner.facts[1]!);
		expect([await store.heldSeqs(), await store.texts(owner.journal)]).toMatchObject([{ J1: 1 }, { length: 1 }]);
		expect(await sync(owner, 1)).toMatchObject({ ackedSeq: 2, quarantined: [{ seq: 2, reason: 'body' }] });
	});

	it('S138 what the server still holds is no matter, whoever sends it again', async () => {
		const { window, sync, relay, stranger, store } = await afterARestore(kind);
		window.accepted(1);
		window.dayOff();
		await sync(window);
		expect((await relay(stranger, ...window.facts)).quarantined).toEqual([]);
		expect(await store.quarantined({})).toEqual([]);
	});

	it('S138 a fact that a fork moved to another journal is held: its text of before is nobody’s to look at', async () => {
		const { window, sync, relay, stranger, store } = await afterARestore(kind);
		const before = window.accepted(1, BODY, 'moved');
		const renewed = new Writer('J1-renewed');
		renewed.accepted(2);
		const moved = renewed.accepted(1, BODY, 'moved');
		await sync(renewed);
		expect(moved.hash).not.toBe(before.hash);
		expect((await relay(stranger, before)).quarantined).toEqual([]);
		expect(await store.quarantined({})).toEqual([]);
		expect((await store.knownFacts([moved.id])).get(moved.id)?.hash).toBe(moved.hash);
	});

	it('S138 a text that waits is nobody’s to look at any more once its fact came another way', async () => {
		const { window, sync, relay, stranger, store } = await afterARestore(kind);
		const before = window.accepted(1, BODY, 'moved-later');
		await relay(stranger, before);
		const renewed = new Writer('J1-renewed');
		renewed.accepted(1, BODY, 'moved-later');
		await sync(renewed);
		stranger.registered(9);
		await sync(stranger);
		await retryQuarantine(store, { now: () => 2, relaysAreAsked: () => true });
		expect(await store.quarantined({ state: 'open' })).toEqual([]);
	});

	it('S138 once its org turns out to be party, what waited is tried again', async () => {
		const { window, sync, relay, stranger, isKept, store } = await afterARestore(kind);
		window.accepted(1);
		await sync(window);
		const lost = new Writer('J4').registered(1);
		stranger.registered(9);
		await sync(stranger);
		await relay(stranger, lost);
		const retry = (isRestored: boolean) => retryQuarantine(store, { now: () => 2, relaysAreAsked: () => isRestored });
		expect([await retry(true), await isKept(lost)]).toEqual([0, false]);
		window.redirected(1, OTHER_BODY);
		await sync(window, 1);
		expect([await retry(false), await isKept(lost)]).toEqual([0, false]);
		expect([await retry(true), await isKept(lost)]).toEqual([1, true]);
	});
});
