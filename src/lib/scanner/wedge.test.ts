import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makePaperNumber } from '#lib/domain/number/paper-number.ts';
import {
	WEDGE_DEFAULTS,
	type WedgeOptions,
	type WedgeOutcome,
	type WedgeState,
	endBySilence,
	pressKey
} from './wedge.ts';
import type { WedgeKey } from './wedge-keys.ts';
import { keysOf } from './testing/scanner-keys.ts';

const NUMBER = makePaperNumber(1, 700, 427, 314);
const WRONG = NUMBER.slice(0, -1) + ((Number(NUMBER.at(-1)) + 1) % 10);
const BLUETOOTH: WedgeOptions = { gapMs: 150, prefix: '' };
const SCAN = { kind: 'scan', text: NUMBER, number: NUMBER, swallow: true, restore: true };

type Press = Partial<WedgeKey> & { code: string };

/** Presses keys one after another, `gapMs` apart, then lets silence fall; gives all outcomes. */
function outcomes(presses: readonly Press[], gapMs: number, options = WEDGE_DEFAULTS): WedgeOutcome[] {
	const found: (WedgeOutcome | null)[] = [];
	let state: WedgeState = null;
	let timeMs = 0;
	for (const press of presses) {
		const key: WedgeKey = { shift: false, repeat: false, isComposing: false, timeMs, ...press };
		const pressed = pressKey(state, key, options);
		state = pressed.state;
		found.push(pressed.outcome);
		timeMs = key.timeMs + gapMs;
	}
	found.push(endBySilence(state, options).outcome);
	return found.filter((outcome) => outcome !== null);
}

