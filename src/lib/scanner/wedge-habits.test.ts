import { describe, expect, it } from 'vitest';
import { makePaperNumber } from '#lib/domain/number/paper-number.ts';
import { keysOf } from './testing/scanner-keys.ts';
import { Field } from './testing/typed-field.ts';
import { type Press, wedgePage } from './testing/wedge-page.ts';

const NUMBER = makePaperNumber(1, 700, 427, 314);
const ENTER: Press = { code: 'Enter', key: 'Enter' };
const TAB: Press = { code: 'Tab', key: 'Tab' };
const CTRL: Press = { code: 'ControlLeft', key: 'Control', ctrl: true };
const CTRL_J: Press[] = [CTRL, { code: 'KeyJ', key: 'j', ctrl: true }];
const CTRL_M: Press[] = [CTRL, { code: 'KeyM', key: 'm', ctrl: true }];
const SCAN = { kind: 'scan', number: NUMBER };

/** Each digit as a scanner types it with Alt: 1 is Alt+0049. */
const withAlt = (text: string, width = 4): Press[] =>
	[...text].flatMap((sign) => [
		{ code: 'AltLeft', key: 'Alt', alt: true },
		...[...String(sign.charCodeAt(0)).padStart(width, '0')].map((digit) => ({
			code: `Numpad${digit}`,
			key: digit,
			alt: true
		}))
	]);

describe('the end of a scan', () => {
	it.each([
		{ what: 'Ctrl+J', end: CTRL_J },
		{ what: 'Ctrl+M', end: CTRL_M },
		{
			what: 'Ctrl+J without a place',
			end: [
				{ key: 'Control', ctrl: true },
				{ key: 'j', ctrl: true }
			]
		},
		{ what: 'Enter and Ctrl+J', end: [ENTER, ...CTRL_J] },
		{ what: 'Ctrl+M and Ctrl+J', end: [...CTRL_M, ...CTRL_J] },
		{ what: 'Enter twice', end: [ENTER, { code: 'NumpadEnter', key: 'Enter' }] },
		{ what: 'Tab and Enter', end: [TAB, ENTER] },
		{ what: 'Ctrl+I', end: [CTRL, { code: 'KeyI', key: 'i', ctrl: true }] },
		{ what: 'an arrow', end: [{ code: 'ArrowDown', key: 'ArrowDown' }] },
		{ what: 'F2', end: [{ code: 'F2', key: 'F2' }] },
		{ what: 'ETX (Ctrl+C) and Enter', end: [CTRL, { code: 'KeyC', key: 'c', ctrl: true }, ENTER] }
	])('X35 $what ends it once, and does nothing else', ({ end }) => {
		const page = wedgePage();
		const field = new Field('Оспанов');
		page.type(keysOf(NUMBER), 5, field);
		const passed = page.type(end, 5, field).filter((went, at) => went && !/^(?:Control|Alt)/.test(end[at]!.key ?? ''));
		page.pass(1000);
		expect([page.told, passed]).toMatchObject([[SCAN], []]);
		expect(page.told).toHaveLength(1);
	});

	it('X35 a person has the shortcuts: Ctrl+J alone, after typing, or long after a scan', () => {
		const page = wedgePage();
		expect(page.type(CTRL_J)).toEqual([true, true]);
		page.type(keysOf('1234'), 200);
		expect(page.type(CTRL_J, 200)).toEqual([true, true]);
		page.type([...keysOf(NUMBER), ENTER]);
		page.pass(1000);
		expect(page.type([...CTRL_J, ENTER])).toEqual([true, true, true]);
	});

	it('X35 a suffix that this device has learned ends the scan, be it Escape', () => {
		const page = wedgePage({ gapMs: 50, prefix: '', suffix: 'Escape' });
		expect(page.type([...keysOf(NUMBER), { code: 'Escape', key: 'Escape' }]).at(-1)).toBe(false);
		expect(page.told).toMatchObject([SCAN]);
	});

	it('X30 STX and ETX around a code are set aside, and Ctrl+C copies nothing', () => {
		const page = wedgePage();
		page.type([CTRL, { code: 'KeyB', key: 'b', ctrl: true }]);
		const went = page.type([...keysOf(NUMBER), CTRL, { code: 'KeyC', key: 'c', ctrl: true }]);
		page.pass(1000);
		expect([page.told, went.at(-1)]).toMatchObject([[SCAN], false]);
	});
});

