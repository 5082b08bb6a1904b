import { describe, expect, it } from 'vitest';
import { makePaperNumber } from '#lib/domain/number/paper-number.ts';
import { listenToWedge } from './listen-to-wedge.ts';
import { isPasswordField } from './password-field.ts';
import { Field, KeyDown } from './testing/typed-field.ts';
import { type ScannerKey, keysOf } from './testing/scanner-keys.ts';
import type { WedgeOutcome } from './wedge.ts';

const NUMBER = makePaperNumber(1, 700, 427, 314);
/** What the top row and letters give under a Kazakh layout. */
const KAZAKH: Readonly<Record<string, string>> = {
	Digit1: '"',
	Digit2: 'ә',
	Digit3: 'і',
	Digit4: 'ң',
	Digit5: 'ғ',
	Digit7: 'ү',
	Digit8: 'ұ',
	Digit9: 'қ',
	Digit0: 'ө'
};

/** A window with a listener of its own, a clock, and a scanner that types into a field. */
function page(early: readonly Event[] = []) {
	const target = new EventTarget();
	const told: { outcome: WedgeOutcome; at: number }[] = [];
	const reached: string[] = [];
	let time = 0;
	let timer: { at: number; then: () => void } | null = null;
	const stop = listenToWedge(target, {
		onScan: (outcome, at) => told.push({ outcome, at }),
		isProtected: isPasswordField,
		now: () => time,
		early,
		setTimer(then, delayMs) {
			const mine = { at: time + delayMs, then };
			timer = mine;
			return () => {
				if (timer === mine) timer = null;
			};
		}
	});
	target.addEventListener('keydown', (event) => reached.push((event as KeyDown).code));

	function pass(ms: number): void {
		time += ms;
		if (timer && timer.at <= time) {
			const { then } = timer;
			timer = null;
			then();
		}
	}

	/** @param at when the key was pressed, if it is handed on later than that */
	function press(field: EventTarget, key: ScannerKey, ctrl = false, at = time): boolean {
		const event = new KeyDown(key.code, key.shift, at, field, ctrl);
		target.dispatchEvent(event);
		if (!event.defaultPrevented && field instanceof Field) field.insert(KAZAKH[key.code] ?? '');
		return !event.defaultPrevented;
	}

	function type(field: EventTarget, text: string, gapMs = 10): void {
		for (const key of keysOf(text)) {
			press(field, key);
			pass(gapMs);
		}
	}

	return { told, reached, stop, pass, press, type };
}

const ENTER = { code: 'Enter', shift: false };

