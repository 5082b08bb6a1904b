import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aStory, BODY, CENTER, context as foldContext, NUMBER, type Story } from '#tests/support/a-story.ts';
import { numbersRows } from '../documents/closing-balances.ts';
import { type Fact } from '../fact/fact.ts';
import { type FactId, type JournalId } from '../fact/ids.ts';
import { makePaperNumber } from '../number/paper-number.ts';
import { numbersAgree, numbersBalance } from './day-closing-numbers.ts';
import { type ClosedPlace, inPlaceOf, movesOf, papersAgree, papersBalance, total } from './day-closing-papers.ts';

const ACTS = [
	'accepted',
	'collected',
	'dispatched',
	'arrived',
	'missing',
	'registered',
	'assigned',
	'drafted',
	'sentBack',
	'signed',
	'recorded',
	'returned',
	'resultsArrived',
	'handedOut',
	'annulled',
	'lost',
	'found'
] as const;
const act = fc.record({ act: fc.constantFrom(...ACTS), on: fc.nat(20) });

/** Any sequence of acts on one application, sensible or not: each acts on some earlier one. */
function lived(acts: readonly { act: (typeof ACTS)[number]; on: number }[]): Story {
	const story = aStory();
	for (const { act: name, on: place } of acts) {
		const ids = story.facts.map(({ id }) => id);
		const on = ids[place % Math.max(ids.length, 1)] ?? ('none' as FactId);
		switch (name) {
			case 'accepted':
				story.accepted();
				break;
			case 'missing':
				story.arrived(on, 'missing');
				break;
			case 'handedOut':
				story.handedOut([on]);
				break;
			case 'lost':
				story.add('lost', { paper: 'packet' }, { on: [on] }, { text: '?' });
				break;
			case 'found':
				story.add('reconstructed', { paper: 'packet' }, { on: [on] }, { text: '?' });
				break;
			default:
				story[name](on);
		}
	}
	return story;
}

const PLACES: ClosedPlace[] = [
	{ kind: 'center', org: CENTER },
	{ kind: 'body', org: BODY },
	{ kind: 'window', org: CENTER, window: '2' },
	{ kind: 'collection', org: CENTER },
	{ kind: 'chancery', org: BODY }
];

const between = (facts: readonly Fact[], before: number, after: number) =>
	movesOf(NUMBER, facts, { before: ({ seq }) => seq <= before, after: ({ seq }) => seq <= after }, foldContext);

describe('the balance of papers', () => {
	it('Z30 start + came = went + left for any acts, and each sheet starts with what the one before had left', () => {
		fc.assert(
			fc.property(
				fc.array(fc.array(act, { maxLength: 20 }), { minLength: 1, maxLength: 3 }),
				fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }),
				fc.constantFrom(...PLACES),
				fc.constantFrom('packet' as const, 'result' as const),
				(stories, cuts, place, paper) => {
					const all = stories.map((acts) => lived(acts).facts);
					const ends = [...cuts, 20].sort((a, b) => a - b);
					let left = 0;
					ends.forEach((end, index) => {
						const moves = all.map((facts) => between(facts, ends[index - 1] ?? 0, end)[paper]);
						const balance = papersBalance(moves, 0, inPlaceOf(place, paper));
						expect(papersAgree(balance)).toBe(true);
						expect(balance.start).toBe(left);
						left = balance.left;
						expect(Object.values({ ...balance.came, ...balance.went }).every((count) => count > 0)).toBe(true);
					});
				}
			)
		);
	});

	it('Z31 a packet that came and went on the same day is counted both ways', () => {
		const story = aStory();
		story.dispatched(story.collected(story.accepted()));
		const balance = papersBalance(
			[between(story.facts, 0, 9).packet],
			4,
			inPlaceOf({ kind: 'center', org: CENTER }, 'packet')
		);
		expect(balance).toEqual({ start: 4, came: { accepted: 1 }, went: { dispatched: 1 }, left: 4 });
	});

	it('Z31 between window and collection unit a packet does not leave the Center', () => {
		const story = aStory();
		story.collected(story.accepted());
		const { packet } = between(story.facts, 0, 9);
		expect(papersBalance([packet], 0, inPlaceOf(PLACES[0]!, 'packet'))).toMatchObject({ went: {}, left: 1 });
		expect(papersBalance([packet], 0, inPlaceOf(PLACES[2]!, 'packet'))).toMatchObject({
			went: { collected: 1 },
			left: 0
		});
	});

	it('Z32 what an annulment takes back stands as taken back, never as a negative number', () => {
		const story = aStory();
		const accepted = story.accepted();
		story.annulled(accepted);
		const balance = papersBalance([between(story.facts, 1, 2).packet], 0, inPlaceOf(PLACES[0]!, 'packet'));
		expect(balance).toEqual({ start: 1, came: {}, went: { undone: 1 }, left: 0 });
	});

	it('Z33 at a body a packet comes by its register and goes to the archive; the result is made and leaves', () => {
		const story = aStory();
		story.whole();
		const body = { kind: 'body', org: BODY } as const;
		const { packet, result } = between(story.facts, 0, 99);
		expect(papersBalance([packet], 0, inPlaceOf(body, 'packet'))).toMatchObject({
			came: { arrived: 1 },
			went: { recorded: 1 },
			left: 0
		});
		expect(papersBalance([result], 0, inPlaceOf(body, 'result'))).toMatchObject({
			came: { drafted: 1 },
			went: { returned: 1 }
		});
		expect(total({ arrived: 2, undone: 1 })).toBe(3);
	});
});

