import { describe, expect, it } from 'vitest';
import { aJournal, type PlainJournal, plainOptions, type PlainStore } from '#tests/support/a-journal.ts';
import { applicationNo, BODY_ORG, CENTER_ORG, registration, stamp } from '#tests/support/fact-drafts.ts';
import { anotherVersion, regulationImport } from '#tests/support/law-facts.ts';
import { ninthService } from '#tests/support/ninth-service.ts';
import { PLAIN_STORES } from '#tests/support/plain-stores.ts';
import { type FactId } from '#lib/domain/fact/ids.ts';
import { type OfficeCommand } from '#lib/domain/org/decide-office.ts';
import { parseRegulation, type Regulation } from '#lib/domain/regulation/regulation.ts';
import { CLOCK_BACK_MS } from '#lib/domain/time/device-clock.ts';
import { plainDate } from '#lib/domain/time/plain-date.ts';
import { type ContextResponse, type OwnOrg } from '#lib/protocol/context-messages.ts';
import { type By } from './act.ts';
import { openJournal } from './device-journal.ts';

const MONDAY = Date.UTC(2026, 10, 23, 5);
const ADMIN: By = { stamp: stamp({ role: 'admin', at: MONDAY }) };
const HEAD: By = { stamp: stamp({ role: 'centerHead', at: MONDAY }) };

const name = { kk: 'Орталық', ru: 'Центр' };
const hours = { open: 540, close: 1080, lunch: null, weekdays: [1, 2, 3, 4, 5] } satisfies OwnOrg['hours'];
const CONTEXT: ContextResponse = {
	org: {
		...{ id: CENTER_ORG, kind: 'center', number: 4, name, shortName: name, address: '', phones: [] },
		...{ windows: ['1'], hours, slots: { collect: [], dispatch: [] } }
	},
	people: [],
	counterparts: [],
	serverTime: MONDAY
};

/** Two tabs of one browser: two journals opened on one store. */
async function twoTabs(store: () => PlainStore): Promise<[PlainJournal, PlainJournal]> {
	const opened = store();
	const { journal } = await aJournal(opened);
	return [journal, await openJournal(opened, plainOptions)];
}

const answersOf = (results: Awaited<ReturnType<PlainJournal['actInOffice']>>[]) =>
	results.map((result) => (result.ok ? (result.answer.ok ? 'ok' : result.answer.code) : result.reason));
const typesIn = (journal: PlainJournal) =>
	journal.read(async (reader) => {
		const { journal } = (await reader.meta('head'))!;
		return (await reader.ownAfterSeq(journal, 0, Infinity)).map(({ type }) => type);
	});

