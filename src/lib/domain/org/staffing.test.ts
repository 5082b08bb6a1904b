import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recorder } from '#tests/support/recorded-fact.ts';
import { type DecideContext } from '../application/context.ts';
import { type Verdict } from '../application/refusal.ts';
import { type Fact, type FactDraft } from '../fact/fact.ts';
import { type FactId, type OrgId, type Role, type StaffId } from '../fact/ids.ts';
import { plainDate } from '../time/plain-date.ts';
import { absentOn, actingOn, areaOf, currentAndComing, foldStaffing, NO_STAFFING, rolesOn } from './staffing.ts';
import { type AppointCommand, appointActing, giveArea, noteAbsence, revokeStaffing } from './staffing-acts.ts';

const BODY = 'body-15' as OrgId;
const HEAD = 'chief' as StaffId;
const OLGA = 'olga' as StaffId;
const NUR = 'nur' as StaffId;
const MORNING = Date.UTC(2026, 10, 23, 4, 0);
const day = (number: number) => plainDate(`2026-11-${number}`);
const as = (role: Role, more: Partial<DecideContext> = {}): DecideContext => ({
	actor: HEAD,
	role,
	org: BODY,
	now: MORNING,
	newId: () => 'new' as FactId,
	...more
});

const recorded = recorder({ actor: HEAD, role: 'head', org: BODY });
const draftOf = (verdict: Verdict<FactDraft[]>): FactDraft => {
	if (!verdict.ok) throw new Error(verdict.code);
	return verdict.value[0]!;
};
const code = (verdict: Verdict<FactDraft[]>) => (verdict.ok ? 'allowed' : verdict.code);

const inPlace: AppointCommand = {
	staff: OLGA,
	role: 'head',
	insteadOf: HEAD,
	from: '2026-11-24',
	to: '2026-11-26',
	text: 'Бұйрық № 12'
};
const appointed = (id: string, more: Partial<Fact> = {}, command: Partial<AppointCommand> = {}) =>
	recorded(draftOf(appointActing(NO_STAFFING, { ...inPlace, ...command }, as('head'))), id, more);
const absence = { staff: NUR, from: '2026-11-23', to: '2026-11-25', text: 'Еңбек демалысы' };
const absent = (id: string, more: Partial<Fact> = {}) =>
	recorded(draftOf(noteAbsence(NO_STAFFING, absence, as('head'))), id, more);
const area = (id: string, services: string[], more: Partial<Fact> = {}) =>
	recorded(draftOf(giveArea({ staff: NUR, services, area: 'Абай ауданы' }, as('head'))), id, more);
const revoked = (id: string, ...what: string[]) =>
	recorded(
		{
			type: 'staffingRevoked',
			subject: { kind: 'org', org: BODY },
			body: { what: what as FactId[] },
			details: null
		},
		id
	);

describe('who stands in for whom', () => {
	it('O1 an appointment holds from its first day to its last, and is gone the day after', () => {
		const staffing = foldStaffing([appointed('a')], BODY);
		const deputy = { staff: OLGA, role: 'head', insteadOf: HEAD };
		expect([23, 24, 26, 27].map((date) => actingOn(staffing, day(date)))).toEqual([[], [deputy], [deputy], []]);
	});

	it('O1 whoever is appointed has that role beside their own, in these days only', () => {
		const staffing = foldStaffing([appointed('a')], BODY);
		const olga = { id: OLGA, roles: ['executor'] as Role[] };
		expect(rolesOn(olga, staffing, day(24))).toEqual(['executor', 'head']);
		expect(rolesOn(olga, staffing, day(27))).toEqual(['executor']);
		expect(rolesOn({ id: NUR, roles: ['executor'] }, staffing, day(24))).toEqual(['executor']);
	});

	it('O2 an absence holds in its days, both ends included', () => {
		const staffing = foldStaffing([absent('a')], BODY);
		expect([22, 23, 25, 26].map((date) => absentOn(staffing, day(date)).has(NUR))).toEqual([false, true, true, false]);
	});

	it('O3 of several words on an area the later holds; one that names nothing gives it back', () => {
		const [first, second] = [area('a', ['one'], { at: 10 }), area('b', ['two'], { at: 20 })];
		expect(areaOf(foldStaffing([second, first], BODY), NUR)?.services).toEqual(['two']);
		const nothing = recorded(draftOf(giveArea({ staff: NUR, services: [], area: ' ' }, as('head'))), 'c', { at: 30 });
		expect(areaOf(foldStaffing([nothing, first], BODY), NUR)).toBeNull();
	});

	it('O4 what is taken back does not count, whichever comes first', () => {
		const staffing = foldStaffing([revoked('r', 'a', 'b'), appointed('a'), absent('b'), appointed('c')], BODY);
		expect(staffing.appointments.map(({ fact }) => fact)).toEqual(['c']);
		expect(staffing.absences).toEqual([]);
	});

	it('O5 only a head’s or an administrator’s word counts, and only on their own org', () => {
		const byOneself = appointed('a', { role: 'executor', actor: OLGA });
		const foreign = appointed('b', { org: 'body-01' as OrgId });
		const ofAnother = appointed('c', { subject: { kind: 'org', org: 'body-01' as OrgId } });
		expect(foldStaffing([byOneself, foreign, ofAnother], BODY).appointments).toEqual([]);
	});

	it('O6 the same facts give the same staffing in whatever order and however often they come', () => {
		const facts = [
			appointed('a'),
			appointed('b', {}, { role: 'chancery', insteadOf: null }),
			absent('c'),
			area('d', ['one']),
			area('e', ['two']),
			revoked('r', 'c')
		];
		const staffing = foldStaffing(facts, BODY);
		fc.assert(
			fc.property(fc.shuffledSubarray([...facts, ...facts], { minLength: 12, maxLength: 12 }), (shuffled) => {
				expect(foldStaffing(shuffled, BODY)).toEqual(staffing);
			})
		);
	});

	it('O7 what is current or coming is told by its first day; what is over is left out', () => {
		const { appointments } = foldStaffing(
			[appointed('late', {}, { from: '2026-12-01', to: '2026-12-02' }), appointed('now')],
			BODY
		);
		expect(appointments.map(({ fact }) => fact)).toEqual(['now', 'late']);
		expect(currentAndComing(appointments, day(27)).map(({ fact }) => fact)).toEqual(['late']);
	});
});

