import { describe, expect, it } from 'vitest';
import { STORES } from '#tests/contract/server-store-server.ts';
import { CENTER, Writer } from '#tests/contract/server-store-writer.ts';
import { aJudgedServer } from '#tests/support/a-judged-server.ts';
import { aSignedPerson } from '#tests/support/a-session.ts';
import { type FactDraft } from '#lib/domain/fact/fact.ts';
import { type JournalId } from '#lib/domain/fact/ids.ts';

const START = 1_795_000_000_000;
const MINUTE = 60_000;

/** A Center whose two inspectors have badges, and two of its devices. */
async function aCenter(kind: (typeof STORES)[number]) {
	const server = await aJudgedServer(kind);
	const [aigul, dana] = [
		await aSignedPerson('aigul', 'centerInspector'),
		await aSignedPerson('dana', 'centerInspector')
	];
	for (const { id, role, key } of [aigul, dana]) {
		await server.enters(id, { org: CENTER, role });
		await server.givesBadge(id, CENTER, key, 2);
	}
	return { server, aigul, dana, one: new Writer('J1'), two: new Writer('J2') };
}

describe.each(STORES)('judging who was at the desk, %s', (kind) => {
	it('S260 what a person with a key writes outside of their session is flagged, and what they write within is not', async () => {
		const { server, aigul, one } = await aCenter(kind);
		aigul.acts(one, 'before-the-first');
		aigul.unlocks(one, 's1');
		aigul.acts(one, 'within', 's1');
		aigul.acts(one, 'without');
		aigul.acts(one, 'of-none', 'never');
		aigul.locks(one, 's1');
		aigul.acts(one, 'printed', 's1');
		one.at += 2 * MINUTE;
		aigul.acts(one, 'after', 's1');
		await server.sync(one);
		expect(await server.saidTo(CENTER)).toEqual(['flagged without 1', 'flagged of-none 1', 'flagged after 1']);
	});

	it('S260 a colleague gains nothing by another’s session, nor by a session that they made up', async () => {
		const { server, aigul, dana, one } = await aCenter(kind);
		dana.unlocks(one, 's0');
		aigul.unlocks(one, 's1');
		dana.acts(one, 'borrowed', 's1');
		const body = { device: one.journal, signature: 'a'.repeat(86) };
		const subject = { kind: 'org', org: CENTER } as const;
		one.write({ type: 'unlocked', subject, body, details: null } as FactDraft, 'forged', dana.by('forged'));
		dana.acts(one, 'in-a-forged-one', 'forged');
		aigul.acts(one, 'honest', 's1');
		await server.sync(one);
		expect(await server.saidTo(CENTER)).toEqual(['flagged borrowed 1', 'flagged in-a-forged-one 1']);
	});

	it('S260 who unlocks a device ends the session there, and none elsewhere', async () => {
		const { server, aigul, dana, one, two } = await aCenter(kind);
		aigul.unlocks(one, 's1');
		dana.unlocks(two, 's2');
		dana.unlocks(one, 's3');
		one.at += 2 * MINUTE;
		two.at += 2 * MINUTE;
		aigul.acts(one, 'left', 's1');
		dana.acts(two, 'still-there', 's2');
		for (const device of [one, two]) await server.sync(device);
		expect(await server.saidTo(CENTER)).toEqual(['flagged left 1']);
	});

	it('S247 a role whose end the session knew gives no right, however far back the clock is set', async () => {
		const { server, aigul, one, two } = await aCenter(kind);
		const [before] = (await server.store.registryFacts()).slice(-1);
		await server.losesRole('aigul', { org: CENTER, role: 'centerInspector' }, START + 600 * MINUTE);
		const [end] = (await server.store.registryFacts()).slice(-1);
		aigul.unlocks(one, 's1', one.journal, { journal: before!.journal, seq: before!.seq });
		aigul.acts(one, 'did-not-know', 's1');
		aigul.unlocks(two, 's2', two.journal, { journal: end!.journal, seq: end!.seq });
		aigul.acts(two, 'knew', 's2');
		for (const device of [one, two]) await server.sync(device);
		await server.judgesAgain();
		expect(await server.saidTo(CENTER, 'noRight')).toEqual(['flagged s2 1', 'flagged knew 1']);
	});

	it('S261 a first session that comes late makes the server judge what was done after it', async () => {
		const { server, aigul, one, two } = await aCenter(kind);
		aigul.unlocks(one, 's1');
		two.at += MINUTE;
		aigul.acts(two, 'elsewhere');
		await server.sync(two);
		await server.judgesAgain();
		expect(await server.saidTo(CENTER)).toEqual([]);
		await server.sync(one);
		await server.judgesAgain();
		expect(await server.saidTo(CENTER)).toEqual(['flagged elsewhere 1']);
	});

	it('S261 a session that comes late withdraws the flags of its facts, and one that ends another late sets them', async () => {
		const { server, aigul, dana, one, two } = await aCenter(kind);
		aigul.unlocks(one, 's0');
		await server.sync(one);
		// After a fork the session lies in one journal and what was done in it in the other one.
		const session = aigul.unlocks(two, 's1', two.journal);
		const fork = new Writer('J3');
		fork.at = two.at;
		aigul.acts(fork, 'in-fork', 's1');
		await server.sync(fork);
		await server.sync(two);
		await server.judgesAgain();
		expect(session.id).toBe('s1');
		expect(await server.saidTo(CENTER)).toEqual(['flagged in-fork 1', 'flagWithdrawn in-fork 2']);
		const other = new Writer('J4');
		other.at = fork.at - 500 - 1000;
		dana.unlocks(other, 's2', 'J2' as JournalId);
		fork.at += 5 * MINUTE;
		aigul.acts(fork, 'long-after', 's1');
		await server.sync(fork, 1);
		await server.sync(other);
		await server.judgesAgain();
		expect(await server.saidTo(CENTER)).toContain('flagged long-after 1');
	});

	it('S261 a key that ended before a session makes it worth nothing, whenever that is told', async () => {
		const { server, aigul, one } = await aCenter(kind);
		aigul.unlocks(one, 's1');
		aigul.acts(one, 'first', 's1');
		one.at = START + 60 * MINUTE;
		aigul.unlocks(one, 's2');
		aigul.acts(one, 'second', 's2');
		await server.sync(one);
		expect(await server.saidTo(CENTER)).toEqual([]);
		const again = await aSignedPerson('aigul', 'centerInspector');
		await server.givesBadge('aigul', CENTER, again.key, START + 30 * MINUTE);
		await server.judgesAgain();
		expect(await server.saidTo(CENTER)).toEqual(['flagged second 1']);
	});

	it('S262 whoever vouches within a session has the flags withdrawn, for their own records only', async () => {
		const { server, aigul, dana, one, two } = await aCenter(kind);
		aigul.unlocks(two, 's1');
		dana.unlocks(two, 's0');
		await server.sync(two);
		one.at = two.at;
		aigul.acts(one, 'hers');
		dana.acts(one, 'another');
		await server.sync(one);
		expect(await server.saidTo(CENTER)).toEqual(['flagged hers 1', 'flagged another 1']);
		two.at += MINUTE;
		aigul.vouches(two, 'outside', 's1', { device: one.journal, from: 1, to: 2 });
		two.at += 2 * MINUTE;
		aigul.unlocks(two, 's2');
		aigul.vouches(two, 'within', 's2', { device: one.journal, from: 1, to: 2 });
		await server.sync(two, 2);
		await server.judgesAgain();
		expect((await server.saidTo(CENTER)).filter((word) => !word.includes('outside'))).toEqual([
			'flagged hers 1',
			'flagged another 1',
			'flagWithdrawn hers 2'
		]);
	});

	it('S262 what somebody says was not theirs is flagged again, whatever was said before', async () => {
		const { server, aigul, one } = await aCenter(kind);
		aigul.unlocks(one, 's0');
		aigul.locks(one, 's0');
		aigul.acts(one, 'strange');
		await server.sync(one);
		aigul.unlocks(one, 's1');
		aigul.vouches(one, 'mine', 's1', { device: one.journal, from: 3, to: 3 });
		await server.sync(one, 3);
		await server.judgesAgain();
		expect(await server.saidTo(CENTER)).toEqual(['flagged strange 1', 'flagWithdrawn strange 2']);
		aigul.vouches(one, 'not-mine', 's1', { device: one.journal, from: 3, to: 3, own: false });
		await server.sync(one, 5);
		await server.judgesAgain();
		expect(await server.saidTo(CENTER)).toEqual(['flagged strange 1', 'flagWithdrawn strange 2', 'flagged strange 3']);
	});

	it('S260 nobody is judged by sessions who has no key', async () => {
		const { server, one } = await aCenter(kind);
		await server.enters('staff-1', { org: CENTER, role: 'centerInspector' });
		one.accepted(1);
		await server.sync(one);
		expect(await server.saidTo(CENTER)).toEqual([]);
	});

	it('I120 a second hand by PIN needs no session of its own', async () => {
		const { server, aigul, one } = await aCenter(kind);
		aigul.unlocks(one, 's1');
		const body = { journal: one.journal, from: 0, to: 0, offsetMs: 0, checkedAt: one.at };
		const allowed = { shown: one.at, latest: one.at };
		const subject = { kind: 'org', org: CENTER } as const;
		const draft = { type: 'clockChecked', subject, body: { ...body, allowed }, details: null } as FactDraft;
		await server.enters('boss', { org: CENTER, role: 'centerHead' });
		const boss = await aSignedPerson('boss', 'centerHead');
		await server.givesBadge('boss', CENTER, boss.key, 3);
		boss.unlocks(one, 's2');
		aigul.unlocks(one, 's3');
		one.write(draft, 'clock', boss.by());
		await server.sync(one);
		expect(await server.saidTo(CENTER)).toEqual([]);
	});
});
