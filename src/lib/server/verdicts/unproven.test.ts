import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STORES } from '#tests/contract/server-store-server.ts';
import { BODY, CENTER, numberOf, onWire, Writer } from '#tests/contract/server-store-writer.ts';
import { aJudgedServer } from '#tests/support/a-judged-server.ts';
import { DeviceHand } from '#tests/support/device-hand.ts';
import { type FactDraft } from '#lib/domain/fact/fact.ts';
import { type FactId, type OrgId, type StaffId } from '#lib/domain/fact/ids.ts';
import { retryQuarantine } from '../sync/quarantine.ts';
import { rehomeFact } from '#lib/journal/rehome-fact.ts';

const signature = (serial: number): FactDraft => ({
	type: 'signed',
	subject: { kind: 'application', number: numberOf(serial) },
	body: {},
	details: null
});
const HEAD = { actor: 'head' as StaffId, role: 'head' } as const;

/** A body whose device has a key, and an application that came to it. */
async function anOffice(kind: (typeof STORES)[number]) {
	const server = await aJudgedServer(kind);
	await server.enters('staff-1', { org: CENTER, role: 'centerInspector' });
	await server.enters('head', { org: BODY, role: 'head' });
	const [window, office] = [new Writer('J1'), new Writer('J2', BODY)];
	window.accepted(1);
	await server.sync(window);
	const hand = await DeviceHand.make();
	await server.enrols(office, hand.key);
	const by = { key: hand.key };
	/** Pushes with a signature over the last fact, as an honest device does. */
	const signs = async (acked = 0, writer = office) =>
		server.sync(writer, acked, { signed: await hand.place(writer.journal, writer.head) }, by);
	const pushes = (acked = 0, writer = office) => server.sync(writer, acked, {}, by);
	const said = () => server.saidTo(BODY, 'unproven');
	return { server, window, office, hand, by, signs, pushes, said };
}