describe('a page with a wedge scanner', () => {
	it('X9 X15 reads a scan under a Kazakh layout and gives the field its text and caret back', () => {
		const { type, press, told } = page();
		const field = new Field('Айгүл Сейітова');
		field.setSelectionRange(5, 5);
		type(field, NUMBER);
		expect(field.value).not.toBe('Айгүл Сейітова');
		press(field, ENTER);
		expect(told).toMatchObject([{ outcome: { kind: 'scan', number: NUMBER }, at: 160 }]);
		expect([field.value, field.selectionStart, field.selectionEnd]).toEqual(['Айгүл Сейітова', 5, 5]);
		expect(field.heard).toEqual(['Айгүл Сейітова']);
	});

	it('X15 gives text back that the scan typed over', () => {
		const { type, press } = page();
		const field = new Field('Шымкент');
		field.setSelectionRange(0, 7);
		type(field, NUMBER);
		press(field, ENTER);
		expect([field.value, field.selectionStart, field.selectionEnd]).toEqual(['Шымкент', 0, 7]);
	});

	it('X15 gives each field its text back when the focus moved within a scan', () => {
		const { type, press } = page();
		const [first, second] = [new Field('a'), new Field('b')];
		type(first, NUMBER.slice(0, 4));
		type(second, NUMBER.slice(4));
		press(second, ENTER);
		expect([first.value, second.value]).toEqual(['a', 'b']);
	});

	it('X15 gives the field back as it was before the scan, not before earlier typing', () => {
		const { type, press, pass } = page();
		const field = new Field('');
		type(field, '12', 200);
		pass(500);
		type(field, NUMBER);
		press(field, ENTER);
		expect(field.value).toBe('"ә');
	});

	it('X15 does not tell a field of typing that the scan did not change', () => {
		const { type, press } = page();
		const fixed = Object.assign(new EventTarget(), { value: 'fixed' });
		const heard: string[] = [];
		for (const name of ['input', 'change']) fixed.addEventListener(name, () => heard.push(name));
		type(fixed, NUMBER);
		press(fixed, ENTER);
		expect(heard).toEqual([]);
	});

	it('X15 chooses again in a list what the scan moved away from, and tells of a change', () => {
		const { type, press } = page();
		const list = Object.assign(new EventTarget(), { value: 'service 3' });
		const heard: string[] = [];
		for (const name of ['input', 'change']) list.addEventListener(name, () => heard.push(name));
		type(list, NUMBER);
		list.value = 'service 1';
		press(list, ENTER);
		expect([list.value, ...heard]).toEqual(['service 3', 'input', 'change']);
	});

	it('X10 stops the Enter of a scan before anything else on the page hears it', () => {
		const { type, press, reached } = page();
		type(new Field(''), NUMBER);
		expect(press(new Field(''), ENTER)).toBe(false);
		expect(reached).not.toContain('Enter');
	});

	it('X10 ends a scan after 100 ms without a key, and a moment more for keys that wait behind a busy page', () => {
		const { type, pass, told } = page();
		const field = new Field('x');
		type(field, NUMBER);
		pass(90);
		pass(19);
		expect(told).toEqual([]);
		pass(1);
		expect(told).toMatchObject([{ outcome: { kind: 'scan', swallow: false } }]);
		expect(field.value).toBe('x');
	});

	it('X11 leaves what a person types, and the Enter after it', () => {
		const { type, press, told, reached } = page();
		const field = new Field('');
		type(field, '1234', 160);
		expect(press(field, ENTER)).toBe(true);
		expect([told, field.value, field.heard, reached.at(-1)]).toEqual([[], '"әің', [], 'Enter']);
	});

	it('X13 leaves what a foreign code typed', () => {
		const { type, press, told } = page();
		const field = new Field('');
		type(field, '12345712345');
		expect(press(field, ENTER)).toBe(false);
		expect(told).toMatchObject([{ outcome: { kind: 'foreign' } }]);
		expect(field.value).toBe('"әіңғү"әіңғ');
	});

	it.each([
		{ what: 'a password', field: new Field('', { type: 'password' }) },
		{ what: 'a password shown as text', field: new Field('', { autocomplete: 'current-password' }) },
		{ what: 'a one-time code', field: new Field('', { autocomplete: 'one-time-code' }) }
	])('X16 reads nothing in the field of $what and leaves its Enter', ({ field }) => {
		const { type, press, pass, told } = page();
		type(field, NUMBER);
		expect(press(field, ENTER)).toBe(true);
		pass(1000);
		expect(told).toEqual([]);
	});

	it('X16 forgets a burst that runs into the field of a secret', () => {
		const { type, press, pass, told } = page();
		type(new Field(''), NUMBER);
		press(new Field('', { type: 'password' }), ENTER);
		pass(1000);
		expect(told).toEqual([]);
	});

	it('X11 takes no shortcut for a part of a scan', () => {
		const { type, press, pass, told } = page();
		const field = new Field('');
		type(field, NUMBER);
		press(field, { code: 'KeyK', shift: false }, true);
		pass(1000);
		expect(told).toEqual([]);
	});

	it('X22 reads first what came before it listened, and a scan that had only begun', () => {
		const before = keysOf(NUMBER).map((key, at) => new KeyDown(key.code, key.shift, at * 5 - 200, new EventTarget()));
		const enter = new KeyDown('Enter', false, -100, new EventTarget());
		expect(page([...before, enter]).told).toMatchObject([{ outcome: { kind: 'scan', text: NUMBER } }]);
		const begun = page(before);
		expect(begun.told).toEqual([]);
		begun.pass(100);
		begun.pass(20);
		expect(begun.told).toMatchObject([{ outcome: { kind: 'scan', text: NUMBER } }]);
	});
	it('X10 a scan that a busy machine hands on in pieces is one scan, and its late Enter does nothing else', () => {
		const { press, pass, told, reached } = page();
		const field = new Field('Оспанов');
		keysOf(NUMBER).forEach((key, place) => {
			press(field, key, false, place * 5);
			if (place % 6 === 5) pass(300);
			if (place % 6 === 5) pass(20);
		});
		expect(told.filter(({ outcome }) => outcome.kind !== 'foreign')).toEqual([]);
		pass(300);
		pass(20);
		expect(told.at(-1)).toMatchObject({ outcome: { kind: 'scan', text: NUMBER } });
		expect(field.value).toBe('Оспанов');
		expect(press(field, ENTER, false, 16 * 5)).toBe(false);
		expect(reached).not.toContain('Enter');
		expect(press(field, ENTER)).toBe(true);
	});
	it('X10 a part of a code is not misread while a busy machine has yet to hand on the rest', () => {
		// With its sign as a digit the first part is as long as a number.
		for (const [text, firstKeys] of [
			[`*${NUMBER}`, 17],
			[`TRZ1:${NUMBER}:${'0'.repeat(64)}`, 12]
		] as const) {
			const { press, pass, told } = page();
			const field = new Field('');
			const keys = [...keysOf(text), { code: 'Enter', shift: false }];
			keys.forEach((key, at) => {
				if (at === firstKeys) [130, 30, 100].forEach(pass);
				press(field, key, false, at * 5);
			});
			expect(told.map(({ outcome }) => outcome)).toMatchObject([{ kind: 'scan', number: NUMBER }]);
			expect(field.value).toBe('');
		}
	});

	it('X13 a foreign code that seemed to be over is told once', () => {
		const { type, pass, told, press } = page();
		type(new Field(''), '1234567');
		pass(100);
		pass(20);
		pass(1000);
		press(new Field(''), ENTER);
		type(new Field(''), 'a');
		expect(told.map(({ outcome }) => outcome.kind)).toEqual(['foreign']);
	});
	it('X10 hears nothing after it was stopped', () => {
		const { type, pass, told, stop } = page();
		type(new Field(''), NUMBER);
		stop();
		pass(1000);
		expect(told).toEqual([]);
	});
});
