import { type BadgeDigits, isBadgeBegun, readBadge } from '#lib/domain/number/badge.ts';
import { type PaperNumber } from '#lib/domain/number/paper-number.ts';
import { type Layout, readByKey, readByPlace, readTopRows, readUnshifted, type Stroke } from './layouts.ts';
import { isQrText, readCode, withoutIdentifier } from './read-code.ts';

/** What a scanner is known to send around each code; '' for nothing. A name such as `F2` is a key that ends a scan. */
export interface Affixes {
	readonly prefix: string;
	readonly suffix?: string;
}

/** What a burst of keys says, whoever typed it. */
export type Judgement =
	| { readonly kind: 'scan'; readonly text: string; readonly number: PaperNumber; readonly payload?: string }
	| { readonly kind: 'misread'; readonly text: string; readonly reason: 'length' | 'notDigits' | 'check' | 'kind' }
	/** A person's badge; no digits where it was read in part or wrongly. They are a secret, so that no text repeats them. */
	| { readonly kind: 'badge'; readonly text: ''; readonly digits: BadgeDigits | null }
	| { readonly kind: 'foreign'; readonly text: string };

/** By which reading the burst was understood: `unshifted` and `us` are what a scanner should send. */
export type Reading = 'unshifted' | Layout | 'key' | 'topRow' | 'shape';

/** Signs that scanners put behind a code and that no code of ours holds. */
const TAIL = /[#$;*~\\|^!@&,\s]+$/u;
/** Our QR by a layout that nobody listed: three letters, 1, one or two signs, the number; the payload is left out. */
const GARBLED = /^\D{0,8}\D{3}1\D{1,2}(\d{16})(?:\D.*)?$/su;
/** Sent twice without an end between: the same bars, or the bars before our QR. */
const TWICE = /^\D*(\d{16})\D{0,4}\1\D{0,4}$/u;
/** Signs and letters before and behind the digits; a digit more makes another code of it. */
const BARE = /^\D*(\d{16})\D{0,4}$/u;

const LEAST_OF_BADGE = 8;
const MOST_BEFORE_BADGE = 4;

/** Reads a burst of keys by the place of the keys, then by what other settings of scanners and devices make of them. */
export function judgeBurst(strokes: readonly Stroke[], affixes: Affixes): Judgement & { readonly reading: Reading } {
	let misread: (Judgement & { reading: Reading }) | null = null;
	let garbled: PaperNumber | null = null;
	let damaged: Reading | null = null;
	for (const [reading, sent] of readingsOf(strokes)) {
		const badge = readBadge(withoutControls(sent));
		if (badge?.ok) return { kind: 'badge', text: '', digits: badge.digits, reading };
		if (badge) damaged ??= reading;
		const text = withoutAffixes(sent, affixes);
		const found = ours(text) ?? (text === withoutControls(sent) ? null : ours(withoutControls(sent)));
		if (found?.kind === 'scan') return { ...found, reading };
		if (found && !misread) misread = { ...found, reading };
		garbled ??= numberInGarbled(text);
	}
	if (damaged) return { kind: 'badge', text: '', digits: null, reading: damaged };
	if (garbled) return { kind: 'scan', text: garbled, number: garbled, reading: 'shape' };
	if (misread) return misread;
	const [unshifted, us] = [readUnshifted(strokes), readByPlace(strokes, 'us')];
	// Digits under a Shift that stays down are meant as digits.
	const isHeld = !/\d/.test(us);
	const [reading, text] = isHeld ? (['unshifted', unshifted] as const) : (['us', us] as const);
	return { kind: 'foreign', text: withoutAffixes(text, affixes), reading };
}

/**
 * Whether a burst begins as badges do, and no other code that people scan: what comes now is kept out of the field where it falls, so
 * that no draft holds the rest of the secret.
 */
export const beginsBadge = (strokes: readonly Stroke[]): boolean =>
	strokes.length >= LEAST_OF_BADGE && isBadgeBegun(readUnshifted(strokes.slice(0, MOST_BEFORE_BADGE + LEAST_OF_BADGE)));

function* readingsOf(strokes: readonly Stroke[]): Generator<readonly [Reading, string]> {
	yield ['us', readByPlace(strokes, 'us')];
	yield ['unshifted', readUnshifted(strokes)];
	for (const layout of ['german', 'french', 'italian'] as const) yield [layout, readByPlace(strokes, layout)];
	yield ['key', readByKey(strokes)];
	if (strokes.every(({ code }) => !/^Digit/.test(code))) {
		for (const text of readTopRows(strokes)) yield ['topRow', text];
	}
}

/** Whether a text is one of our codes, good or damaged; null for any other code. */
function ours(text: string): Exclude<Judgement, { kind: 'foreign' | 'badge' }> | null {
	const at = text.search(/TRZ1:/i);
	const qr = at === -1 ? null : withoutTail(text.slice(at));
	const bare = (BARE.exec(text) ?? TWICE.exec(text))?.[1];
	const read = readCode(qr ?? bare ?? '');
	if (read.ok) {
		const { number, payload } = read;
		return { kind: 'scan', text: qr ?? number, number, ...(payload === undefined ? {} : { payload }) };
	}
	const shown = qr ?? bare;
	return shown !== undefined && (isQrText(shown) || shown.length === 16)
		? { kind: 'misread', text: shown, reason: read.reason }
		: null;
}

function numberInGarbled(text: string): PaperNumber | null {
	const read = readCode(GARBLED.exec(text)?.[1] ?? '');
	return read.ok ? read.number : null;
}

/** A suffix's sign, or the same number as bars once more, is no part of a QR. */
function withoutTail(qr: string): string {
	const text = qr.replace(TAIL, '');
	const number = /^TRZ1:(\d{16})(?!\d)/i.exec(text)?.[1];
	if (number === undefined) return text;
	const once = text.length > 21 && text.endsWith(number) ? text.slice(0, -16) : text;
	return /^TRZ1:\d{16}\D{0,4}$/i.test(once) ? once.slice(0, 21) : once;
}

/** Drops what a scanner was set to say first and last: its own prefix and suffix, a symbology identifier, control characters. */
function withoutAffixes(sent: string, { prefix, suffix = '' }: Affixes): string {
	const text = withoutControls(sent);
	const begun = prefix !== '' && text.startsWith(prefix) ? text.slice(prefix.length) : text;
	const ended = suffix.length > 0 && begun.endsWith(suffix) ? begun.slice(0, -suffix.length) : begun;
	return withoutIdentifier(ended);
}

function withoutControls(text: string): string {
	return withoutIdentifier(text.replace(/\p{Cc}/gu, ''));
}
