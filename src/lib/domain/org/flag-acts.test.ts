import { describe, expect, it } from 'vitest';
import { BODY, CENTER, MORNING } from '#tests/support/a-story.ts';
import { aSettlement, aVerdict } from '#tests/support/a-verdict.ts';
import { recorder } from '#tests/support/recorded-fact.ts';
import { type DecideContext } from '../application/context.ts';
import { type Fact } from '../fact/fact.ts';
import { type FactId, type OrgId, type StaffId } from '../fact/ids.ts';
import { plainDate } from '../time/plain-date.ts';
import { ALMATY } from '../time/zone.ts';
import { closingsOf } from './day-closing-cover.ts';
import { officeFlagsOf, settleOfficeFlag } from './flag-acts.ts';
import { actingOn, foldStaffing } from './staffing.ts';
import { foldTray } from './tray.ts';

const record = recorder({ actor: 'staff-1' as StaffId, role: 'head', org: BODY });
const subject = { kind: 'org', org: BODY } as const;
const days = { from: '2026-11-23', to: '2026-11-27' };
const appointment = record(
	{
		type: 'actingAppointed',
		subject,
		body: { staff: 'olga' as StaffId, role: 'head', insteadOf: null, ...days },
		details: null
	},
	'appoints'
);
const closing = record(
	{ type: 'dayClosed', subject, body: { date: '2026-11-23', covers: [] }, details: null },
	'closes',
	{ at: MORNING }
);
const aside = record(
	{ type: 'setAside', subject, body: { why: 'other', org: BODY }, details: { text: 'хат' } },
	'aside'
);
const taken = record(
	{ type: 'discrepancySettled', subject, on: [aside.id], body: { way: 'found' }, details: { text: 'табылды' } },
	'takes'
);
const head: DecideContext = {
	actor: 'head-1' as StaffId,
	role: 'head',
	org: BODY,
	now: MORNING,
	newId: () => 'x' as FactId
};

/** What each of them does: with nothing against it, flagged, confirmed, left out. */
function effects(fact: Fact, does: (facts: readonly Fact[]) => boolean, others: readonly Fact[] = []): boolean[] {
	const all = [...others, fact];
	const verdict = aVerdict(fact);
	return [
		does(all),
		does([verdict, ...all]),
		does([...all, aSettlement(fact, { counts: true }), verdict]),
		does([aSettlement(fact, { counts: false }), verdict, ...all])
	];
}

describe('what an office did without a right', () => {
	it('S220 a flagged appointment gives nobody a role, a flagged closing closes nothing, a flagged word takes nothing away', () => {
		const acts = (facts: readonly Fact[]) => actingOn(foldStaffing(facts, BODY), plainDate('2026-11-24')).length === 1;
		const closes = (facts: readonly Fact[]) =>
			closingsOf(facts, 'dayClosed', { org: BODY }, { zone: ALMATY }).length === 1;
		const takes = (facts: readonly Fact[]) => foldTray(facts, BODY).waiting.length === 0;
		const expected = [true, false, true, false];
		expect(effects(appointment, acts)).toEqual(expected);
		expect(effects(closing, closes)).toEqual(expected);
		expect(effects(taken, takes, [aside])).toEqual(expected);
	});

	it('S221 what lay aside lies there whoever put it there, and is shown to the head', () => {
		const facts = [aside, aVerdict(aside)];
		expect(foldTray(facts, BODY).waiting).toHaveLength(1);
		expect(officeFlagsOf(facts, BODY)).toMatchObject([{ fact: { id: 'aside' }, flag: { settled: null } }]);
		expect(officeFlagsOf(facts, CENTER)).toEqual([]);
	});

	it('S226 its head says whether it counts, to all who were told of it, with a reason and once', () => {
		const flags = officeFlagsOf([appointment, aVerdict(appointment), aside, aVerdict(aside)], BODY);
		const ask = (more: object, context = head, all = flags) => {
			const answer = settleOfficeFlag(
				all,
				{ fact: appointment.id, counts: false, text: 'Бұйрық жоқ', ...more },
				context
			);
			return answer.ok ? answer.value : answer.code;
		};
		expect(ask({})).toMatchObject([
			{ type: 'flagSettled', subject, on: ['appoints'], body: { counts: false, what: 'actingAppointed', tell: [BODY] } }
		]);
		expect(ask({ text: '' })).toBe('reasonMissing');
		expect(ask({ fact: 'other' })).toBe('unknownFact');
		expect(ask({ fact: aside.id })).toBe('notAllowedNow');
		expect(ask({}, { ...head, role: 'chancery' })).toBe('noRight');
		const settled = [appointment, aVerdict(appointment), aSettlement(appointment, { counts: true })];
		expect(ask({}, head, officeFlagsOf(settled, BODY))).toBe('alreadyDone');
	});

	it('I157 the authority settles what the server told it of another org; nobody else does, and not without a reason', () => {
		const told = {
			fact: closing,
			flag: { reasons: ['noRight' as const], by: 'v' as FactId, at: MORNING, settled: null }
		};
		const asked = { fact: closing.id, counts: true, text: 'растады', told };
		const authority: DecideContext = { ...head, role: 'authorityAdmin', org: 'authority-01' as OrgId };
		expect(settleOfficeFlag([], asked, authority)).toMatchObject({
			ok: true,
			value: [{ type: 'flagSettled', subject, on: [closing.id], body: { counts: true, tell: [BODY] } }]
		});
		expect(settleOfficeFlag([], { ...asked, text: ' ' }, authority)).toMatchObject({ code: 'reasonMissing' });
		expect(settleOfficeFlag([], asked, head)).toMatchObject({ code: 'unknownFact' });
		expect(settleOfficeFlag([], { ...asked, fact: appointment.id }, authority)).toMatchObject({ code: 'unknownFact' });
	});
});
