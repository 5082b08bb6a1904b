/** What a scan turned out to be, for the ear. */
export type Verdict = 'ok' | 'repeat' | 'foreign' | 'unknown' | 'error';

/** One beep. */
interface Tone {
	readonly hertz: number;
	/** Milliseconds from the verdict's start. */
	readonly startMs: number;
	readonly lengthMs: number;
	/** `sine` is soft, `square` is harsh: heard apart also by who does not hear pitches apart. */
	readonly wave: 'sine' | 'square';
}

/**
 * Told apart by number, rhythm and direction as well as by pitch, between 300 and 1,800 Hz, where old ears still hear and
 * small speakers still sound. One short beep is the good case, because it is heard a thousand times a day.
 */
export const VERDICT_TONES: Readonly<Record<Verdict, readonly Tone[]>> = {
	ok: [{ hertz: 1760, startMs: 0, lengthMs: 90, wave: 'sine' }],
	repeat: [
		{ hertz: 880, startMs: 0, lengthMs: 80, wave: 'sine' },
		{ hertz: 880, startMs: 140, lengthMs: 80, wave: 'sine' }
	],
	foreign: [
		{ hertz: 990, startMs: 0, lengthMs: 120, wave: 'sine' },
		{ hertz: 660, startMs: 120, lengthMs: 120, wave: 'sine' },
		{ hertz: 440, startMs: 240, lengthMs: 160, wave: 'sine' }
	],
	unknown: [
		{ hertz: 587, startMs: 0, lengthMs: 120, wave: 'sine' },
		{ hertz: 880, startMs: 150, lengthMs: 220, wave: 'sine' }
	],
	error: [{ hertz: 330, startMs: 0, lengthMs: 450, wave: 'square' }]
};

/** Seconds of fading in and out, without which a speaker clicks. */
const FADE = 0.008;
/** A square wave of the same height sounds about this many times as loud as a sine. */
const SQUARE_LOUDNESS = 3;

/**
 * Plays verdicts. The audio context is made at the first sound: browsers refuse one before the person touched the page.
 * @param openContext makes the context; null where the machine has no sound
 * @returns plays a verdict at a volume of 0 (silent) to 1
 */
export function verdictSound(
	openContext: () => AudioContext | null = openAudioContext
): (verdict: Verdict, volume: number) => void {
	let context: AudioContext | null | undefined;
	return (verdict, volume) => {
		if (volume <= 0) return;
		context ??= openContext();
		if (context === null) return;
		// Suspended after a lock or a long sleep; a refusal only means silence, and the verdict is whole without sound.
		if (context.state === 'suspended') void context.resume().catch(() => undefined);
		for (const tone of VERDICT_TONES[verdict]) play(context, tone, Math.min(volume, 1));
	};
}

function play(context: AudioContext, { hertz, startMs, lengthMs, wave }: Tone, volume: number): void {
	const start = context.currentTime + startMs / 1000;
	const end = start + lengthMs / 1000;
	const peak = wave === 'square' ? volume / SQUARE_LOUDNESS : volume;
	const gain = context.createGain();
	gain.gain.setValueAtTime(0, start);
	gain.gain.linearRampToValueAtTime(peak, start + FADE);
	gain.gain.setValueAtTime(peak, end - FADE);
	gain.gain.linearRampToValueAtTime(0, end);
	const oscillator = context.createOscillator();
	oscillator.type = wave;
	oscillator.frequency.setValueAtTime(hertz, start);
	oscillator.connect(gain).connect(context.destination);
	oscillator.start(start);
	oscillator.stop(end);
}

function openAudioContext(): AudioContext | null {
	try {
		return new AudioContext();
	} catch {
		return null;
	}
}
