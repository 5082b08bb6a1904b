import { describe, expect, it } from 'vitest';
import { makePaperNumber } from '#lib/domain/number/paper-number.ts';
import { diagnose } from './diagnose.ts';
import { type FieldKind } from './field-kind.ts';
import { keysOf } from './testing/scanner-keys.ts';
import { type Press } from './testing/wedge-page.ts';
import { WEDGE_DEFAULTS } from './wedge.ts';

const SAMPLE = makePaperNumber(8, 700, 1, 0);
const NUMBER = makePaperNumber(1, 700, 427, 314);
const WRONG = NUMBER.slice(0, -1) + ((Number(NUMBER.at(-1)) + 1) % 10);
const ENTER: Press = { code: 'Enter', key: 'Enter' };
const CTRL: Press = { code: 'ControlLeft', key: 'Control', ctrl: true };
const CTRL_J: Press[] = [CTRL, { code: 'KeyJ', key: 'j', ctrl: true }];

/** Presses keys `gapMs` apart, and says what they were. */
function of(presses: readonly Press[], { gapMs = 5, where = 'nowhere' as FieldKind, options = WEDGE_DEFAULTS } = {}) {
	const keys = presses.map(({ code = '', key = '', shift, ctrl, alt }, at) => ({
		...{ code, key, shift: shift === true, ctrl: ctrl === true, alt: alt === true },
		...{ timeMs: 1000 + at * gapMs, repeat: false, isComposing: false }
	}));
	const found = diagnose(keys, where, options, SAMPLE);
	if (!found) throw new Error('Nothing came');
	return { ...found, kinds: found.advice.map(({ kind }) => kind) };
}

describe('what a scanner sent', () => {
	it('X39 is told key by key: place, sign, gap, what was held, what it was taken for', () => {
		const { keys, kinds, read } = of([...keysOf('TR'), ...keysOf(NUMBER), ...CTRL_J], { gapMs: 7 });
		expect(keys[1]).toEqual({ place: 'KeyT', sign: 'T', gapMs: 7, held: ['Shift'], meaning: 'character' });
		expect(keys[4]).toEqual({ place: 'Digit1', sign: '1', gapMs: 7, held: [], meaning: 'character' });
		expect(keys.at(-1)).toMatchObject({ place: 'KeyJ', held: ['Ctrl'], meaning: 'end' });
		expect([read.kind, kinds]).toEqual(['scan', ['prefix', 'endKey']]);
	});

	it('X39 needs no advice of a scanner that is set well', () => {
		const { advice, learn, read } = of([...keysOf(NUMBER), ENTER]);
		expect([advice, learn, read]).toMatchObject([[], {}, { kind: 'scan', text: NUMBER }]);
	});

	it.each([
		{ what: 'nothing at the end', sent: keysOf(NUMBER), advice: ['noEnd'] },
		{ what: 'Ctrl+J', sent: [...keysOf(NUMBER), ...CTRL_J], advice: ['endKey'] },
		{ what: 'Enter and Ctrl+J', sent: [...keysOf(NUMBER), ENTER, ...CTRL_J], advice: ['twoEnds'] },
		{ what: 'F2', sent: [...keysOf(NUMBER), { code: 'F2', key: 'F2' }], advice: ['endKey'] },
		{ what: 'an asterisk before', sent: [...keysOf(`*${NUMBER}`), ENTER], advice: ['prefix'] },
		{ what: 'a dollar behind', sent: [...keysOf(`${NUMBER}$`), ENTER], advice: ['suffix'] },
		{ what: 'a German QR', sent: [...keysOf(`TRZ1:${NUMBER}:3`, 'german'), ENTER], advice: ['layout'] },
		{
			what: 'a held Shift',
			sent: [...keysOf(NUMBER).map((key) => ({ ...key, shift: true })), ENTER],
			advice: ['shiftHeld']
		},
		{
			what: 'keys without a place',
			sent: [...[...NUMBER].map((key) => ({ key })), { key: 'Enter' }],
			advice: ['noPlace']
		},
		{
			what: 'no Num Lock',
			sent: [...[...NUMBER].map((digit) => ({ code: `Numpad${digit}`, key: 'End' })), ENTER],
			advice: ['numLock']
		},
		{
			what: 'both codes',
			sent: [...keysOf(NUMBER), ENTER, ...keysOf(`TRZ1:${NUMBER}:3`), ENTER],
			advice: ['bothCodes']
		},
		{ what: 'wrong digits', sent: [...keysOf(WRONG), ENTER], advice: ['damaged'] },
		{ what: 'a cut number', sent: [...keysOf(NUMBER.slice(2)), ENTER], advice: ['cut'] },
		{ what: 'two digits too many', sent: [...keysOf(`12${NUMBER}`), ENTER], advice: ['long'] },
		{ what: 'another code', sent: [...keysOf('https://a.kz'), ENTER], advice: ['foreign'] }
	])('X39 of $what names what mends it', ({ sent, advice }) => {
		expect(of(sent).kinds).toEqual(advice);
	});

	it('X39 of digits typed with Alt names the setting', () => {
		const sent = [...NUMBER].flatMap((sign) => [
			{ code: 'AltLeft', key: 'Alt', alt: true },
			...[...`0${sign.charCodeAt(0)}`].map((digit) => ({ code: `Numpad${digit}`, key: digit, alt: true }))
		]);
		expect(of([...sent, ENTER])).toMatchObject({ read: { text: NUMBER }, kinds: ['altCodes'] });
	});
});

describe('what this device learns of its scanner', () => {
	it.each([60, 90, 125])('X37 a gap of %i ms, with a reserve', (gapMs) => {
		const { learn, kinds } = of([...keysOf(NUMBER), ENTER], { gapMs });
		expect([learn, kinds]).toEqual([{ gapMs: gapMs + 20 }, ['gapLearned']]);
	});

	it('X37 up to 150 ms, and no slower', () => {
		expect(of([...keysOf(NUMBER), ENTER], { gapMs: 150 }).learn).toEqual({ gapMs: 150 });
		const slow = of([...keysOf(NUMBER), ENTER], { gapMs: 180 });
		expect([slow.learn, slow.kinds, slow.slowestGapMs]).toEqual([{}, ['tooSlow'], 180]);
	});

	it('X37 nothing of wrong digits, of what it knows, and of typing into a field of numbers', () => {
		expect(of([...keysOf(WRONG), ENTER], { gapMs: 90 }).learn).toEqual({});
		expect(of([...keysOf(NUMBER), ENTER], { gapMs: 90, options: { gapMs: 110, prefix: '' } }).learn).toEqual({});
		expect(of([...keysOf(NUMBER), ENTER], { gapMs: 90, where: 'ours' }).learn).toEqual({});
	});

	it('X37 digits before and behind the number that the screen shows, and the name of an odd end', () => {
		expect(of([...keysOf(`99${SAMPLE}77`), ENTER]).learn).toEqual({ prefix: '99', suffix: '77' });
		expect(of([...keysOf(`99TRZ1:${SAMPLE}`), ENTER]).learn).toEqual({ prefix: '99' });
		expect(of([...keysOf(`*${NUMBER}#`), ENTER]).learn).toEqual({ prefix: '*', suffix: '#' });
		expect(of([...keysOf(NUMBER), { code: 'Escape', key: 'Escape' }]).learn).toEqual({ suffix: 'Escape' });
	});
});
