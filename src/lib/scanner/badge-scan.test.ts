import { describe, expect, it } from 'vitest';
import { badgeDigitsOf } from '#lib/domain/number/badge.ts';
import { diagnose } from './diagnose.ts';
import { keysOf } from './testing/scanner-keys.ts';
import { Field } from './testing/typed-field.ts';
import { type Press, wedgePage } from './testing/wedge-page.ts';
import { WEDGE_DEFAULTS } from './wedge.ts';

const DIGITS = badgeDigitsOf('1234567890123456789012345678901234');
const ENTER = { code: 'Enter', key: 'Enter' };
const field = (more: object) => Object.assign(new Field(''), more);
const FIELDS = [
	{ what: 'of text', made: () => new Field('Оспанов') },
	{ what: 'of numbers', made: () => field({ value: '9001', inputMode: 'numeric' }) },
	{ what: 'of our numbers', made: () => field({ dataset: { code: 'paper' } }) },
	{ what: 'of a search', made: () => field({ type: 'search' }) }
];

/** Types as a browser does: what is not stopped is written. */
function scanInto(page: ReturnType<typeof wedgePage>, into: Field, keys: readonly Press[], gapMs: number): string {
	let written = '';
	for (const key of keys) {
		page.pass(gapMs);
		const sign = key.code?.at(-1) ?? '';
		if (page.press({ ...key, key: sign }, into) && /^Digit/.test(key.code ?? '')) {
			into.insert(sign);
			written += sign;
		}
	}
	page.press(ENTER, into);
	page.pass(3000);
	return written;
}

describe('a badge under the scanner', () => {
	it.each(FIELDS)('N177 leaves a field $what as it was, and most of it never gets there', ({ made }) => {
		const page = wedgePage();
		const into = made();
		const before = into.value;
		const written = scanInto(page, into, keysOf(DIGITS), 5);
		expect(page.told).toMatchObject([{ kind: 'badge', digits: DIGITS, text: '' }]);
		expect([into.value, written.length]).toEqual([before, 7]);
		expect(page.reached).not.toContain('Enter');
	});

	it.each(FIELDS)('N177 comes slowly into a field $what and is taken out of it', ({ made }) => {
		const page = wedgePage();
		const into = made();
		const before = into.value;
		scanInto(page, into, keysOf(DIGITS), 90);
		expect(page.slow).toMatchObject([{ badge: { digits: DIGITS }, text: '' }]);
		expect([into.value, page.told]).toEqual([before, []]);
	});

	it('N177 is read whatever the scanner sends around it, and without an Enter', () => {
		for (const [pre, post] of [
			[']Q1', ''],
			['AB', '#'],
			['', '']
		]) {
			const page = wedgePage();
			page.type(keysOf(`${pre}${DIGITS}${post}`));
			page.pass(1000);
			expect(page.told).toMatchObject([{ kind: 'badge', digits: DIGITS }]);
		}
	});

	it('N177 read in part it is told as a badge, without any of its digits', () => {
		const page = wedgePage();
		page.type([...keysOf(DIGITS.slice(0, 31)), ENTER]);
		expect(page.told).toMatchObject([{ kind: 'badge', digits: null, text: '' }]);
	});

	it('N177 the test of the scanner says nothing of its keys', () => {
		const keys = keysOf(DIGITS).map((key, at) => ({ ...key, timeMs: at * 5, repeat: false, isComposing: false }));
		expect(diagnose(keys, 'nowhere', WEDGE_DEFAULTS, '')?.read).toMatchObject({ kind: 'badge', text: '' });
		expect(diagnose(keys, 'nowhere', WEDGE_DEFAULTS, '')?.learn).toEqual({});
	});
});