describe.each(STORES)('what no key proves, %s', (kind) => {
	it('S240 what is pushed with its signature is never flagged, repeated or late', async () => {
		const { server, office, signs, said } = await anOffice(kind);
		office.write(signature(1), 'one', HEAD);
		await signs();
		office.write(signature(1), 'two', HEAD);
		await signs(1);
		await signs(0);
		await server.judgesAgain();
		expect(await said()).toEqual([]);
	});

	it('S240 what a copied token pushes is taken, delivered and flagged, with and without a wrong signature', async () => {
		const { server, office, by } = await anOffice(kind);
		const thief = await DeviceHand.make();
		office.write(signature(1), 'stolen', HEAD);
		const answer = await server.sync(office, 0, { signed: await thief.place('J2', office.head) }, by);
		expect([answer.ackedSeq, answer.quarantined]).toEqual([1, []]);
		for (const org of [CENTER, BODY]) {
			expect(await server.streamOf(org)).toContain('stolen');
			expect(await server.saidTo(org)).toEqual(['flagged stolen 1']);
		}
	});

	it('S240 a journal that a copied token begins is judged by the key of the device whose token it is', async () => {
		const { server, hand, said } = await anOffice(kind);
		const begun = new Writer('J-new', BODY, { id: 'device-of-J2', org: BODY });
		begun.write(signature(1), 'begun', HEAD);
		await server.sync(begun, 0, {}, { key: hand.key });
		expect(await said()).toEqual(['flagged begun 1']);
	});

	it('S240 what was let go of quarantine is judged by its place', async () => {
		const { server, office, hand, said } = await anOffice(kind);
		const { text, hash, seq, journal } = office.write(signature(1), 'held', HEAD);
		const [item, place] = [{ hash, journal, seq, text, personal: null }, await hand.place('J2', office.head)];
		await server.store.write(async (tx) => {
			const open = { cause: 'right', device: 'device-of-J2', at: 1, state: 'open', endedAt: null } as const;
			await tx.addQuarantined([{ ...item, ...open }]);
			await tx.addEntries([{ journal, seq, hash, factId: 'held' as FactId, text }]);
			const row = { journal, device: 'device-of-J2', org: BODY, held: 1, heldHash: hash, highest: 1, signed: place };
			await tx.saveJournals([row]);
		});
		expect(await retryQuarantine(server.store, { now: () => 9, judging: server.judging })).toBe(1);
		expect([(await server.streamOf(BODY)).includes('held' as FactId), await said()]).toEqual([true, []]);
	});

	it('S241 the flag is withdrawn once a place at or above it is signed', async () => {
		const { server, office, pushes, signs, said } = await anOffice(kind);
		office.write(signature(1), 'one', HEAD);
		office.write(signature(1), 'two', HEAD);
		await pushes();
		expect(await said()).toEqual(['flagged one 1', 'flagged two 1']);
		office.write(signature(1), 'three', HEAD);
		await signs(2);
		await server.judgesAgain();
		expect((await said()).sort()).toEqual([
			...['flagWithdrawn one 2', 'flagWithdrawn two 2'],
			...['flagged one 1', 'flagged two 1']
		]);
	});

	it('S241 a signature over an earlier place leaves the flag on what lies beyond', async () => {
		const { server, office, pushes, hand, by, said } = await anOffice(kind);
		const one = office.write(signature(1), 'one', HEAD);
		office.write(signature(1), 'two', HEAD);
		await pushes();
		await server.sync(office, 2, { signed: await hand.place('J2', one) }, by);
		await server.judgesAgain();
		expect((await said()).filter((word) => word.includes('two'))).toEqual(['flagged two 1']);
		expect(await said()).toContain('flagWithdrawn one 2');
	});

	it('S241 in the end flagged is what lies above the highest signed place, whatever came when', async () => {
		const steps = fc.array(fc.record({ brings: fc.nat(3), signs: fc.nat(6), again: fc.boolean() }), { maxLength: 6 });
		await fc.assert(
			fc.asyncProperty(steps, async (list) => {
				const { server, office, hand, by } = await anOffice(kind);
				const facts = [1, 2, 3, 4, 5, 6].map((place) => office.write(signature(1), `fact-at-${place}`, HEAD));
				let [held, signed] = [0, 0];
				for (const { brings, signs, again } of list) {
					const next = Math.min(held + brings, facts.length);
					const at = facts[signs - 1];
					const place = at && { signed: await hand.place('J2', at) };
					await server.sync(office, held, { facts: facts.slice(held, next).map(onWire), ...place }, by);
					if (signs <= next) signed = Math.max(signed, signs);
					held = next;
					if (again) await server.judgesAgain();
				}
				await server.judgesAgain();
				const flags = await server.store.flags(facts.map(({ id }) => id));
				const standing = flags.flatMap(({ fact, stands }) => (stands ? [fact] : [])).sort();
				expect(standing).toEqual(facts.slice(signed, held).map(({ id }) => id));
			}),
			{ numRuns: kind === 'memory' ? 40 : 10 }
		);
	});

	it('S242 after a fork a fact is proven by the signature of the journal in which it goes on', async () => {
		const { server, office, hand, pushes, signs, said } = await anOffice(kind);
		const one = office.write(signature(1), 'one', HEAD);
		await pushes();
		const next = new Writer('J3', BODY, { id: 'device-of-J2', org: BODY });
		next.facts.push(rehomeFact(one, next.head));
		next.head = { ...next.head, seq: 1, hash: next.facts[0]!.hash };
		await server.sync(next, 0, {}, { key: hand.key });
		await server.judgesAgain();
		expect(await said()).toEqual(['flagged one 1']);
		next.write(signature(1), 'two', HEAD);
		await signs(1, next);
		await server.judgesAgain();
		expect(await said()).toEqual(['flagged one 1', 'flagWithdrawn one 2']);
	});

	it('S242 a signed text that repeats an id with something else in it proves nothing', async () => {
		const { server, office, pushes, signs, said } = await anOffice(kind);
		office.write(signature(1), 'one', HEAD);
		await pushes();
		const next = new Writer('J3', BODY, { id: 'device-of-J2', org: BODY });
		next.write({ ...signature(1), type: 'sentBack', details: { text: 'Жоқ' } } as FactDraft, 'one', HEAD);
		await signs(0, next);
		await server.judgesAgain();
		expect(await said()).toEqual(['flagged one 1']);
	});

	it('S243 nobody is asked to sign who has no key, nor the server itself', async () => {
		const { server, window, said } = await anOffice(kind);
		await server.enrols(window, null);
		window.accepted(2);
		await server.sync(window, 1);
		await server.judgesAgain();
		expect([await server.saidTo(CENTER), await said()]).toEqual([[], []]);
	});

	it('S243 once a device shows its key, what it sent before is judged by it: its next signature proves all', async () => {
		const { server } = await anOffice(kind);
		const [late, hand] = [new Writer('J5', BODY), await DeviceHand.make()];
		await server.enrols(late, null);
		late.write(signature(1), 'early', HEAD);
		await server.sync(late);
		await server.showsKey(late, hand.key);
		const place = await hand.place('J5', late.head);
		await server.sync(late, 1, { signed: place }, { key: hand.key });
		await server.judgesAgain();
		expect(await server.saidTo(BODY)).toEqual([]);
		late.write(signature(1), 'later', HEAD);
		await server.sync(late, 1, {}, { key: hand.key });
		expect(await server.saidTo(BODY)).toEqual(['flagged later 1']);
	});

	it('S244 a key that was revoked proves nothing more: what is still sent is taken and flagged', async () => {
		const { server, office, hand, signs, said } = await anOffice(kind);
		office.write(signature(1), 'before', HEAD);
		await signs();
		office.write(signature(1), 'after', HEAD);
		const place = await hand.place('J2', office.head);
		const answer = await server.sync(office, 1, { signed: place }, { key: hand.key, isRevoked: true });
		expect([answer.ackedSeq, answer.unproven]).toEqual([2, undefined]);
		expect(await said()).toEqual(['flagged after 1']);
	});

	it('S245 what others relay is judged after it, and by what its own device signs then', async () => {
		const { server, office, hand, signs, said } = await anOffice(kind);
		server.isRestored = true;
		office.write(signature(1), 'lost', HEAD);
		const colleague = new Writer('J4', BODY);
		await server.enrols(colleague, (await DeviceHand.make()).key);
		await server.sync(colleague, 0, { facts: office.facts.map(onWire) }, { key: hand.key });
		expect(await said()).toEqual([]);
		await server.judgesAgain();
		expect(await said()).toEqual(['flagged lost 1']);
		await signs(1);
		await server.judgesAgain();
		expect(await said()).toEqual(['flagged lost 1', 'flagWithdrawn lost 2']);
	});

	it('S245 a journal of nobody known is not believed where the devices of its org have keys', async () => {
		const { server, hand, said } = await anOffice(kind);
		const madeUp = new Writer('J-made-up', BODY);
		madeUp.write(signature(1), 'made-up', HEAD);
		const colleague = new Writer('J2', BODY);
		await server.sync(colleague, 0, { facts: madeUp.facts.map(onWire) }, { key: hand.key });
		await server.judgesAgain();
		expect(await said()).toEqual(['flagged made-up 1']);
	});

	it('S246 an appointment that nobody proved founds no right', async () => {
		const { server, office, pushes, signs } = await anOffice(kind);
		await server.enters('clerk', { org: BODY as OrgId, role: 'chancery' });
		const body = { staff: 'clerk' as StaffId, role: 'head', insteadOf: null, from: '2026-11-01', to: '2026-12-31' };
		const appoints = {
			type: 'actingAppointed',
			subject: { kind: 'org', org: BODY },
			body,
			details: { text: 'бұйрық' }
		};
		office.write(appoints as FactDraft, 'appoints', HEAD);
		await pushes();
		const other = new Writer('J6', BODY);
		other.write(signature(1), 'signs' as FactId, { actor: 'clerk' as StaffId, role: 'head' });
		await server.enrols(other, null);
		await server.sync(other);
		expect(await server.saidTo(BODY, 'noRight')).toEqual(['flagged signs 1']);
		await signs(1);
		await server.judgesAgain();
		await server.judgesAgain();
		expect(await server.saidTo(BODY, 'noRight')).toEqual(['flagged signs 1', 'flagWithdrawn signs 2']);
	});
});
