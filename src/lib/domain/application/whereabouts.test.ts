import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aStory, BODY, CENTER, REGISTER } from '#tests/support/a-story.ts';
import { STATES } from '#tests/support/application-states.ts';
import { type OrgId, type StaffId } from '../fact/ids.ts';
import { counterKey, readCounterKey } from './counter-key.ts';
import { summaryOf } from './summary.ts';
import { isAt, orgAt, readWhereabouts, type Whereabouts, whereaboutsKey } from './whereabouts.ts';

const org = fc.constantFrom('center-04', 'body-15') as fc.Arbitrary<OrgId>;
const anywhere: fc.Arbitrary<Whereabouts> = fc.oneof(
	fc.record({ kind: fc.constant('window' as const), org, window: fc.string({ maxLength: 8 }) }),
	fc.record({ kind: fc.constant('executor' as const), org, staff: fc.uuid() as unknown as fc.Arbitrary<StaffId> }),
	fc.record({
		kind: fc.constantFrom('collection' as const, 'chancery' as const, 'head' as const, 'archive' as const),
		org
	}),
	fc.record({ kind: fc.constant('transit' as const), to: org, register: fc.constantFrom(null, '', REGISTER) }),
	fc.record({
		kind: fc.constant('unknown' as const),
		why: fc.constantFrom('missing' as const, 'lost' as const, 'neverSeen' as const)
	}),
	fc.constant({ kind: 'applicant' as const })
);

/** What rows and counters of every device hold: another text needs a new version of the projection. */
const KEYS: Record<string, readonly [packetAt: string, resultAt: string | null, counted: string]> = {
	numberOnly: [`chancery/${BODY}`, null, `numberOnly|chancery/${BODY}||`],
	accepted: [`window/${CENTER}/2`, null, `collected|window/${CENTER}/2||child-benefit-under-18`],
	collected: [`collection/${CENTER}`, null, `dispatched|collection/${CENTER}||child-benefit-under-18`],
	dispatched: [`transit/${BODY}/${REGISTER}`, null, `arrived|transit/${BODY}||child-benefit-under-18`],
	arrived: [`chancery/${BODY}`, null, `registered|chancery/${BODY}||child-benefit-under-18`],
	registered: [`head/${BODY}`, null, `assigned|head/${BODY}||child-benefit-under-18`],
	assigned: [`executor/${BODY}/staff-9`, null, `drafted|executor/${BODY}/staff-9||child-benefit-under-18`],
	drafted: [
		`executor/${BODY}/staff-9`,
		`head/${BODY}`,
		`signed|executor/${BODY}/staff-9|head/${BODY}|child-benefit-under-18`
	],
	recorded: [`archive/${BODY}`, `chancery/${BODY}`, `returned|archive/${BODY}|chancery/${BODY}|child-benefit-under-18`],
	returned: [
		`archive/${BODY}`,
		`transit/${CENTER}/${REGISTER}`,
		`resultsArrived|archive/${BODY}|transit/${CENTER}|child-benefit-under-18`
	],
	handedOut: [`archive/${BODY}`, 'applicant', `handedOut|archive/${BODY}|applicant|child-benefit-under-18`],
	packetLost: ['unknown/lost', null, 'registered|unknown/lost||child-benefit-under-18'],
	packetMissing: ['unknown/missing', null, 'arrived|unknown/missing||child-benefit-under-18']
};

describe('whereabouts', () => {
	it.each(Object.entries(KEYS))('D101 a row and a counter name them: %s', (state, expected) => {
		const { packetAt, resultAt, place } = summaryOf(STATES[state]!(), () => null);
		expect([packetAt, resultAt, place]).toEqual(expected);
	});

	it('D101 a text is read back as what it was made of, and stays one part of a counter’s key', () => {
		fc.assert(
			fc.property(anywhere, anywhere, (packet, result) => {
				expect(readWhereabouts(whereaboutsKey(packet))).toEqual(packet);
				const key = { step: 'signed', packet: whereaboutsKey(packet), result: whereaboutsKey(result), service: 'x' };
				expect(readCounterKey(counterKey(key))).toEqual(key);
			})
		);
	});

	it('D101 what is no text of theirs is nowhere', () => {
		for (const key of ['', 'somewhere/center-04', 'result']) expect(readWhereabouts(key)).toBeNull();
		expect([isAt(null, { kind: 'applicant' }), isAt('', { kind: 'applicant' }), orgAt(null)]).toEqual([
			false,
			false,
			null
		]);
	});

	it('D101 a pattern leaves out what may be anything', () => {
		const windows = [`window/${CENTER}/1`, `window/${CENTER}/12`, `window/${BODY}/1`];
		expect(windows.map((key) => isAt(key, { kind: 'window', org: CENTER }))).toEqual([true, true, false]);
		expect(windows.map((key) => isAt(key, { kind: 'window', org: CENTER, window: '1' }))).toEqual([true, false, false]);
		for (const key of [`transit/${BODY}`, `transit/${BODY}/${REGISTER}`])
			expect(isAt(key, { kind: 'transit', to: BODY })).toBe(true);
		expect(isAt('unknown/lost', { kind: 'unknown', why: 'missing' }, { kind: 'unknown', why: 'lost' })).toBe(true);
		expect([orgAt(`head/${BODY}`), orgAt(`transit/${CENTER}`), orgAt('applicant')]).toEqual([BODY, CENTER, null]);
	});

	it('D101 the window of a Center may be called as people like', () => {
		const story = aStory();
		story.accepted({ window: '2/1 | А' });
		const { packetAt, place } = summaryOf(story.fold(), () => null);
		expect(readWhereabouts(packetAt)).toEqual({ kind: 'window', org: CENTER, window: '2/1 | А' });
		expect(readCounterKey(place).packet).toBe(packetAt);
	});
});