describe('keys of other devices', () => {
	it.each([4, 3, 2])('X33 digits typed as Alt and %i digits of the number pad are read', (width) => {
		const page = wedgePage();
		page.type([...withAlt(NUMBER, width), ENTER]);
		expect(page.told).toMatchObject([SCAN]);
	});

	it('X33 Alt codes of our QR, ended by Alt+013, without Num Lock', () => {
		const page = wedgePage();
		page.type(withAlt(`TRZ1:${NUMBER}:3:a\r`).map((press) => ({ ...press, key: 'Home' })));
		page.pass(300);
		expect(page.told).toMatchObject([{ ...SCAN, payload: '3:a' }]);
	});

	it('X33 a person who types one sign with Alt is let alone', () => {
		const page = wedgePage();
		expect(page.type(withAlt('«'), 120)).not.toContain(false);
		page.pass(2000);
		expect([page.told, page.slow]).toEqual([[], []]);
	});

	it('X33 keys without a place are read by what they say', () => {
		const page = wedgePage();
		page.type([...[...NUMBER].map((key) => ({ key })), { key: 'Enter' }]);
		expect(page.told).toMatchObject([SCAN]);
	});

	it('X33 keys without a name are read by the text that they insert, and taken out of the field', () => {
		const page = wedgePage();
		const field = new Field('Оспанов');
		for (const digit of NUMBER) {
			page.pass(10);
			page.press({ key: 'Unidentified' }, field);
			if (page.send('beforeinput', field, { inputType: 'insertText', data: digit })) field.insert(digit);
		}
		page.press({ key: 'Unidentified' }, field);
		expect(page.send('beforeinput', field, { inputType: 'insertLineBreak', data: null })).toBe(false);
		expect([page.told, field.value]).toMatchObject([[SCAN], 'Оспанов']);
	});

	it('X33 a code that an input method inserts at once is read, a pasted one is a person’s', () => {
		const page = wedgePage();
		const field = new Field('');
		page.send('beforeinput', field, { inputType: 'insertFromPaste', data: NUMBER });
		page.pass(500);
		expect(page.told).toEqual([]);
		page.send('beforeinput', field, { inputType: 'insertText', data: `${NUMBER}\n` });
		expect(page.told).toMatchObject([SCAN]);
	});

	it.each(['8 701 123 45 67', '990230300124', 'Оспанов Ержан', '4000 1234'])(
		'X33 «%s», filled in at once by the browser or its keyboard, is a person’s and stays in the field',
		(text) => {
			const page = wedgePage();
			const field = new Field('');
			expect(page.send('beforeinput', field, { inputType: 'insertText', data: text })).toBe(true);
			field.insert(text);
			page.send('compositionstart', field, { data: '' });
			page.send('compositionend', field, { data: text });
			page.pass(2000);
			expect([page.told, field.value]).toEqual([[], text]);
		}
	);

	it('X33 the text of keys that were read counts once', () => {
		const page = wedgePage();
		const field = new Field('');
		for (const press of keysOf(NUMBER)) {
			page.pass(5);
			page.press({ ...press, key: press.code.at(-1)! }, field);
			page.send('beforeinput', field, { inputType: 'insertText', data: press.code.at(-1) });
		}
		page.press(ENTER, field);
		expect(page.told).toMatchObject([SCAN]);
	});

	it('X33 a composition of an input method is read at its end, by the time it took', () => {
		const page = wedgePage();
		const field = new Field('а');
		page.send('compositionstart', field, { data: '' });
		field.insert(NUMBER);
		page.pass(80);
		page.send('compositionend', field, { data: NUMBER });
		page.pass(300);
		expect([page.told, field.value]).toMatchObject([[SCAN], 'а']);
		page.send('compositionstart', field, { data: '' });
		page.pass(9000);
		page.send('compositionend', field, { data: NUMBER });
		page.pass(300);
		expect(page.told).toHaveLength(1);
	});

	it('X31 without Num Lock a scan does not walk about, and the caret comes back', () => {
		const page = wedgePage();
		const field = new Field('Оспанов');
		field.setSelectionRange(3, 3);
		const keys = [...NUMBER].map((digit) => ({ code: `Numpad${digit}`, key: 'End' }));
		const went = keys.map((key) => {
			page.pass(5);
			const goes = page.press(key, field);
			if (goes) field.setSelectionRange(7, 7);
			return goes;
		});
		page.press(ENTER, field);
		expect([page.told, went.filter(Boolean), field.selectionStart]).toMatchObject([[SCAN], [true], 3]);
	});
});
