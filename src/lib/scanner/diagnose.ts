import { type FieldKind } from './field-kind.ts';
import { judgeBurst, type Judgement, type Reading } from './judge-burst.ts';
import { readByPlace, readUnshifted, type Stroke } from './layouts.ts';
import { pressKey, strokesOf, type WedgeOptions, type WedgeState } from './wedge.ts';
import { type KeyMeaning, meaningOf, type WedgeKey } from './wedge-keys.ts';

/** One key as it came: its place, its sign, how long after the one before, what was held, and what it was taken for. */
export interface CameKey {
	readonly place: string;
	readonly sign: string;
	readonly gapMs: number;
	readonly held: readonly ('Shift' | 'Ctrl' | 'Alt')[];
	readonly meaning: KeyMeaning['type'];
}

/** What may be set otherwise, at the scanner or at this device, with the sign, number or name that its sentence names. */
export interface Advice {
	readonly kind:
		| ('gapLearned' | 'tooSlow' | 'damaged' | 'cut' | 'long' | 'foreign' | 'prefix' | 'suffix' | 'layout' | 'endKey')
		| ('noEnd' | 'twoEnds' | 'altCodes' | 'noPlace' | 'shiftHeld' | 'numLock' | 'bothCodes');
	readonly value?: string | number;
}

export interface Diagnosis {
	readonly keys: readonly CameKey[];
	readonly read: Judgement & { readonly reading: Reading };
	readonly slowestGapMs: number;
	readonly tookMs: number;
	readonly advice: readonly Advice[];
	/** What this device should keep, so that such scans are read on every screen. */
	readonly learn: Partial<WedgeOptions>;
}

/** Slower keys may as well be a person's: SPEC X37. */
const LONGEST_GAP_MS = 150;
/** Bluetooth shakes the pace: the next scan may be a little slower than this one. */
const RESERVE_MS = 20;
const EVERY: WedgeOptions = { gapMs: Infinity, prefix: '', suffix: '' };

/**
 * Says of all keys of one trigger what the scanner sent, how it is set, and what mends it.
 * @param where a field in which people type numbers teaches this device nothing
 * @param sample the number that the screen shows to be scanned: digits around it are a prefix or a suffix
 * @returns null where no sign came
 */
export function diagnose(
	pressed: readonly WedgeKey[],
	where: FieldKind,
	options: WedgeOptions,
	sample: string
): Diagnosis | null {
	const bursts = burstsIn(pressed);
	const [first] = bursts;
	if (!first) return null;
	const around = affixesOf(first, sample);
	const read = judgeBurst(first, { ...options, ...around });
	const keys = pressed.map((key, at) => came(key, at === 0 ? 0 : key.timeMs - pressed[at - 1]!.timeMs));
	const slowestGapMs = slowestOf(pressed);
	const teaches = read.kind === 'scan' && (where === 'nowhere' || where === 'text');
	const isSlow = slowestGapMs > options.gapMs;
	const gapMs = Math.min(LONGEST_GAP_MS, slowestGapMs + RESERVE_MS);
	const learnsGap = teaches && isSlow && slowestGapMs <= LONGEST_GAP_MS;
	const suffix = nameOfOddEnd(pressed) ?? around.suffix;
	const advice: Advice[] = [
		...(learnsGap ? [{ kind: 'gapLearned' as const, value: gapMs }] : []),
		...(isSlow && !learnsGap ? [{ kind: 'tooSlow' as const, value: slowestGapMs }] : []),
		...misread(read, first),
		...settings(read, first, around),
		...device(pressed),
		...endings(pressed),
		...(bursts.length > 1 && read.kind === 'scan' ? [{ kind: 'bothCodes' as const }] : [])
	];
	const affixes = { ...(around.prefix ? { prefix: around.prefix } : {}), ...(suffix ? { suffix } : {}) };
	const learn = { ...(learnsGap ? { gapMs } : {}), ...(teaches ? affixes : {}) };
	return { keys, read, slowestGapMs, tookMs: Math.round(pressed.at(-1)!.timeMs - pressed[0]!.timeMs), advice, learn };
}

/** The signs between the ends. */
function burstsIn(pressed: readonly WedgeKey[]): (readonly Stroke[])[] {
	const bursts: (readonly Stroke[])[] = [];
	let state: WedgeState = null;
	for (const key of pressed) {
		const before: WedgeState = state;
		state = pressKey(before, key, EVERY).state;
		if (state === null && before !== null) bursts.push(strokesOf(before));
	}
	if (state !== null) bursts.push(strokesOf(state));
	return bursts;
}

