import { beforeEach, describe, expect, it } from 'vitest';
import { aJournal, foreignFacts, type PlainJournal, type PlainStore, wire } from '#tests/support/a-journal.ts';
import { acceptance, applicationNo } from '#tests/support/fact-drafts.ts';
import { PLAIN_STORES } from '#tests/support/plain-stores.ts';
import { type SignedHead } from '#lib/protocol/sync-messages.ts';
import { emptySyncState } from './device-meta.ts';

const SIGNATURE = 'A'.repeat(86);
const facts = foreignFacts([1, 2, 3].map((serial) => acceptance(applicationNo(serial))));
const headAt = (place: number, hash?: string): SignedHead => {
	const { journal, seq, hash: own } = facts[place - 1]!;
	return { journal, seq, hash: hash ?? own, signature: SIGNATURE };
};

describe.each(PLAIN_STORES)('signed places on a device %s', (_, open) => {
	let journal: PlainJournal;
	let store: PlainStore;
	beforeEach(async () => ({ journal, store } = await aJournal(open())));

	const receive = (heads: SignedHead[], epoch = 'E1', sent = facts) =>
		journal.receive(wire(sent), { ...emptySyncState, epoch }, { heads });
	const kept = () => store.read((reader) => reader.signedHeads([facts[0]!.journal]));
	const told = async () => (await journal.state()).contradicted;

	it('N190 the highest of each journal is kept with the facts, in whatever order they come', async () => {
		await receive([headAt(2)]);
		await receive([headAt(3)]);
		await receive([headAt(1)]);
		expect(await kept()).toEqual([{ ...headAt(3), epoch: 'E1' }]);
		expect(await told()).toEqual([]);
	});

	it('N190 a store goes on from what it has when a server of another epoch knows less', async () => {
		await receive([headAt(3)]);
		await receive([headAt(2)], 'E2');
		expect((await kept())[0]).toMatchObject({ seq: 3, epoch: 'E1' });
		await receive([headAt(3)], 'E2');
		expect((await kept())[0]).toMatchObject({ seq: 3, epoch: 'E2' });
	});

	it('N190 what came with a fork in it, or a restore, is sent along with the facts that it proves', async () => {
		await receive([headAt(3)]);
		const wants = { [facts[0]!.journal]: 1 };
		const resend = { wants, pass: 'lacking' as const, after: { journal: '', seq: 0 } };
		await journal.saveSync({ ...emptySyncState, epoch: 'E2', resend });
		const { relayed, heads } = await journal.outgoing(10);
		expect([relayed.map(({ seq }) => seq), heads]).toEqual([[2, 3], [headAt(3)]]);
		await journal.saveSync({ ...emptySyncState, epoch: 'E2' });
		expect((await journal.outgoing(10)).heads).toEqual([]);
	});

	it('N191 another hash at a signed place within an epoch is written down once, and everything goes on', async () => {
		await receive([headAt(2)]);
		await receive([headAt(2, 'f'.repeat(64))], 'E1', []);
		await receive([headAt(2, 'e'.repeat(64))], 'E1', []);
		expect(await told()).toEqual([{ journal: facts[0]!.journal, seq: 2, at: 1_764_000_000_000 }]);
		expect((await kept())[0]).toMatchObject({ seq: 2, hash: facts[1]!.hash });
		await receive([headAt(3)]);
		expect((await kept())[0]).toMatchObject({ seq: 3 });
		const reopened = await aJournal(store);
		expect(await reopened.journal.state()).toMatchObject({ contradicted: [{ seq: 2 }] });
	});

	it('N191 another epoch may have another history there: a fork that the restore did not know', async () => {
		await receive([headAt(2)]);
		await receive([headAt(2, 'f'.repeat(64))], 'E2');
		expect(await told()).toEqual([]);
	});

	it('N191 a fact below a signed place that comes again in another text shows what was rewritten, in any epoch', async () => {
		await receive([headAt(3)]);
		const [first, second, third] = facts.map(({ text }) => text);
		const rewritten = [first!, second!.replace('"body":{', '"body":{ '), third!].map((text) => ({
			text,
			personal: null
		}));
		await journal.receive(rewritten, { ...emptySyncState, epoch: 'E2' });
		expect(await told()).toMatchObject([{ seq: 2 }]);
	});

	it('N191 the same facts again, and a fact that a fork moved, contradict nothing', async () => {
		await receive([headAt(3)]);
		await receive([headAt(3)], 'E2');
		const moved = facts.map((fact) => ({ ...fact, text: fact.text.replaceAll('other-journal', 'next-journal') }));
		await journal.receive(wire(moved), { ...emptySyncState, epoch: 'E2' });
		expect(await told()).toEqual([]);
	});
});