describe.each(PLAIN_STORES)('what binds an office, %s', (_, store) => {
	const dayOff: OfficeCommand = {
		kind: 'setDay',
		date: plainDate('2026-11-26'),
		choice: 'dayOff',
		reason: 'Бұйрық № 7',
		tell: [BODY_ORG]
	};
	const takenBack: OfficeCommand = { ...dayOff, choice: 'asInTheData', reason: '' };

	it('F74 of two tabs that set one day at the same moment, one does; another word on the day is a change', async () => {
		const [tab, other] = await twoTabs(store);
		const both = await Promise.all([tab.actInOffice(dayOff, ADMIN), other.actInOffice(dayOff, ADMIN)]);
		expect(answersOf(both).sort()).toEqual(['dayUnchanged', 'ok']);
		const changed = { ...dayOff, reason: 'Бұйрық № 8' };
		expect(answersOf([await other.actInOffice(changed, HEAD)])).toEqual(['ok']);
		expect(await typesIn(tab)).toEqual(['calendarChanged', 'calendarChanged']);
	});

	it('F74 of two tabs that take one day back, one does; a day that nobody set is not taken back', async () => {
		const [tab, other] = await twoTabs(store);
		expect(answersOf([await tab.actInOffice(takenBack, ADMIN)])).toEqual(['dayUnchanged']);
		await tab.actInOffice(dayOff, ADMIN);
		const both = await Promise.all([tab.actInOffice(takenBack, ADMIN), other.actInOffice(takenBack, ADMIN)]);
		expect(answersOf(both).sort()).toEqual(['dayUnchanged', 'ok']);
		expect(await typesIn(tab)).toHaveLength(2);
	});

	const version = (number: number, change?: Parameters<typeof anotherVersion>[1]): OfficeCommand => ({
		kind: 'importRegulation',
		regulation: parseRegulation(JSON.parse(anotherVersion(number, change))),
		tell: [BODY_ORG]
	});

	it('F75 of two tabs that import one version, one does and the other reads that it is imported already', async () => {
		const [tab, other] = await twoTabs(store);
		const both = await Promise.all([tab.actInOffice(version(2), ADMIN), other.actInOffice(version(2), ADMIN)]);
		expect(answersOf(both).sort()).toEqual(['ok', 'versionKnown']);
		expect(answersOf([await other.actInOffice(version(4), ADMIN)])).toEqual(['regulationUnfit']);
		// An administrator elsewhere, with an older program, has left a number out.
		await tab.append(() => [regulationImport(anotherVersion(5), 5)], stamp({ role: 'admin', at: MONDAY }));
		expect(answersOf([await other.actInOffice(version(3), ADMIN)])).toEqual(['versionOld']);
		expect(await typesIn(tab)).toEqual(['regulationImported', 'regulationImported']);
	});

	it('G86 of two tabs that import one new service, or two services with one number, one does', async () => {
		const service = (own: Partial<Regulation> = {}): OfficeCommand => ({
			kind: 'importRegulation',
			regulation: ninthService({ validFrom: plainDate('2026-11-23'), ...own }),
			tell: [BODY_ORG]
		});
		const other = service({ id: 'other-aid', workingName: { kk: 'Тағы бір көмек', ru: 'Ещё одна помощь' } });
		for (const [second, refusal] of [
			[service(), 'versionKnown'],
			[other, 'regulationUnfit']
		] as const) {
			const [tab, tab2] = await twoTabs(store);
			const both = await Promise.all([tab.actInOffice(service(), ADMIN), tab2.actInOffice(second, ADMIN)]);
			expect(answersOf(both)).toEqual(['ok', refusal]);
		}
	});

	it('F75 is checked again where it is recorded, and is an administrator’s only', async () => {
		const [tab] = await twoTabs(store);
		const unfit = version(2, (data) => (data.table1.actions[0]!.next = 99));
		expect(answersOf([await tab.actInOffice(unfit, ADMIN), await tab.actInOffice(version(2), HEAD)])).toEqual([
			'regulationUnfit',
			'noRight'
		]);
		expect(await typesIn(tab)).toEqual([]);
	});

	it('I160 a device that has heard of the authority’s administrators records a version by them alone', async () => {
		const [tab, other] = await twoTabs(store);
		await tab.keep('context', { ...CONTEXT, hasAuthority: true });
		const byAuthority: By = { stamp: stamp({ role: 'authorityAdmin', at: MONDAY }) };
		expect(await other.actInOffice(version(2), ADMIN)).toMatchObject({
			answer: { ok: false, code: 'noRight', params: { role: 'authorityAdmin' } }
		});
		expect(answersOf([await tab.actInOffice(version(2), byAuthority)])).toEqual(['ok']);
		expect(await typesIn(tab)).toEqual(['regulationImported']);
	});

	it('F75 under the id of its draft it is recorded once, and again it is the same answer', async () => {
		const [tab, other] = await twoTabs(store);
		const id = 'of-the-draft' as FactId;
		const first = await tab.actInOffice(version(2), ADMIN, id);
		const second = await other.actInOffice(version(2), ADMIN, id);
		expect(answersOf([first, second])).toEqual(['ok', 'ok']);
		expect(second).toMatchObject({ answer: { facts: [{ id, type: 'regulationImported' }] } });
		expect(await typesIn(tab)).toEqual(['regulationImported']);
	});

	it('F76 of two heads who let the intake go on at one moment, one does', async () => {
		const [tab, other] = await twoTabs(store);
		const later = stamp({ at: MONDAY + CLOCK_BACK_MS + 1000 });
		await tab.append(() => [registration(applicationNo(1))], later);
		const both = await Promise.all([
			tab.actInOffice({ kind: 'allowIntake' }, HEAD),
			other.actInOffice({ kind: 'allowIntake' }, HEAD)
		]);
		expect(answersOf(both).sort()).toEqual(['clockReleased', 'ok']);
		expect(await typesIn(tab)).toEqual(['registered', 'clockChecked']);
	});

	it('F77 a label for a number that nobody knows is recorded, once under its id; another act on it is refused', async () => {
		const [tab, other] = await twoTabs(store);
		const number = applicationNo(9);
		const label = {
			number,
			command: { kind: 'relabel', paper: 'packet', reason: 'unreadable' },
			id: 'label' as FactId
		} as const;
		const by: By = { stamp: stamp({ role: 'accumulationInspector' }) };
		const both = await Promise.all([tab.act([label], by), other.act([label], by)]);
		expect(both).toMatchObject([
			{ ok: true, answers: [{ ok: true, facts: [{ id: 'label', type: 'labelled', applications: [number] }] }] },
			{ ok: true, answers: [{ ok: true, facts: [{ id: 'label' }] }] }
		]);
		const lose = { number: applicationNo(10), command: { kind: 'lose', paper: 'packet', text: 'Жоқ' } } as const;
		expect(await tab.act([lose], by)).toMatchObject({ answers: [{ ok: false, code: 'unknownApplication' }] });
		expect(await typesIn(tab)).toEqual(['labelled']);
	});
});