/** What stands before and behind the number: any signs, and digits where the number is the one to be scanned. */
function affixesOf(strokes: readonly Stroke[], sample: string): { prefix: string; suffix: string } {
	for (const text of [readByPlace(strokes, 'us'), readUnshifted(strokes)].map((each) => each.replace(/\p{Cc}/gu, ''))) {
		const found =
			new RegExp(`^(.*?)(?:TRZ1:)?${sample}(?::[0-9A-Za-z:-]*)?(.*)$`, 'su').exec(text) ??
			/^(\D*)\d{16}(\D*)$/u.exec(text.replace(/TRZ1:/i, ''));
		if (found) return { prefix: found[1] ?? '', suffix: found[2] ?? '' };
	}
	return { prefix: '', suffix: '' };
}

function misread(read: Judgement, strokes: readonly Stroke[]): Advice[] {
	if (read.kind === 'scan') return [];
	const text = readUnshifted(strokes);
	const digits = /\p{L}/u.test(text.replace(/^.*TRZ1:/i, '')) ? 0 : text.replace(/\D/g, '').length;
	if (read.kind === 'misread' && read.reason !== 'length') return [{ kind: 'damaged' }];
	if (digits >= 8 && digits < 16) return [{ kind: 'cut', value: digits }];
	return digits > 16 && digits < 24 ? [{ kind: 'long', value: digits }] : [{ kind: 'foreign' }];
}

function settings(
	read: Judgement & { reading: Reading },
	strokes: readonly Stroke[],
	{ prefix, suffix }: { prefix: string; suffix: string }
): Advice[] {
	if (read.kind !== 'scan') return [];
	const isOther = !['us', 'unshifted', 'key'].includes(read.reading);
	const digits = strokes.filter(({ code }) => /^Digit\d$/.test(code));
	const isHeld = !isOther && digits.length > 0 && digits.every(({ shift }) => shift);
	return [
		...(isOther ? [{ kind: 'layout' as const, value: read.reading }] : []),
		...(prefix !== '' && !isOther ? [{ kind: 'prefix' as const, value: prefix }] : []),
		...(suffix !== '' && !isOther && !isHeld ? [{ kind: 'suffix' as const, value: suffix }] : []),
		...(isHeld ? [{ kind: 'shiftHeld' as const }] : [])
	];
}

function device(pressed: readonly WedgeKey[]): Advice[] {
	const signs = pressed.filter((key) => ['character', 'altDigit'].includes(meaningOf(key).type));
	if (signs.some((key) => meaningOf(key).type === 'altDigit')) return [{ kind: 'altCodes' }];
	if (signs.every(({ code }) => code === '' || code === 'Unidentified')) return [{ kind: 'noPlace' }];
	const walks = signs.some(({ code, key = '' }) => /^Numpad\d$/.test(code) && key.length > 1);
	return walks ? [{ kind: 'numLock' }] : [];
}

function endings(pressed: readonly WedgeKey[]): Advice[] {
	const ends = pressed.filter((key) => ['end', 'other'].includes(meaningOf(key).type));
	const [first, second] = ends;
	if (!first) return [{ kind: 'noEnd' }];
	const isTwo = second !== undefined && pressed.indexOf(second) - pressed.indexOf(first) <= 2;
	const isUsual = !first.ctrl && /^(?:(?:Numpad)?Enter|Tab)$/.test(nameOf(first));
	return [
		...(isUsual ? [] : [{ kind: 'endKey' as const, value: `${first.ctrl ? 'Ctrl+' : ''}${nameOf(first)}` }]),
		...(isTwo ? [{ kind: 'twoEnds' as const }] : [])
	];
}

/** A key that ends scans by its name alone, and so must be learned. */
function nameOfOddEnd(pressed: readonly WedgeKey[]): string | undefined {
	const odd = pressed.find((key) => meaningOf(key).type === 'other' && !key.ctrl && !key.alt);
	return odd && nameOf(odd);
}

const nameOf = ({ code, key = '' }: WedgeKey) => (code || key).replace(/^(?:Key|Digit)(?=.$)/, '');

function slowestOf(pressed: readonly WedgeKey[]): number {
	const gaps = pressed
		.slice(1)
		.flatMap((key, at) => (meaningOf(pressed[at]!).type === 'end' ? [] : [key.timeMs - pressed[at]!.timeMs]));
	return Math.round(Math.max(0, ...gaps));
}

function came(key: WedgeKey, gapMs: number): CameKey {
	const held = [key.shift && ('Shift' as const), key.ctrl && ('Ctrl' as const), key.alt && ('Alt' as const)];
	const meaning = meaningOf(key);
	const sign =
		meaning.type === 'character'
			? readByPlace([meaning.stroke], 'us')
			: meaning.type === 'altDigit'
				? meaning.digit
				: '';
	return {
		place: key.code,
		sign: sign || (key.key ?? ''),
		gapMs: Math.round(gapMs),
		held: held.filter((each) => each !== false && each !== undefined),
		meaning: meaning.type
	};
}
