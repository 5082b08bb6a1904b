import { codeStream, type Scan } from '$lib/scanner/code-stream';
import { listenToWedge } from '$lib/scanner/listen-to-wedge';
import { isPasswordField } from '$lib/scanner/password-field';
import { readCode } from '$lib/scanner/read-code';
import { verdictSound } from '$lib/scanner/verdict-sound';
import { type PaperNumber } from '$lib/domain/number/paper-number';

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
	#takers: Taker[] = [];
	#idle: Taker | null = null;
	readonly #play = verdictSound();
	readonly stream = codeStream((scan) => this.#give(scan.text, scan.source));

	/** Listens to the wedge of this tab; gives a function that stops it. */
	start(): () => void {
		return listenToWedge(window, {
			onScan: (outcome, at) => {
				if (outcome.kind === 'misread') this.#hand({ ok: false, text: outcome.text });
				else if (outcome.kind === 'scan') this.stream.wedge(outcome.text, at);
			},
			isProtected: isPasswordField,
			now: () => performance.now(),
			setTimer: (run, ms) => {
				const timer = setTimeout(run, ms);
				return () => clearTimeout(timer);
			}
		});
	}

	/** The screen on top takes the codes until it gives back the place. */
	take(taker: Taker): () => void {
		this.#takers.push(taker);
		return () => void (this.#takers = this.#takers.filter((other) => other !== taker));
	}

	/** Takes the codes that no screen asks for. */
	takeIdle(taker: Taker): () => void {
		this.#idle = taker;
		return () => void (this.#idle = this.#idle === taker ? null : this.#idle);
	}

	/** Gives a code once more, to the screen that it has opened. */
	again(code: Code): void {
		this.#hand(code);
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
		this.#hand(
			read.ok ? { ok: true, number: read.number, payload: read.payload ?? null, source } : { ok: false, text }
		);
	}

	#hand(code: Code): void {
		(this.#takers.at(-1) ?? this.#idle)?.(code);
	}
}

export const scans = new Scans();
