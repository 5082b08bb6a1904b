import { describe, expect, it } from 'vitest';
import { LEFT, START, WENT } from '#lib/domain/documents/closing-words.ts';
import { type Fact } from '#lib/domain/fact/fact.ts';
import { type FactId, type JournalId, type StaffId } from '#lib/domain/fact/ids.ts';
import { checkedPapers, type DayClosing } from '#lib/domain/org/day-closing.ts';
import { recordedFlows } from '#lib/domain/org/day-closing-papers.ts';
import { plainDate } from '#lib/domain/time/plain-date.ts';
import { aStory, CENTER, MORNING } from '../../../../tests/support/a-story.ts';
import { closingPaper, type ClosingSurroundings } from './closing-paper.ts';
import { wentWays } from './closing-ways.ts';

const DAY = plainDate('2026-11-23');
const around: ClosingSurroundings = {
	office: { kk: 'Орталық', ru: 'Центр' },
	words: (key) => ({ kk: `kk ${key}`, ru: `ru ${key}` }),
	staff: (id) => id,
	responsible: { role: 'centerHead', name: 'Жүнісов Қ.Ө.' },
	closedAt: MORNING,
	said: { text: '', keptAt: '' },
	heads: {
		hashes: new Map([['journal-abcd' as JournalId, 'ab12'.repeat(16)]]),
		registry: { journal: 'registry-beef' as JournalId, seq: 341, hash: 'cd34'.repeat(16) }
	},
	run: { copy: 1, reprintReason: null, printedAt: { date: DAY, minutes: 1080 }, exampleData: false, training: false }
};
const closing = (more: Partial<DayClosing> = {}): DayClosing => ({
	kind: 'dayClosed',
	place: { kind: 'center', org: CENTER },
	date: DAY,
	covers: [{ journal: 'journal-abcd' as JournalId, from: 1, to: 9 }],
	records: 9,
	late: [],
	numbers: {
		issued: 12,
		earlier: 0,
		saved: 11,
		sent: 11,
		waiting: 0,
		annulled: 1,
		reprinted: 0,
		spoiled: 0,
		handwritten: 0,
		lastSerials: {},
		ranges: [{ device: 7, from: 1, to: 12 }],
		missing: []
	},
	packets: checkedPapers({ start: 5, came: { accepted: 11 }, went: { dispatched: 9, undone: 1 }, left: 6 }, 7),
	results: checkedPapers({ start: 0, came: {}, went: {}, left: 0 }, undefined),
	slots: [{ kind: 'collect', minutes: 630, madeAt: null, reason: 'курьер келмеді' }],
	parked: 1,
	elsewhere: [],
	acceptedBy: [],
	setAside: 0,
	unexplainedAside: 0,
	unexplained: 0,
	missing: [],
	before: null,
	...more
});
const textOf = (of: DayClosing, fresh: Fact[] = [], annulled: FactId[] = []) =>
	JSON.stringify(closingPaper({ closing: of, fresh, annulled: new Set(annulled), earlier: [] }, around));

