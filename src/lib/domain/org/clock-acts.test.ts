import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type DecideContext } from '../application/context.ts';
import { legalTimeOf } from '../application/legal-time.ts';
import { factForms } from '../fact/fact.ts';
import { type FactId, type JournalId, type OrgId, type StaffId } from '../fact/ids.ts';
import { allowIntake } from './clock-acts.ts';

const NOON = Date.UTC(2026, 10, 23, 7);
const LATEST = NOON + 3 * 86_400_000;
const last = { journal: 'J' as JournalId, seq: 9 };
const context: DecideContext = {
	actor: 'chief' as StaffId,
	role: 'centerHead',
	org: 'center-04' as OrgId,
	now: NOON,
	newId: () => 'new' as FactId
};

describe('a head’s word on a clock that is behind', () => {
	it('D52 is a fact of the org with what the clock showed and the latest the device had written', () => {
		const verdict = allowIntake({ last, latest: LATEST, offsetMs: 1000 }, context);
		if (!verdict.ok) throw new Error(verdict.code);
		expect(verdict.value).toMatchObject([
			{
				type: 'clockChecked',
				subject: { kind: 'org', org: 'center-04' },
				body: { checkedAt: NOON + 1000, allowed: { shown: NOON, latest: LATEST } }
			}
		]);
		expect(v.is(factForms.clockChecked.body, verdict.value[0]!.body)).toBe(true);
	});

	it('D52 moves the time of nothing, whatever its place', () => {
		const verdict = allowIntake({ last, latest: LATEST, offsetMs: 1000 }, context);
		if (!verdict.ok || verdict.value[0]?.type !== 'clockChecked') throw new Error('not allowed');
		const check = verdict.value[0].body;
		for (const seq of [8, 9, 10, 11]) {
			const fact = { at: NOON, clock: { offsetMs: 7, ageMs: 0 }, journal: last.journal, seq };
			expect(legalTimeOf(fact, [check])).toBe(NOON + 7);
		}
	});

	it('F76 is asked for only where the clock stops the intake', () => {
		for (const latest of [null, NOON, NOON + 86_400_000])
			expect(allowIntake({ last, latest, offsetMs: 0 }, context)).toMatchObject({ ok: false, code: 'clockReleased' });
	});

	it('D52 is a head’s only', () => {
		const of = (role: DecideContext['role']) =>
			allowIntake({ last, latest: LATEST, offsetMs: 0 }, { ...context, role }).ok;
		expect([of('head'), of('centerInspector'), of('chancery'), of('admin')]).toEqual([true, false, false, false]);
	});
});
