import { type Digits, checkDigitsOf, hasValidCheck } from './mod-97.ts';

/** A valid number of any paper: 16 digits with good check digits. */
export type PaperNumber = string & { readonly __paperNumber: true };
/** The number of an application, which is the number of its packet (kind 1). */
export type ApplicationNumber = PaperNumber & { readonly __kind: 'packet' };
/** The number of the result paper of an application (kind 2). */
export type ResultNumber = PaperNumber & { readonly __kind: 'result' };
/** The number of a register out or back (kind 9). */
export type RegisterNumber = PaperNumber & { readonly __kind: 'register' };
/** The number of a worker's badge (kind 8). */
type BadgeNumber = PaperNumber & { readonly __kind: 'badge' };

export type Paper = 'packet' | 'result' | 'register' | 'badge';
export type NumberKind = 1 | 2 | 8 | 9;

type NumberOfKind<K extends NumberKind> = K extends 1
	? ApplicationNumber
	: K extends 2
		? ResultNumber
		: K extends 9
			? RegisterNumber
			: BadgeNumber;

type ParsedOfKind<K extends NumberKind> = K extends NumberKind
	? { ok: true; number: NumberOfKind<K>; kind: K; device: number; serial: number }
	: never;

export type ParsedPaperNumber =
	ParsedOfKind<NumberKind> | { ok: false; reason: 'length' | 'notDigits' | 'check' | 'kind' };

const PAPERS: Readonly<Record<NumberKind, Paper>> = { 1: 'packet', 2: 'result', 8: 'badge', 9: 'register' };

/** Digits of a number: kind 1, device 5, serial 5, random 3, check 2. */
const LENGTH = 16;

/**
 * Makes the number of a new paper.
 * @param kind 1 packet, 2 result, 8 badge, 9 register
 * @param device 1..99999, given by the server, never twice
 * @param serial 1..99999, the device's own counter, never reset
 * @param random 0..999, so that numbers cannot be enumerated at the kiosk
 * @throws RangeError if a part does not fit its digits: a bug of the caller
 */
export function makePaperNumber<K extends NumberKind>(
	kind: K,
	device: number,
	serial: number,
	random: number
): NumberOfKind<K> {
	const body = `${kind}${digits('device', device, 1, 5)}${digits('serial', serial, 1, 5)}${digits('random', random, 0, 3)}`;
	return sealed(body) as NumberOfKind<K>;
}

/**
 * Reads a typed or scanned number. Spaces of any kind (also the no-break space of `formatNumber`) are tolerated. The check digits
 * are checked before the kind, so a misread first digit is reported as a misread.
 */
export function parsePaperNumber(text: string): ParsedPaperNumber {
	const compact = text.replace(/\s/gu, '');
	if (!/^[0-9]*$/.test(compact)) return { ok: false, reason: 'notDigits' };
	if (compact.length !== LENGTH) return { ok: false, reason: 'length' };
	if (!hasValidCheck(compact as Digits)) return { ok: false, reason: 'check' };
	const kind = Number(compact[0]);
	const device = Number(compact.slice(1, 6));
	const serial = Number(compact.slice(6, 11));
	if (!isKind(kind) || device === 0 || serial === 0) return { ok: false, reason: 'kind' };
	return { ok: true, number: compact, kind, device, serial } as ParsedPaperNumber;
}

/** The number of the result paper that belongs to an application. */
export function resultNumberOf(application: ApplicationNumber): ResultNumber {
	return withKind(application, 2) as ResultNumber;
}

/**
 * The application that a packet or result paper belongs to.
 * @param paper the number of one of the two; rows, URLs and facts contain it as text already parsed once
 */
export function applicationNumberOf(paper: string): ApplicationNumber {
	return withKind(paper, 1) as ApplicationNumber;
}

/** Which paper a number belongs to. */
export function paperOf(number: PaperNumber): Paper {
	const kind = Number(number[0]);
	if (!isKind(kind)) throw new RangeError(`No paper has kind ${kind}`);
	return PAPERS[kind];
}

/** For display: groups of four digits with no-break spaces, `1000 0700 0427 3149`. */
export function formatNumber(number: string): string {
	return number.replace(/(\d{4})(?=\d)/g, '$1\u00a0');
}

function isKind(kind: number): kind is NumberKind {
	return kind in PAPERS;
}

function withKind(number: string, kind: NumberKind): string {
	return sealed(`${kind}${number.slice(1, -2)}`);
}

function sealed(body: string): string {
	return body + checkDigitsOf(body as Digits);
}

function digits(part: string, value: number, least: number, width: number): string {
	if (!Number.isInteger(value) || value < least || value >= 10 ** width) {
		throw new RangeError(`The ${part} of a number must be ${least}..${10 ** width - 1}, not ${value}`);
	}
	return String(value).padStart(width, '0');
}
