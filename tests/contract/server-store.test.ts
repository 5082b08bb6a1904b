import { describe, expect, it } from 'vitest';
import { type FactId, type OrgId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type JournalTransaction, type KeptFact } from '#lib/server/store/journal-store.ts';
import { anEmptyStore, STORES } from './server-store-server.ts';
import { BODY, CENTER, numberOf, OTHER_BODY, Writer } from './server-store-writer.ts';

const kept = (fact: StoredFact, more: Partial<KeptFact> = {}): KeptFact => ({
	...fact,
	device: 'd1',
	receivedAt: 5,
	lacksPersonal: false,
	...more
});
const home = ({ journal, seq, hash, id }: StoredFact) => ({ journal, seq, hash, factId: id, text: null });
const storeFacts = async (tx: JournalTransaction, facts: StoredFact[]) => {
	await tx.addFacts(facts.map((fact) => kept(fact)));
	await tx.addEntries(facts.map(home));
};
const entry = (org: OrgId, position: number, factId: FactId) => ({ org, position, hash: `h${position}`, factId });

describe.each(STORES)('the journal store, %s', (kind) => {
	it('S70 what a transaction wrote is there as a whole, or not at all', async () => {
		const store = await anEmptyStore(kind);
		const window = new Writer('J1');
		const facts = [window.accepted(1), window.registered(1)];
		await store.write((tx) => storeFacts(tx, [facts[0]!]));
		const failed = store.write(async (tx) => {
			await storeFacts(tx, [facts[1]!]);
			await tx.saveParties([{ application: numberOf(1), org: CENTER, center: true, bodyAt: null, leftAt: null }]);
			await tx.appendToStreams([entry(CENTER, 1, facts[1]!.id)], [entry(CENTER, 1, facts[1]!.id)]);
			await tx.saveEpoch('E9');
			throw new Error('power cut');
		});
		await expect(failed).rejects.toThrow('power cut');
		expect([...(await store.knownFacts(facts.map(({ id }) => id))).keys()]).toEqual([facts[0]!.id]);
		expect(await store.parties([numberOf(1)])).toEqual([]);
		expect((await store.streamHeads([CENTER])).get(CENTER)?.position).toBe(0);
		expect(await store.epoch()).toBeUndefined();
		expect((await store.texts(window.journal)).length).toBe(1);
	});

	it('S70 a transaction sees what it wrote, and two at once run one after the other', async () => {
		const store = await anEmptyStore(kind);
		const window = new Writer('J1');
		const facts = [window.accepted(1), window.accepted(2)];
		const seen = await Promise.all(
			facts.map((fact) =>
				store.write(async (tx) => {
					const before = await tx.mark();
					await storeFacts(tx, [fact]);
					return [before, (await tx.knownFacts([fact.id])).size];
				})
			)
		);
		expect(seen.map(([, own]) => own)).toEqual([1, 1]);
		expect(seen[1]![0]).toBeGreaterThan(seen[0]![0]!);
	});

	it('S70 a fact is stored once, a place is held once, a fact is delivered to an org once', async () => {
		const store = await anEmptyStore(kind);
		const window = new Writer('J1');
		const fact = window.accepted(1);
		const other = new Writer('J1').accepted(2);
		await store.write((tx) => storeFacts(tx, [fact]));
		await store.write((tx) => tx.appendToStreams([entry(CENTER, 1, fact.id)], [entry(CENTER, 1, fact.id)]));
		await expect(store.write((tx) => tx.addFacts([kept(fact, { stray: true })]))).rejects.toThrow();
		await expect(store.write((tx) => storeFacts(tx, [other]))).rejects.toThrow();
		await expect(
			store.write((tx) => tx.appendToStreams([entry(CENTER, 2, fact.id)], [entry(CENTER, 2, fact.id)]))
		).rejects.toThrow();
	});

	it('S70 texts come back character by character, whatever they hold', async () => {
		const store = await anEmptyStore(kind);
		const window = new Writer('J1');
		const odd = '{"text":"Қ\\u0000 \0 \uE0000 \uE000 «ё» \u2028 𐐷 \' -- ; \\\\ "}';
		const fact = { ...window.accepted(1), text: odd, personal: { salt: 'ә', text: '"; drop table facts' } };
		const apart = { journal: window.journal, seq: 2, hash: 'x', factId: null, text: odd };
		await store.write(async (tx) => {
			await storeFacts(tx, [fact]);
			await tx.addEntries([apart]);
		});
		expect((await store.texts(window.journal)).map(({ text }) => text)).toEqual([odd, odd]);
		expect((await store.factsOf(fact.applications)).get(numberOf(1))).toEqual([fact]);
	});

	it('S70 places are found by range, ids of a journal with its strays', async () => {
		const store = await anEmptyStore(kind);
		const window = new Writer('J1');
		const facts = Array.from({ length: 700 }, (_, nr) => window.accepted(nr + 1));
		const stray = new Writer('J1').accepted(900);
		await store.write(async (tx) => {
			await storeFacts(tx, facts);
			await tx.addFacts([kept({ ...stray, seq: 650 }, { stray: true })]);
		});
		const found = await store.entries([{ journal: window.journal, from: 698, to: 800 }]);
		expect(found.map(({ seq, factId }) => [seq, factId]).sort()).toEqual(
			facts.slice(697).map(({ seq, id }) => [seq, id])
		);
		expect(new Set(await store.heldIds(window.journal, 600))).toEqual(
			new Set([...facts.slice(600).map(({ id }) => id), stray.id])
		);
		expect((await store.knownFacts(facts.map(({ id }) => id))).size).toBe(700);
	});

	it('S70 a stream is read in order, in pages, without what the reader holds', async () => {
		const store = await anEmptyStore(kind);
		const [one, two] = [new Writer('J1'), new Writer('J2')];
		const facts = Array.from({ length: 20 }, (_, nr) => (nr % 2 ? one : two).accepted(nr + 1));
		const entries = facts.map(({ id }, index) => entry(CENTER, index + 1, id));
		await store.write(async (tx) => {
			await storeFacts(tx, facts);
			expect(await tx.lockStreams([CENTER, BODY])).toEqual(
				new Map([CENTER, BODY].map((org) => [org, { org, position: 0, hash: '' }]))
			);
			await tx.appendToStreams(entries, [{ org: CENTER, position: 20, hash: 'h20' }]);
		});
		const page = (more: object) =>
			store
				.streamPage({ org: CENTER, after: 0, through: 20, limit: 5, ...more })
				.then((rows) => rows.map(({ position }) => position));
		expect(await page({})).toEqual([1, 2, 3, 4, 5]);
		expect(await page({ after: 17 })).toEqual([18, 19, 20]);
		expect(await page({ through: 2 })).toEqual([1, 2]);
		expect(await page({ org: BODY })).toEqual([]);
		expect(await page({ except: { journal: two.journal, throughSeq: 2 } })).toEqual([2, 4, 5, 6, 7]);
		expect(await store.streamHashAt(CENTER, 7)).toBe('h7');
		expect(await store.delivered(CENTER, [facts[3]!.id, 'nobody' as FactId])).toEqual(new Set([facts[3]!.id]));
		expect(await store.delivered(BODY, [facts[3]!.id])).toEqual(new Set());
	});

	it('S70 journals, parties and personal parts are written over', async () => {
		const store = await anEmptyStore(kind);
		const window = new Writer('J1');
		const fact = window.accepted(1);
		const state = {
			journal: window.journal,
			device: null,
			org: CENTER,
			held: 1,
			heldHash: 'a',
			highest: 3,
			signed: null
		};
		const signed = { seq: 2, hash: 'b', signature: 's' };
		const later = { ...state, held: 3, device: 'd1', signed };
		const party = { application: numberOf(1), org: OTHER_BODY, center: false, bodyAt: 0, leftAt: null };
		await store.write(async (tx) => {
			await tx.addFacts([kept({ ...fact, personal: null }, { lacksPersonal: true })]);
			await tx.saveJournals([state]);
			await tx.saveParties([party]);
		});
		await store.write(async (tx) => {
			await tx.addPersonal([{ id: fact.id, personal: fact.personal! }]);
			await tx.saveJournals([later]);
			await tx.saveParties([{ ...party, leftAt: 77 }]);
		});
		expect((await store.journals([window.journal])).get(window.journal)).toEqual(later);
		expect(await store.heldSeqs()).toEqual({ J1: 3 });
		expect(await store.parties([numberOf(1)])).toEqual([{ ...party, leftAt: 77 }]);
		expect((await store.factsOf([numberOf(1)])).get(numberOf(1))).toEqual([fact]);
		expect((await store.knownFacts([fact.id])).get(fact.id)).toEqual({ hash: fact.hash, lacksPersonal: false });
	});

	it('S70 the projection is found by party and by the beginning of a key, and rows are replaced', async () => {
		const store = await anEmptyStore(kind);
		const party = (serial: number, org: OrgId) => ({ application: numberOf(serial), org, center: true });
		const row = (serial: number, ...keys: string[]) => ({ number: numberOf(serial), summary: `"${serial}"`, keys });
		await store.write(async (tx) => {
			await tx.saveParties(
				[party(1, CENTER), party(2, CENTER), party(3, BODY)].map((each) => ({ ...each, bodyAt: null, leftAt: null }))
			);
			await tx.saveApplications([row(1, 'қайрат', 'old'), row(2, 'қайсар'), row(3, 'қайрат')]);
			await tx.saveApplications([row(1, 'қайрат')]);
		});
		const find = async (filter: { org?: OrgId; key?: string }) =>
			(await store.findApplications({ ...filter, limit: 9 })).map(({ number }) => number);
		expect(await find({ org: CENTER, key: 'қай' })).toEqual([numberOf(1), numberOf(2)]);
		expect(await find({ key: 'қайр' })).toEqual([numberOf(1), numberOf(3)]);
		expect(await find({ key: 'old' })).toEqual([]);
		expect(await find({ org: BODY })).toEqual([numberOf(3)]);
	});

	it('S70 law facts are found with their numbers of arrival, and what they bear on page by page', async () => {
		const store = await anEmptyStore(kind);
		const window = new Writer('J1');
		const facts = [window.accepted(1), window.dayOff(), window.dispatched([2, 3]), window.accepted(4)];
		const rows = [1, 2, 3].map((serial) => ({ number: numberOf(serial), summary: '{}', keys: ['state:open'] }));
		const party = { application: numberOf(2), org: BODY, center: false, bodyAt: 0, leftAt: null };
		const refold = { keys: [{ key: 'state:open', org: BODY }], ranges: [], after: 'x' };
		await store.write(async (tx) => {
			await tx.addFacts([...facts.slice(0, 3).map((fact) => kept(fact)), kept(facts[3]!, { stray: true })]);
			await tx.saveParties([party]);
			await tx.saveApplications([...rows, { number: numberOf(9), summary: '{}', keys: ['state:openly'] }]);
			await tx.saveLawRefold(refold);
		});
		expect(await store.lawFacts()).toEqual([{ nr: 2, fact: facts[1] }]);
		const serials = [1, 2, 3, 4].map(numberOf);
		expect(await store.numbersWithKey({ key: 'state:open' }, '', 2)).toEqual(serials.slice(0, 2));
		expect(await store.numbersWithKey({ key: 'state:open' }, serials[1]!, 2)).toEqual([serials[2]]);
		expect(await store.numbersWithKey({ key: 'state:open', org: BODY }, '', 9)).toEqual([serials[1]]);
		const { journal } = window;
		expect(await store.numbersOfRange({ journal, from: 2, to: 4 }, '', 2)).toEqual(serials.slice(1, 3));
		expect(await store.numbersOfRange({ journal, from: 1, to: 4 }, serials[1]!, 9)).toEqual(serials.slice(2));
		expect(await store.numbersOfRange({ journal, from: 1, to: 1 }, '', 9)).toEqual(serials.slice(0, 1));
		expect(await store.lawRefold()).toEqual(refold);
		await store.write((tx) => tx.saveLawRefold(null));
		expect(await store.lawRefold()).toBeNull();
	});

	it('S94 an org’s word on its staffing is found without those of others', async () => {
		const store = await anEmptyStore(kind);
		const [head, other] = [new Writer('J1', BODY), new Writer('J2', OTHER_BODY)];
		const facts = [head.accepted(1), head.appointed('olga', '2026-11-23', '2026-11-27'), head.dayOff()];
		await store.write((tx) => storeFacts(tx, [...facts, other.appointed('nur', '2026-11-23', '2026-11-27')]));
		expect(await store.staffingFacts(BODY)).toEqual([facts[1]]);
		expect(await store.staffingFacts(CENTER)).toEqual([]);
	});

	it('S70 the mark only grows, with everything that is written', async () => {
		const store = await anEmptyStore(kind);
		const window = new Writer('J1');
		const marks = [await store.mark()];
		for (const serial of [1, 2, 3]) {
			await store.write((tx) => storeFacts(tx, [window.accepted(serial)]));
			marks.push(await store.mark());
		}
		await store.write((tx) => tx.saveEpoch('E1'));
		expect(marks).toEqual([...new Set(marks)].sort((a, b) => a - b));
		expect(await store.epoch()).toBe('E1');
	});
});