describe('the keyboard wedge', () => {
	it('X9 reads the digits of a scanner by the place of the keys', () => {
		expect(outcomes([...keysOf(NUMBER), { code: 'Enter' }], 10)).toEqual([SCAN]);
	});

	it('X9 reads the digits of the number pad, and its Enter', () => {
		const pad = [...NUMBER].map((digit) => ({ code: `Numpad${digit}` }));
		expect(outcomes([...pad, { code: 'NumpadEnter' }], 10)).toEqual([SCAN]);
	});

	it('X9 reads a QR typed with Shift between the characters', () => {
		const text = `TRZ1:${NUMBER}:3:07-2026`;
		expect(outcomes([...keysOf(text), { code: 'Enter' }], 5)).toEqual([
			{ kind: 'scan', text, number: NUMBER, payload: '3:07-2026', swallow: true, restore: true }
		]);
	});

	it('X9 reads a QR whose case Caps Lock turned round', () => {
		const [first] = outcomes([...keysOf(`trz1:${NUMBER}`), { code: 'Enter' }], 5);
		expect(first).toMatchObject({ kind: 'scan', number: NUMBER });
	});

	it('X10 ends a scan at Tab, and the Tab does not move the focus', () => {
		expect(outcomes([...keysOf(NUMBER), { code: 'Tab' }], 10)).toEqual([SCAN]);
	});

	it('X10 ends a scan by silence, with no key to stop', () => {
		expect(outcomes(keysOf(NUMBER), 10)).toEqual([{ ...SCAN, swallow: false }]);
	});

	it('X10 leaves the Enter of a person who presses it after the silence', () => {
		const late = { code: 'Enter', timeMs: 15 * 10 + 101 };
		expect(outcomes([...keysOf(NUMBER), late], 10)).toEqual([{ ...SCAN, swallow: false }]);
	});

	it('X10 takes an Enter that comes after a rest, but before the silence', () => {
		const rested = { code: 'Enter', timeMs: 15 * 10 + 100 };
		expect(outcomes([...keysOf(NUMBER), rested], 10)).toEqual([SCAN]);
	});

	it('X10 reads two scans without an end between them', () => {
		const second = keysOf(NUMBER).map((key, at) => ({ ...key, timeMs: 1000 + at * 10 }));
		expect(outcomes([...keysOf(NUMBER), ...second, { code: 'Enter' }], 10)).toEqual([
			{ ...SCAN, swallow: false },
			SCAN
		]);
	});

	it('X10 leaves an Enter without a scan alone', () => {
		expect(outcomes([{ code: 'Enter' }, { code: 'Tab' }], 10)).toEqual([]);
	});

	it('X11 is not a person who types a number by hand', () => {
		expect(outcomes([...keysOf(NUMBER), { code: 'Enter' }], 51)).toEqual([]);
	});

	it('X11 reads gaps of 50 ms', () => {
		expect(outcomes([...keysOf(NUMBER), { code: 'Enter' }], 50)).toEqual([SCAN]);
	});

	it('X11 reads a slow scanner where 150 ms are allowed, and nothing slower', () => {
		expect(outcomes([...keysOf(NUMBER), { code: 'Enter' }], 150, BLUETOOTH)).toEqual([SCAN]);
		expect(outcomes([...keysOf(NUMBER), { code: 'Enter' }], 151, BLUETOOTH)).toEqual([]);
	});

	it('X11 leaves quick words of a person alone where 150 ms are allowed', () => {
		expect(outcomes([...keysOf('quickly typed'), { code: 'Enter' }], 90, BLUETOOTH)).toEqual([]);
	});

	it('X11 never takes what a person types with gaps over 50 ms', () => {
		const gaps = fc.array(fc.integer({ min: 51, max: 400 }), { minLength: 17, maxLength: 17 });
		fc.assert(
			fc.property(gaps, (all) => {
				let timeMs = 0;
				const keys = [...keysOf(NUMBER), { code: 'Enter' }].map((key, at) => ({
					...key,
					timeMs: (timeMs += all[at]!)
				}));
				expect(outcomes(keys, 0)).toEqual([]);
			})
		);
	});

	it('X12 ignores the repeats of a held key', () => {
		const keys = keysOf(NUMBER).flatMap((key) => [key, { ...key, repeat: true }]);
		expect(outcomes([...keys, { code: 'Enter' }], 10)).toEqual([SCAN]);
	});

	it('X12 ignores keys of a composition', () => {
		const composed = keysOf('123').map((key) => ({ ...key, isComposing: true }));
		expect(outcomes([...composed, ...keysOf(NUMBER), { code: 'Enter' }], 10)).toEqual([SCAN]);
		expect(
			outcomes(
				keysOf(NUMBER).map((key) => ({ ...key, isComposing: true })),
				10
			)
		).toEqual([]);
	});

	it('X13 tells a burst with wrong check digits as misread, and takes it out of the field', () => {
		expect(outcomes([...keysOf(WRONG), { code: 'Enter' }], 10)).toEqual([
			{ kind: 'misread', text: WRONG, reason: 'check', swallow: true, restore: true }
		]);
	});

	it('X13 tells a QR with a cut number as misread', () => {
		const text = `TRZ1:${NUMBER.slice(2)}`;
		expect(outcomes([...keysOf(text), { code: 'Enter' }], 10)).toMatchObject([{ kind: 'misread', reason: 'length' }]);
	});

	it('X13 leaves a wrong number in the field when a person may have typed it', () => {
		expect(outcomes([...keysOf(WRONG), { code: 'Enter' }], 120, BLUETOOTH)).toEqual([
			{ kind: 'misread', text: WRONG, reason: 'check', swallow: true, restore: false }
		]);
	});

	it('X13 tells another code as foreign: its Enter is stopped, its text and its Tab stay', () => {
		const foreign = { kind: 'foreign', text: '850101300123', restore: false };
		expect(outcomes([...keysOf('850101300123'), { code: 'Enter' }], 10)).toEqual([{ ...foreign, swallow: true }]);
		expect(outcomes([...keysOf('850101300123'), { code: 'Tab' }], 10)).toEqual([{ ...foreign, swallow: false }]);
	});

	it('X13 does not take two fingers falling together for a code', () => {
		expect(outcomes([...keysOf('12345'), { code: 'Enter' }], 10)).toEqual([]);
	});

	it('X13 forgets a burst that a key without a sign interrupts', () => {
		expect(outcomes([...keysOf(NUMBER), { code: 'Escape' }, { code: 'Enter' }], 10)).toEqual([]);
	});

	it.each([
		{ what: 'a symbology identifier', sent: `]C1${NUMBER}`, prefix: '' },
		{ what: 'a letter', sent: `q${NUMBER}`, prefix: '' },
		{ what: 'digits that the scanner is known to send', sent: `99${NUMBER}`, prefix: '99' }
	])('X14 drops $what before the digits', ({ sent, prefix }) => {
		expect(outcomes([...keysOf(sent), { code: 'Enter' }], 10, { gapMs: 50, prefix })).toEqual([SCAN]);
	});

	it('X14 drops what comes before a QR', () => {
		const [first] = outcomes([...keysOf(`]Q1TRZ1:${NUMBER}:3`), { code: 'Enter' }], 10);
		expect(first).toMatchObject({ kind: 'scan', text: `TRZ1:${NUMBER}:3`, payload: '3' });
	});

	it('X14 does not find a number in the end of a longer one', () => {
		expect(outcomes([...keysOf(`12${NUMBER}`), { code: 'Enter' }], 10)).toMatchObject([{ kind: 'foreign' }]);
	});
});
