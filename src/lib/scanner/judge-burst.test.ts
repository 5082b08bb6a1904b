import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makePaperNumber } from '#lib/domain/number/paper-number.ts';
import { judgeBurst } from './judge-burst.ts';
import { type Layout, type Stroke } from './layouts.ts';
import { keysOf } from './testing/scanner-keys.ts';

const NUMBER = makePaperNumber(1, 700, 427, 314);
const WRONG = NUMBER.slice(0, -1) + ((Number(NUMBER.at(-1)) + 1) % 10);
const QR = `TRZ1:${NUMBER}:3:body-a:2026-11-22`;
const NONE = { prefix: '', suffix: '' };

/** The keys of a text as strokes, without the Shift keys between. */
function strokes(text: string, layout: Layout = 'us'): Stroke[] {
	return keysOf(text, layout)
		.filter(({ code }) => code !== 'ShiftLeft')
		.map((key) => ({ ...key, key: '' }));
}
/** Keys of a device that names no places. */
const named = (text: string): Stroke[] => [...text].map((key) => ({ code: '', key, shift: false }));
const place = (code: string, shift = false): Stroke => ({ code, key: '', shift });
const control: Stroke = { code: '', key: '\u001d', shift: false };

describe('the judge of a burst of keys', () => {
	it.each(['*', '~', '\\', '`', '!', '#', '^', '"', '{', ']C1', '*~', '[)>', 'Q', 'PKT-', ' '])(
		'X30 sets %s aside before a number',
		(prefix) => {
			expect(judgeBurst(strokes(prefix + NUMBER), NONE)).toMatchObject({ kind: 'scan', text: NUMBER });
		}
	);

	it.each(['#', '$', ';', '*', '%', '/', '##', ' ', '~\\', '|', 'x'])('X30 sets %s aside behind a number', (suffix) => {
		expect(judgeBurst(strokes(NUMBER + suffix), NONE)).toMatchObject({ kind: 'scan', text: NUMBER });
		expect(judgeBurst(strokes(`*${NUMBER}${suffix}`), NONE)).toMatchObject({ kind: 'scan', text: NUMBER });
	});

	it.each(['#', '$', ';', '*'])('X30 sets %s aside behind our QR, and before it', (sign) => {
		expect(judgeBurst(strokes(QR + sign), NONE)).toMatchObject({ kind: 'scan', text: QR });
		expect(judgeBurst(strokes(sign + QR), NONE)).toMatchObject({ kind: 'scan', text: QR });
		expect(judgeBurst(strokes(`TRZ1:${NUMBER}${sign}`), NONE)).toMatchObject({ kind: 'scan', number: NUMBER });
	});

	it('X30 sets the asterisk of the number pad and control characters aside', () => {
		expect(judgeBurst([place('NumpadMultiply'), ...strokes(NUMBER)], NONE)).toMatchObject({ text: NUMBER });
		const around = [control, ...strokes(`]C1${NUMBER}`), control, control];
		expect(judgeBurst(around, NONE)).toMatchObject({ kind: 'scan', text: NUMBER });
		const keysWithoutName = [place('IntlYen'), ...strokes(NUMBER), place('')];
		expect(judgeBurst(keysWithoutName, NONE)).toMatchObject({ text: NUMBER });
	});

	it('X30 takes no digits for a sign, unless this device has learned them', () => {
		expect(judgeBurst(strokes(`99${NUMBER}`), NONE)).toMatchObject({ kind: 'foreign', text: `99${NUMBER}` });
		expect(judgeBurst(strokes(`99${NUMBER}77`), { prefix: '99', suffix: '77' })).toMatchObject({ text: NUMBER });
		expect(judgeBurst(strokes(NUMBER), { prefix: '10', suffix: '04' })).toMatchObject({ kind: 'scan', text: NUMBER });
	});

	it('X30 a wrong number is misread whatever stands around it', () => {
		expect(judgeBurst(strokes(`*${WRONG}#`), NONE)).toMatchObject({ kind: 'misread', text: WRONG, reason: 'check' });
		expect(judgeBurst(strokes(`TRZ1:${WRONG}:3`), NONE)).toMatchObject({ kind: 'misread', reason: 'check' });
	});

	it('X31 reads the number while Shift is held or stuck, with and without Num Lock', () => {
		const held = [...NUMBER].map((digit) => place(`Digit${digit}`, true));
		const half = held.map((stroke, at) => ({ ...stroke, shift: at > 5 }));
		const pad = [...NUMBER].map((digit) => ({ code: `Numpad${digit}`, key: 'Home', shift: false }));
		for (const burst of [held, half, pad]) expect(judgeBurst(burst, NONE)).toMatchObject({ text: NUMBER });
	});

	it('X32 reads our QR of a scanner set to a German keyboard by the place of the keys', () => {
		const head = [
			place('KeyT', true),
			place('KeyR', true),
			place('KeyY', true),
			place('Digit1'),
			place('Period', true)
		];
		expect(judgeBurst([...head, ...strokes(NUMBER)], NONE)).toMatchObject({ number: NUMBER, reading: 'german' });
	});

	it.each(['us', 'german', 'french', 'italian'] as const)(
		'X32 reads number and payload of a scanner set to %s',
		(layout) => {
			expect(judgeBurst(strokes(NUMBER, layout), NONE)).toMatchObject({ kind: 'scan', text: NUMBER });
			const read = judgeBurst(strokes(QR, layout), NONE);
			expect(read).toMatchObject({ kind: 'scan', text: QR, payload: '3:body-a:2026-11-22', reading: layout });
		}
	);

	it.each(['TRY1>', 'TRW1.', 'trz1ж', 'ЕКЯ1Ж', '*ТРЗ1;', 'TRÿ1°'])(
		'X32 finds the number in our QR that begins with %s',
		(head) => {
			expect(judgeBurst(named(`${head}${NUMBER}>3>x`), NONE)).toMatchObject({ kind: 'scan', number: NUMBER });
			expect(judgeBurst(named(`${head}${NUMBER}`), NONE)).toMatchObject({ kind: 'scan', number: NUMBER });
		}
	);

	it('X33 reads keys without a place by their sign, and by the top row of the Kazakh layout', () => {
		expect(judgeBurst(named(NUMBER), NONE)).toMatchObject({ kind: 'scan', text: NUMBER });
		expect(judgeBurst(named(QR), NONE)).toMatchObject({ kind: 'scan', text: QR });
		const kazakh = [...NUMBER].map((digit) => 'қ"әіңғ,.үұ'[Number(digit)]).join('');
		expect(judgeBurst(named(kazakh), NONE)).toMatchObject({ kind: 'scan', text: NUMBER });
	});

	it('X34 both codes of a label, or the same one twice, in one burst are one code', () => {
		expect(judgeBurst(strokes(NUMBER + QR), NONE)).toMatchObject({ kind: 'scan', text: QR });
		expect(judgeBurst(strokes(`TRZ1:${NUMBER}:3:a${NUMBER}`), NONE)).toMatchObject({ text: `TRZ1:${NUMBER}:3:a` });
		expect(judgeBurst(strokes(NUMBER + NUMBER), NONE)).toMatchObject({ kind: 'scan', text: NUMBER });
	});

	it.each(['https://egov.kz/q?id=12', '4870001234567', '850101300123', 'KZ12345678'])('X13 %s is foreign', (text) => {
		expect(judgeBurst(strokes(text), NONE)).toMatchObject({ kind: 'foreign', text });
	});

	it('X30 never makes another number of what a scanner sent', () => {
		const sign = fc.constantFrom(...'*~\\#$;!^{}|"<>');
		fc.assert(
			fc.property(fc.stringMatching(/^\d{16}$/), fc.array(sign, { maxLength: 3 }), (digits, signs) => {
				const judged = judgeBurst(strokes(signs.join('') + digits), NONE);
				if (judged.kind === 'scan') expect(judged.number).toBe(digits);
			})
		);
	});
});