const acceptance = (serial: number, device = 7): Fact => {
	const story = aStory();
	story.accepted({
		id: `accepted-${device}-${serial}`,
		journal: `J${device}` as JournalId,
		seq: serial,
		subject: { kind: 'application', number: makePaperNumber(1, device, serial, 7) }
	});
	return story.facts[0]!;
};
const plain = { lastSerials: {}, isSent: () => true, isOfDay: () => true, isAcceptance: () => false };

describe('the balance of numbers', () => {
	it('Z34 issued = saved = sent + waiting', () => {
		const facts = [1, 2, 3].map((serial) => acceptance(serial));
		const balance = numbersBalance(facts, { ...plain, isSent: ({ seq }) => seq <= 2 });
		expect(balance).toMatchObject({ issued: 3, saved: 3, sent: 2, waiting: 1, missing: [] });
		expect(balance.ranges).toEqual([{ device: 7, from: 1, to: 3 }]);
		expect(numbersAgree(balance)).toBe(true);
		expect(numbersAgree({ ...balance, waiting: 0 })).toBe(false);
	});

	it('Z35 a number without a record is told, also before the first of the day', () => {
		const balance = numbersBalance([acceptance(12), acceptance(14)], { ...plain, lastSerials: { 7: 10 } });
		expect(balance).toMatchObject({ issued: 4, saved: 2 });
		expect(balance.missing).toEqual([
			{ device: 7, serial: 11 },
			{ device: 7, serial: 13 }
		]);
		expect(numbersAgree(balance)).toBe(false);
	});

	it('Z36 however a device’s records are cut into closings, its numbers are issued and saved once', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 30 }), fc.array(fc.nat(30), { maxLength: 5 }), (count, cuts) => {
				const all = Array.from({ length: count }, (_, index) => acceptance(index + 1));
				const ends = [...cuts, count].sort((a, b) => a - b);
				let lastSerials: Record<number, number> = {};
				let issued = 0;
				ends.forEach((end, index) => {
					const balance = numbersBalance(all.slice(ends[index - 1] ?? 0, end), { ...plain, lastSerials });
					expect(numbersAgree(balance)).toBe(true);
					lastSerials = balance.lastSerials;
					issued += balance.issued;
				});
				expect(issued).toBe(count);
			})
		);
	});

	it('Z36 a record that comes late is issued and saved on the sheet on which it is late', () => {
		const first = numbersBalance([acceptance(1), acceptance(3)], plain);
		expect(numbersAgree(first)).toBe(false);
		const second = numbersBalance([acceptance(2), acceptance(4)], { ...plain, lastSerials: first.lastSerials });
		expect(second).toMatchObject({ issued: 2, saved: 2, missing: [] });
	});

	it('Z70 numbers of earlier days are told apart from the day’s own, and both are balanced', () => {
		const facts = [1, 2, 3, 4, 5].map((serial) => acceptance(serial));
		const balance = numbersBalance(facts, { ...plain, isOfDay: ({ seq }) => seq > 3 });
		expect(balance).toMatchObject({ issued: 5, earlier: 3, saved: 5 });
		expect(numbersAgree(balance)).toBe(true);
		const rows = numbersRows({ ...balance, range: null, annulled: [], reprints: 0 });
		expect(rows.slice(0, 2).map(({ value }) => value)).toEqual(['2', '3']);
		expect(JSON.stringify(rows)).toContain('2 + 3 = 5 = 5 + 0');
	});

	it('Z37 annulled acceptances, reprints and spoiled copies are counted', () => {
		const story = aStory();
		const accepted = story.accepted();
		const collected = story.collected(accepted);
		story.annulled(accepted);
		story.annulled(collected);
		story.add('printed', { document: 'receipt', copy: 1 });
		story.add('printed', { document: 'receipt', copy: 2 });
		story.add('printed', { document: 'packetLabel', copy: 2 });
		story.add('receiptSpoiled', { copy: 1 }, {}, { text: '' });
		const balance = numbersBalance(story.facts, { ...plain, isAcceptance: (id) => id === accepted });
		expect(balance).toMatchObject({ annulled: 1, reprinted: 1, spoiled: 1, handwritten: 0 });
	});

	it('Z37 a spoiled copy that no printed one followed was written by hand', () => {
		const story = aStory();
		story.add('printed', { document: 'receipt', copy: 1 });
		story.add('receiptSpoiled', { copy: 1 }, {}, { text: '' });
		expect(numbersBalance(story.facts, plain)).toMatchObject({ spoiled: 1, handwritten: 1 });
	});

	it('Z37 numbers of two devices are balanced each by itself', () => {
		const balance = numbersBalance([acceptance(5, 7), acceptance(90, 8)], plain);
		expect(balance).toMatchObject({ issued: 2, saved: 2, lastSerials: { 7: 5, 8: 90 } });
	});
});
