import { describe, expect, it } from 'vitest';
import { VERDICT_TONES, type Verdict, verdictSound } from './verdict-sound.ts';

const VERDICTS = Object.keys(VERDICT_TONES) as Verdict[];

/** An audio context that notes what is to sound. */
function fakeContext() {
	const notes: { hertz: number; wave: string; peak: number; from: number; to: number }[] = [];
	let resumed = 0;
	const context = {
		currentTime: 10,
		state: 'suspended',
		destination: {},
		resume: async () => void resumed++,
		createGain() {
			const gain = { peak: 0 };
			const ramp = (value: number) => (gain.peak = Math.max(gain.peak, value));
			return {
				...gain,
				note: gain,
				gain: { setValueAtTime: ramp, linearRampToValueAtTime: ramp },
				connect: () => undefined
			};
		},
		createOscillator() {
			const note = { hertz: 0, wave: '', peak: 0, from: 0, to: 0 };
			notes.push(note);
			return {
				set type(wave: string) {
					note.wave = wave;
				},
				frequency: { setValueAtTime: (hertz: number) => (note.hertz = hertz) },
				connect(gain: { note: { peak: number }; connect: () => void }) {
					note.peak = gain.note.peak;
					return gain;
				},
				start: (at: number) => (note.from = at),
				stop: (at: number) => (note.to = at)
			};
		}
	};
	return { context: context as unknown as AudioContext, notes, resumed: () => resumed };
}

describe('the sound of a verdict', () => {
	it('X18 differs between any two verdicts in rhythm or wave', () => {
		const heard = VERDICTS.map((verdict) =>
			JSON.stringify(VERDICT_TONES[verdict].map(({ startMs, lengthMs, wave }) => [startMs, lengthMs, wave]))
		);
		expect(new Set(heard).size).toBe(VERDICTS.length);
	});

	it.each(VERDICTS)('X18 of %s is over within half a second', (verdict) => {
		for (const { startMs, lengthMs } of VERDICT_TONES[verdict]) expect(startMs + lengthMs).toBeLessThanOrEqual(500);
	});

	it('X18 plays the tones of the verdict at the volume asked for', () => {
		const { context, notes } = fakeContext();
		verdictSound(() => context)('repeat', 0.5);
		expect(notes).toEqual([
			{ hertz: 880, wave: 'sine', peak: 0.5, from: 10, to: 10.08 },
			{ hertz: 880, wave: 'sine', peak: 0.5, from: 10.14, to: expect.closeTo(10.22) }
		]);
	});

	it('X18 opens the sound at the first verdict, once, and wakes it', () => {
		const { context, resumed } = fakeContext();
		let opened = 0;
		const play = verdictSound(() => {
			opened++;
			return context;
		});
		expect(opened).toBe(0);
		play('ok', 0);
		expect(opened).toBe(0);
		play('ok', 1);
		play('error', 1);
		expect([opened, resumed()]).toEqual([1, 2]);
	});

	it('X18 is silent, not broken, on a machine without sound', () => {
		expect(() => verdictSound(() => null)('error', 1)).not.toThrow();
	});
});
