import { applicationNumberOf, parsePaperNumber } from '../number/paper-number.ts';

/** The text of our own QR code, pasted or scanned into the field. */
const OWN_CODE = /TRZ\d:(\d{16})(?!\d)/iu;
/** Sixteen digits as printed on papers, with any surrounding text: «Өтініш нөмірі: 1007 0000 4273 1404». */
const IN_GROUPS = /(?<!\d)\d{4}(?:[\s-]?\d{4}){3}(?![\s-]?\d)/u;

/** The digits of a paper's number inside a text; undefined where there is none. */
export function digitsInCode(text: string): string | undefined {
	return OWN_CODE.exec(text)?.[1] ?? IN_GROUPS.exec(text)?.[0].replace(/\D/gu, '');
}

/** The number of the application, where the digits are those of its result; other digits as they are. */
export function applicationDigits(digits: string): string {
	const parsed = parsePaperNumber(digits);
	return parsed.ok && parsed.kind === 2 ? applicationNumberOf(parsed.number) : digits;
}
