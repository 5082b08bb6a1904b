import { describe, expect, it } from 'vitest';
import { aDayClosing } from '#tests/support/a-day-closing.ts';
import { aJournal, type PlainJournal, plainOptions, type PlainStore, wire } from '#tests/support/a-journal.ts';
import { applicationNo, BODY_ORG, registration, stamp } from '#tests/support/fact-drafts.ts';
import { DAY, MONDAY, written } from '#tests/support/law-facts.ts';
import { PLAIN_STORES } from '#tests/support/plain-stores.ts';
import { type FactId } from '#lib/domain/fact/ids.ts';
import { type OfficeCommand } from '#lib/domain/org/decide-office.ts';
import { type DayClosing } from '#lib/domain/org/day-closing.ts';
import { type ClosingMark } from '#lib/domain/org/day-closing-mark.ts';
import { type By } from './act.ts';
import { openJournal } from './device-journal.ts';

const EVENING = MONDAY + DAY / 3;
const HEAD: By = { stamp: stamp({ role: 'centerHead', at: EVENING }) };
const INSPECTOR: By = { stamp: stamp({ at: EVENING }) };
const HERE = registration(applicationNo(1));

/** Two tabs of one browser at a Center, whose device and another one have each recorded something on Monday. */
async function twoTabs(store: () => PlainStore): Promise<[PlainJournal, PlainJournal]> {
	const opened = store();
	const { journal } = await aJournal(opened);
	await journal.append(() => [HERE], stamp({ at: MONDAY }));
	await journal.receive(wire(window2(1)));
	return [journal, await openJournal(opened, plainOptions)];
}

/** What the device at window 2 has recorded up to now. */
const window2 = (count: number, at = MONDAY) =>
	written(
		Array.from({ length: count }, (_, index) => ({
			draft: { ...registration(applicationNo(100 + index)), id: `w2-${index}` as FactId },
			at: index === count - 1 ? at : MONDAY
		})),
		'window-2'
	);

/** The place up to which both journals are read now. */
const markOf = (journal: PlainJournal): Promise<ClosingMark> =>
	journal.read(async (reader) => {
		const known = await reader.journals();
		const last = async (journal: (typeof known)[number]) => (await reader.afterSeq(journal, 0, Infinity)).at(-1)!.seq;
		const read = await Promise.all(known.map(async (journal) => ({ journal, seq: await last(journal) })));
		const closings = await reader.ofTypes(['dayClosed', 'shiftHandedOver']);
		return { known, read, closings: closings.map(({ id }) => id) };
	});

const closeOf = (mark: ClosingMark, more: Partial<DayClosing> = {}): OfficeCommand => ({
	kind: 'closeDay',
	closing: aDayClosing(more),
	mark,
	words: { text: '', keptAt: '' }
});
const codeOf = (result: Awaited<ReturnType<PlainJournal['actInOffice']>>) =>
	result.ok ? (result.answer.ok ? 'ok' : result.answer.code) : result.reason;
const closingsIn = async (journal: PlainJournal) =>
	(await journal.read((reader) => reader.ofTypes(['dayClosed', 'shiftHandedOver']))).length;

describe.each(PLAIN_STORES)('a closing, %s', (_, store) => {
	it('F78 of two tabs that close one day at the same moment, one does; the other reads the day again', async () => {
		const [tab, other] = await twoTabs(store);
		const mark = await markOf(tab);
		const both = await Promise.all([tab, other].map((each) => each.actInOffice(closeOf(mark), HEAD)));
		expect(both.map(codeOf).sort()).toEqual(['dayChanged', 'ok']);
		expect(await closingsIn(tab)).toBe(1);
	});

	it.each<[string, (journal: PlainJournal) => Promise<unknown>]>([
		['recorded here', (journal) => journal.append(() => [registration(applicationNo(2))], stamp({ at: EVENING }))],
		['received of a device that was read', (journal) => journal.receive(wire(window2(2)))],
		[
			'received of a device that was not known',
			(journal) =>
				journal.receive(wire(written([{ draft: registration(applicationNo(3)), at: MONDAY - DAY }], 'window-3')))
		]
	])('F78 that was read before something of its day was %s is not recorded', async (__, comesIn) => {
		const [tab] = await twoTabs(store);
		const mark = await markOf(tab);
		await comesIn(tab);
		expect(codeOf(await tab.actInOffice(closeOf(mark), HEAD))).toBe('dayChanged');
		expect(await closingsIn(tab)).toBe(0);
		expect(codeOf(await tab.actInOffice(closeOf(await markOf(tab)), HEAD)), 'read again').toBe('ok');
	});

	it('F78 is not held up by what belongs to a later day or to another org', async () => {
		const [tab] = await twoTabs(store);
		const mark = await markOf(tab);
		await tab.receive(wire(window2(2, MONDAY + DAY)));
		await tab.receive(wire(written([{ draft: registration(applicationNo(4)), at: MONDAY, org: BODY_ORG }], 'office')));
		expect(codeOf(await tab.actInOffice(closeOf(mark), HEAD))).toBe('ok');
	});

	it('F78 of a shift is judged by what its own device recorded, of whatever tab', async () => {
		const [tab, other] = await twoTabs(store);
		const { journal } = (await tab.state()).head;
		const ownMark = async (): Promise<ClosingMark> => {
			const mark = await markOf(tab);
			return { ...mark, known: [journal], read: mark.read.filter((each) => each.journal === journal) };
		};
		const shift = { kind: 'shiftHandedOver' } as const;
		const mark = await ownMark();
		await tab.receive(wire(window2(2)));
		const both = await Promise.all(
			[tab, other].map((each) => each.actInOffice(closeOf(mark, shift), INSPECTOR).then(codeOf))
		);
		expect(both.sort()).toEqual(['dayChanged', 'ok']);
		await tab.append(() => [registration(applicationNo(5))], stamp({ at: EVENING }));
		expect(codeOf(await tab.actInOffice(closeOf(await ownMark(), { ...shift, records: 1 }), INSPECTOR))).toBe('ok');
		expect(await closingsIn(tab)).toBe(2);
	});

	it('F78 that has nothing new, or does not add up without a word, or is nobody’s to make, writes nothing', async () => {
		const [tab] = await twoTabs(store);
		const mark = await markOf(tab);
		const codes = await Promise.all([
			tab.actInOffice(closeOf(mark), INSPECTOR),
			tab.actInOffice(closeOf(mark, { unexplained: 2 }), HEAD),
			tab.actInOffice(
				closeOf(mark, { records: 0, before: { date: '2026-11-23' } as unknown as DayClosing['before'] }),
				HEAD
			),
			tab.actInOffice(closeOf(mark, { packets: { ...aDayClosing().packets, moved: 1 } }), HEAD)
		]);
		expect(codes.map(codeOf)).toEqual(['noRight', 'dayOpen', 'nothingToClose', 'balanceUneven']);
		expect(await closingsIn(tab)).toBe(0);
	});
});
