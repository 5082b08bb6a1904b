import { tick } from 'svelte';
import { codeStream, type Scan } from '#lib/scanner/code-stream.ts';
import { type FieldKind } from '#lib/scanner/field-kind.ts';
import { type BurstPlace, listenToWedge, type WedgeListener } from '#lib/scanner/listen-to-wedge.ts';
import { oneTrigger } from '#lib/scanner/one-trigger.ts';
import { isPasswordField } from '#lib/scanner/password-field.ts';
import { readCode } from '#lib/scanner/read-code.ts';
import { verdictSound } from '#lib/scanner/verdict-sound.ts';
import { type WedgeOutcome } from '#lib/scanner/wedge.ts';
import { type WedgeKey } from '#lib/scanner/wedge-keys.ts';
import { type BadgeDigits, readBadge } from '#lib/domain/number/badge.ts';
import { type PaperNumber } from '#lib/domain/number/paper-number.ts';
import { codeGate } from './code-gate.ts';
import { openingReadings } from '#lib/device/live/first-readings.ts';
import { scannerDevice } from './scanner-device.svelte.ts';

/** A code that nobody understands: digits of wrong length or check, another code, or keys too slow for a scanner of this device. */
export type Unread = {
	ok: false;
	text: string;
	/** `badge`: a person's badge where none is asked for; its text is left out. */
	reason: 'length' | 'notDigits' | 'check' | 'kind' | 'foreign' | 'slow' | 'badge';
	/** It is in the field where it fell: a person may have wanted it there. */
	stays?: boolean;
};
/** A code that was read, or one that a scanner sent and that is no good number. */
export type Code = { ok: true; number: PaperNumber; payload: string | null; source: Scan['source'] } | Unread;
type Probe = (key: WedgeKey, where: FieldKind) => void;
type Taker = (code: Code) => void;
type BadgeTaker = (digits: BadgeDigits | null) => void;
export type VerdictTone = 'ok' | 'repeat' | 'foreign' | 'unknown' | 'error';

const setTimer: WedgeListener['setTimer'] = (run, ms) => {
	const timer = setTimeout(run, ms);
	return () => clearTimeout(timer);
};

/** What becomes of a foreign code in the field where it fell: an identity card's IIN is meant there, and quick writing is no code. */
function endOfForeign(text: string, where: FieldKind): 'meant' | 'stays' | 'takenBack' {
	if (where === 'nowhere' || where === 'ours') return 'takenBack';
	if (/^\d{12}$/.test(text)) return 'meant';
	if (where === 'number') return 'takenBack';
	const digits = text.replace(/\D/g, '').length;
	const isCode = (digits >= 8 && digits * 2 > text.length) || (text.length >= 16 && !text.includes(' '));
	return isCode ? 'stays' : 'meant';
}

/**
 * One stream of codes from wedge, camera and typed numbers, given to the screen that asked last. A scan never leaves an open
 * draft: a screen with a form takes the code and shows one line.
 */
class Scans {
	volume = $state(Number(localStorage.getItem('tereze:volume') ?? '0.6'));
	readonly #gate = codeGate<Code>({ isReading: () => openingReadings.pending, now: () => performance.now() });
	readonly #play = verdictSound();
	readonly stream = codeStream((scan) => this.#give(scan.text, scan.source));

	readonly #wedge = oneTrigger({ give: (text, at) => this.stream.wedge(text, at), setTimer });
	#probe: Probe | null = null;
	#badges: BadgeTaker | null = null;

	/** Listens to the wedge of this tab, beginning with what it sent before; gives a function that stops it. */
	start(): () => void {
		const stop = openingReadings.listen(() => void this.#lookSoon());
		const stopWedge = listenToWedge(window, {
			early: window.earlyKeys?.() ?? [],
			options: scannerDevice,
			onScan: (outcome, at, place) => this.#hear(outcome, at, place),
			onSlow: ({ text, badge }) =>
				badge ? this.#giveBadge(badge.digits) : this.#gate.hand({ ok: false, text, reason: 'slow' }),
			onPress: (key, where) => {
				this.#wedge.key(key.ctrl === true || key.alt === true);
				this.#probe?.(key, where);
			},
			isProtected: isPasswordField,
			now: () => performance.now(),
			setTimer
		});
		// A click acts upon what was scanned before it.
		const click = () => this.#wedge.key(true);
		addEventListener('click', click, { capture: true });
		return () => {
			stop();
			stopWedge();
			removeEventListener('click', click, { capture: true });
		};
	}

	/** Gives each key to *Test my scanner* while it is open. */
	probe(probe: Probe): () => void {
		this.#probe = probe;
		return () => void (this.#probe = this.#probe === probe ? null : this.#probe);
	}

	#hear(outcome: WedgeOutcome, at: number, { where, tookMs, takeBack }: BurstPlace): void {
		const { text } = outcome;
		if (outcome.kind === 'scan') return this.#wedge.scan(text, at, tookMs);
		if (outcome.kind === 'badge') return this.#giveBadge(outcome.digits);
		if (outcome.kind === 'misread') return this.#gate.hand({ ok: false, text, reason: outcome.reason });
		const end = endOfForeign(text, where);
		if (end === 'meant') return;
		if (end === 'takenBack') takeBack();
		this.#gate.hand({ ok: false, text, reason: 'foreign', stays: end === 'stays' });
	}

	/** The screen on top takes the codes until it gives back the place. */
	take(taker: Taker): () => void {
		void this.#lookSoon();
		return this.#gate.take(taker);
	}

	/** Takes the codes that no screen asks for. */
	takeIdle(taker: Taker): () => void {
		void this.#lookSoon();
		return this.#gate.takeIdle(taker);
	}

	/** The screen that unlocks takes badges until it gives back the place; null: one that was read in part or wrongly. */
	takeBadges(taker: BadgeTaker): () => void {
		this.#badges = taker;
		return () => void (this.#badges = this.#badges === taker ? null : this.#badges);
	}

	/** The device was locked: what was scanned and not judged yet is nobody's. */
	forget(): void {
		this.#gate.clear();
	}

	/** Gives a code once more, to the screen that it has opened. */
	again(code: Code): void {
		this.#gate.hand(code);
	}

	/** A number typed by hand: judged like a scan. */
	typed(text: string): void {
		this.#give(text, 'typed');
	}

	sound(tone: VerdictTone): void {
		this.#play(tone, this.volume);
	}

	setVolume(volume: number): void {
		this.volume = volume;
		localStorage.setItem('tereze:volume', String(volume));
	}

	/** Elsewhere than at the lock a badge is told as one, and forgotten: it never waits for a screen. */
	#giveBadge(digits: BadgeDigits | null): void {
		if (this.#badges) this.#badges(digits);
		else this.#gate.hand({ ok: false, text: '', reason: 'badge' });
	}

	#give(text: string, source: Scan['source']): void {
		const badge = readBadge(text);
		if (badge) return this.#giveBadge(badge.ok ? badge.digits : null);
		const read = readCode(text);
		this.#gate.hand(
			read.ok
				? { ok: true, number: read.number, payload: read.payload ?? null, source }
				: { ok: false, text, reason: read.reason }
		);
	}

	/** After the screen has shown what it read, and all that take codes have said so. */
	async #lookSoon(): Promise<void> {
		await tick();
		this.#gate.look();
	}
}

export const scans = new Scans();
