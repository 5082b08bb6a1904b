import { tick } from 'svelte';
import { codeStream, type Scan } from '$lib/scanner/code-stream';
import { listenToWedge } from '$lib/scanner/listen-to-wedge';
import { isPasswordField } from '$lib/scanner/password-field';
import { readCode } from '$lib/scanner/read-code';
import { verdictSound } from '$lib/scanner/verdict-sound';
import { type PaperNumber } from '$lib/domain/number/paper-number';
import { codeGate } from './code-gate';
import { openingReadings } from './first-readings';

/** A code that was read, or one that a scanner sent and that is no good number. */
export type Code =
	{ ok: true; number: PaperNumber; payload: string | null; source: Scan['source'] } | { ok: false; text: string };
type Taker = (code: Code) => void;
export type VerdictTone = 'ok' | 'repeat' | 'foreign' | 'unknown' | 'error';

/**
 * One stream of codes from wedge, camera and typed numbers, given to the screen that asked last. A scan never leaves an open
 * draft: a screen with a form takes the code and shows one line.
 */
class Scans {
	volume = $state(Number(localStorage.getItem('tereze:volume') ?? '0.6'));
	readonly #gate = codeGate<Code>({ isReading: () => openingReadings.pending, now: () => performance.now() });
	readonly #play = verdictSound();
	readonly stream = codeStream((scan) => this.#give(scan.text, scan.source));

	/** Listens to the wedge of this tab, beginning with what it sent before; gives a function that stops it. */
	start(): () => void {
		const stop = openingReadings.listen(() => void this.#lookSoon());
		const stopWedge = listenToWedge(window, {
			early: window.earlyKeys?.() ?? [],
			onScan: (outcome, at) => {
				if (outcome.kind === 'misread') this.#gate.hand({ ok: false, text: outcome.text });
				else if (outcome.kind === 'scan') this.stream.wedge(outcome.text, at);
			},
			isProtected: isPasswordField,
			now: () => performance.now(),
			setTimer: (run, ms) => {
				const timer = setTimeout(run, ms);
				return () => clearTimeout(timer);
			}
		});
		return () => {
			stop();
			stopWedge();
		};
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

	#give(text: string, source: Scan['source']): void {
		const read = readCode(text);
		this.#gate.hand(
			read.ok ? { ok: true, number: read.number, payload: read.payload ?? null, source } : { ok: false, text }
		);
	}

	/** After the screen has shown what it read, and all that take codes have said so. */
	async #lookSoon(): Promise<void> {
		await tick();
		this.#gate.look();
	}
}

export const scans = new Scans();
