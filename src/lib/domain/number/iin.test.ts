import { describe, expect, it } from 'vitest';
import { maskIin, parseIin } from './iin.ts';

describe('the IIN', () => {
	it.each([
		['900101300017', '1990-01-01', 'male'],
		['851231400011', '1985-12-31', 'female'],
		['000229500018', '2000-02-29', 'male'],
		['800416100254', '1880-04-16', 'male'],
		['680503250034', '1868-05-03', 'female']
	])('N6 %s passes at the first pass and tells the date of birth %s and the sex %s', (iin, birthDate, sex) => {
		expect(parseIin(iin)).toEqual({ ok: true, iin, birthDate, sex });
	});

	it.each(['061211600012', '900101300811', '851231400207', '000229500909'])(
		'N6 %s passes at the second pass of the check',
		(iin) => {
			expect(parseIin(iin)).toMatchObject({ ok: true, iin });
		}
	);

	it('N6 is read with spaces', () => {
		expect(parseIin(' 9001 0130\u00a00017 ')).toMatchObject({ ok: true, iin: '900101300017' });
	});

	it.each(['90010130080', '85123140027', '00022950096', '82121424009'])(
		'N7 %s and any last digit was never issued',
		(start) => {
			for (let last = 0; last < 10; last++) {
				expect(parseIin(`${start}${last}`)).toEqual({ ok: false, reason: 'unusable' });
			}
		}
	);

	it('N7 with a wrong check digit still tells birth and sex, so that a seen document can override it', () => {
		expect(parseIin('900101300018')).toEqual({ ok: false, reason: 'check', birthDate: '1990-01-01', sex: 'male' });
	});

	it.each(['050229500017', '010229600016'])('N7 %s has a right check digit and a day that does not exist', (iin) => {
		expect(parseIin(iin)).toEqual({ ok: false, reason: 'date' });
	});

	it('N7 refuses a BIN, whose day is 40 to 63', () => {
		expect(parseIin('900140300017')).toEqual({ ok: false, reason: 'date' });
	});

	it.each(['0', '7', '8', '9'])('N7 refuses the unassigned century digit %s', (digit) => {
		expect(parseIin(`900101${digit}00017`)).toEqual({ ok: false, reason: 'century' });
	});

	it('N7 tells how many digits there are when there are not twelve', () => {
		expect(parseIin('0000000')).toEqual({ ok: false, reason: 'length', count: 7 });
		expect(parseIin('9001013000171')).toEqual({ ok: false, reason: 'length', count: 13 });
	});

	it.each(['sdf867', 'ajd85gt6h5yj'])('N7 refuses %s as not digits', (text) => {
		expect(parseIin(text)).toEqual({ ok: false, reason: 'notDigits' });
	});

	it('N8 is masked but for its last four digits', () => {
		expect(maskIin('900101300017')).toBe('••••\u00a0••••\u00a00017');
	});
});