describe('what may be said of staffing', () => {
	it('O8 by a head, a Center’s head and an administrator', () => {
		expect(code(appointActing(NO_STAFFING, inPlace, as('executor')))).toBe('noRight');
		expect(code(noteAbsence(NO_STAFFING, absence, as('chancery')))).toBe('noRight');
		expect(code(giveArea({ staff: NUR, services: [], area: '' }, as('executor')))).toBe('noRight');
		expect(code(appointActing(NO_STAFFING, inPlace, as('centerHead')))).toBe('allowed');
		expect(code(appointActing(NO_STAFFING, inPlace, as('admin')))).toBe('allowed');
	});

	it('O9 the first day is not after the last, and the last is not over', () => {
		const days = (from: string, to: string) => code(noteAbsence(NO_STAFFING, { ...absence, from, to }, as('head')));
		expect(days('2026-11-25', '2026-11-24')).toBe('periodWrong');
		expect(days('2026-11-20', '2026-11-22')).toBe('periodOver');
		expect(days('2026-11-20', '2026-11-23')).toBe('allowed');
		expect(days('', '2026-11-23')).toBe('dateMissing');
	});

	it('O10 nobody is appointed in their own place, and a deputy does not prolong themself', () => {
		expect(code(appointActing(NO_STAFFING, { ...inPlace, staff: null }, as('head')))).toBe('staffMissing');
		expect(code(appointActing(NO_STAFFING, { ...inPlace, staff: HEAD }, as('head')))).toBe('sameStaff');
		const deputy = as('head', { actor: OLGA, acting: true });
		expect(code(appointActing(NO_STAFFING, inPlace, deputy))).toBe('actingYourself');
		expect(code(appointActing(NO_STAFFING, { ...inPlace, staff: NUR }, deputy))).toBe('allowed');
	});

	it('O11 what overlaps is refused and named: the role’s deputy, the person’s days', () => {
		const staffing = foldStaffing([appointed('a'), absent('b')], BODY);
		expect(
			appointActing(staffing, { ...inPlace, staff: HEAD, insteadOf: null, from: '2026-11-26' }, as('head'))
		).toEqual({
			ok: false,
			code: 'overlapping',
			params: { person: OLGA, from: '2026-11-24', to: '2026-11-26' }
		});
		expect(code(appointActing(staffing, { ...inPlace, role: 'chancery' }, as('head')))).toBe('allowed');
		expect(appointActing(staffing, { ...inPlace, staff: NUR, role: 'chancery' }, as('head'))).toMatchObject({
			code: 'absentThen',
			params: { person: NUR }
		});
		expect(code(noteAbsence(staffing, { ...absence, from: '2026-11-25', to: '2026-11-30' }, as('head')))).toBe(
			'overlapping'
		);
	});

	it('O12 only what stands is taken back, once', () => {
		const staffing = foldStaffing([appointed('a'), absent('b'), revoked('r', 'b')], BODY);
		const ask = (what: string) => revokeStaffing(staffing, what as FactId, as('head'));
		expect(ask('a')).toMatchObject({ ok: true, value: [{ on: ['a'], body: { what: ['a'] } }] });
		expect(code(ask('b'))).toBe('alreadyAnnulled');
		expect(code(ask('x'))).toBe('unknownFact');
	});
});