describe('the closing sheet', () => {
	it('P71 prints the end of each covered journal and of the registry, to be compared with the server later', () => {
		const text = textOf(closing());
		expect(text).toContain('№ 1 – 9, ab12 ab12 ab12 ab12');
		expect(text).toContain('beef, № 341, cd34 cd34 cd34 cd34');
		const more = { journal: 'journal-bare' as JournalId, from: 1, to: 3 };
		const both = textOf(closing({ covers: [...closing().covers, more] }));
		expect(both).toContain('journal-abcd\\nab12 ab12 ab12 ab12');
		expect(both).toContain('journal-bare\\n—');
	});

	it('Z52 the sheet of an earlier closing has the recorded sums, and says nothing of what its record does not hold', () => {
		const packets = checkedPapers({ start: 5, came: recordedFlows({ accepted: 3 }, 11), went: {}, left: 16 }, 5);
		const again = JSON.stringify(
			closingPaper(
				{ closing: closing({ packets }), fresh: [], annulled: new Set(), earlier: [] },
				{ ...around, openUnknown: true, said: { text: 'Сейфте', keptAt: '' } }
			)
		);
		expect(again).toContain('5 + 11 = 16');
		expect(again).toContain('Келгені');
		expect(again).toContain('Сейфте (Жүнісов Қ.Ө.)');
		expect(again).not.toContain('Ашық қалғандар');
	});

	it('Z53 printed again it tells what was open and who was silent, and that it is a further copy', () => {
		const missing = [
			{ journal: 'silent-device' as JournalId, seq: 3, actor: 'staff-8' as StaffId, at: MORNING, window: null }
		];
		const run = { ...around.run, copy: 3, reprintReason: { kk: 'сұрау бойынша', ru: 'по запросу' } };
		const read = { closing: closing({ missing, parked: 4 }), fresh: [], annulled: new Set<FactId>(), earlier: [] };
		const text = JSON.stringify(closingPaper(read, { ...around, run, openUnknown: false }));
		for (const told of ['Ашық қалғандар', 'Әлі жазба келмеген құрылғылар', 'staff-8', '3-дана. Қайта басылған'])
			expect(text).toContain(told);
	});

	it('Z46 the sheet writes each balance out, with what records that came later changed as a line of its own', () => {
		const text = textOf(closing());
		expect(text).toContain('12 ≠ 11 = 11 + 0');
		expect(text).toContain('7 + 11 = 9 + 1 + 2 + 6');
		expect(text).toContain('Кейін келген жазбалар бойынша');
		expect(text).toContain('Жазбаның күші жойылды');
		expect(text).toContain('курьер келмеді');
	});

	it('Z72 each line of a closing is called the same on its sheet and on the screen', () => {
		const went = { recorded: 1, handedOutWithoutReceipt: 2, documentsReturned: 1, lost: 1 };
		const text = textOf(closing({ packets: checkedPapers({ start: 5, came: {}, went, left: 0 }, 5) }));
		for (const { way } of wentWays(went)) expect(text, way).toContain(WENT[way].ru);
		expect(text).toContain(START.center.kk);
		expect(text).toContain(LEFT.center.kk);
		expect(wentWays(went)).toContainEqual({ way: 'handedOut', count: 2 });
	});

	it('Z71 what is parked elsewhere stands with where, who and as of when, and in the sum where it is known', () => {
		const other = { journal: 'w1' as JournalId, window: '1', actor: 'staff-7' as StaffId, at: MORNING };
		const elsewhere = [
			{ ...other, parked: 4 },
			{ ...other, actor: 'staff-8' as StaffId, parked: null }
		];
		const text = textOf(closing({ elsewhere }));
		expect(text).toContain('"value":"5"');
		expect(text).toContain('staff-7: 4 (10:00)');
		expect(text).toContain('staff-8: kk closing.parkedUnknown (10:00)');
	});

	it('Z73 the sheet of a shift names everyone who accepted, with counts', () => {
		const place = { kind: 'window', org: CENTER, window: '2' } as const;
		const accepted = [
			{ actor: 'staff-5' as StaffId, count: 7 },
			{ actor: 'staff-6' as StaffId, count: 2 }
		];
		const text = textOf(closing({ kind: 'shiftHandedOver', place, acceptedBy: accepted }));
		expect(text).toContain('staff-5: 7; staff-6: 2');
		expect(textOf(closing({ acceptedBy: accepted })), 'a day is the office’s').not.toContain('staff-5: 7');
	});

	it('Z55 the numbers without a record that the screen names stand on it', () => {
		const { numbers } = closing();
		const text = textOf(closing({ numbers: { ...numbers, missing: [{ device: 7, serial: 4 }] } }));
		expect(text).toContain('Жазбасы келмеген нөмірлер');
		expect(text).toContain('"0004"');
	});

	it('Z46 explanations, annulled numbers and late records stand on it, with who and for which day', () => {
		const story = aStory();
		const accepted = story.accepted();
		story.annulled(accepted);
		story.add('discrepancySettled', { way: 'explained', anomaly: 'gap' }, { actor: 'staff-5' }, { text: 'ұмытылған' });
		const late = [{ date: plainDate('2026-11-20'), facts: [accepted] }];
		const text = textOf(closing({ late }), story.facts, [accepted]);
		expect(text).toContain('ұмытылған');
		expect(text).toContain('kk application.anomaly.gap');
		expect(text).toContain('kk application.annulReasons.mistake');
		expect(text).toContain('20.11.2026');
	});

	it('D52 a head’s word on a clock that was behind stands on it, with what the clock showed', () => {
		const story = aStory();
		const allowed = { shown: MORNING, latest: MORNING + 3 * 86_400_000 };
		const body = { journal: 'J' as JournalId, from: 2, to: 1, offsetMs: 0, checkedAt: MORNING };
		story.add('clockChecked', { ...body, allowed }, { actor: 'staff-5', subject: { kind: 'org', org: CENTER } });
		story.add('clockChecked', body, { actor: 'staff-6', subject: { kind: 'org', org: CENTER } });
		const text = textOf(closing(), story.facts);
		expect(text).toContain('kk accept.clockTitle');
		expect(text).toContain('kk closing.clockAllowed');
		expect(text).toContain('staff-5');
		expect(text).not.toContain('staff-6');
	});

	it('Z46 a window’s sheet tells of results only how many came, were handed out and are left', () => {
		const place = { kind: 'window', org: CENTER, window: '2' } as const;
		const results = checkedPapers({ start: 0, came: { resultsArrived: 14 }, went: { handedOut: 9 }, left: 5 }, 0);
		const text = textOf(closing({ kind: 'shiftHandedOver', place, results }));
		expect(text).toContain('Беруге түсті: 14. Берілді: 9. Қалды: 5');
		expect(text).toContain('Ауысымды жабу парағы');
	});
});
