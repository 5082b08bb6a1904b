import { readCode } from './read-code.ts';

export interface CameraViewOptions {
	/** Frames in a row that must show the same code: one frame alone misreads, measured at 1.3 pixels per module. */
	readonly equalFrames: number;
	/** Milliseconds a code must be out of view before it counts again: a paper is often lost for a frame or two. */
	readonly awayMs: number;
}

interface Sight {
	readonly text: string;
	/** Milliseconds, of the last frame that showed it. */
	readonly seenAt: number;
	/** Frames that showed it; in a row, until it was told. */
	readonly frames: number;
	readonly told: boolean;
}

/** What the camera sees and saw a moment ago, by number, or by text where it is no number of ours. */
export type CameraView = ReadonlyMap<string, Sight>;

export const EMPTY_VIEW: CameraView = new Map();

/**
 * Takes one frame in.
 * @param texts the texts of all codes in the frame
 * @param at milliseconds, never going back
 * @returns the next view, and the texts that are to be told now
 */
export function seeFrame(
	view: CameraView,
	texts: readonly string[],
	at: number,
	{ equalFrames, awayMs }: CameraViewOptions
): { view: CameraView; fresh: string[] } {
	const shown = fullestByKey(texts);
	const next = new Map<string, Sight>();
	for (const [key, sight] of view) {
		// Told codes are kept while away for a moment; others must be in this frame too, or their row is broken.
		if (at - sight.seenAt < awayMs && (sight.told || shown.has(key))) next.set(key, sight);
	}
	const fresh: string[] = [];
	for (const [key, text] of shown) {
		const before = next.get(key);
		const fullest = longer(before?.text ?? '', text);
		const frames = (before?.frames ?? 0) + 1;
		const tell = !before?.told && frames >= equalFrames;
		if (tell) fresh.push(fullest);
		next.set(key, { text: fullest, seenAt: at, frames, told: tell || before?.told === true });
	}
	return { view: next, fresh };
}

/** Notes a code that was read otherwise (by a wedge scanner), so that the camera does not tell the same paper again. */
export function noteRead(view: CameraView, text: string, at: number): CameraView {
	return new Map(view).set(keyOf(text), { text, seenAt: at, frames: 0, told: true });
}

/** A paper carries a Code 128 and a QR with the same number: one paper, told once, with the fuller text. */
function fullestByKey(texts: readonly string[]): Map<string, string> {
	const byKey = new Map<string, string>();
	for (const text of texts) {
		const key = keyOf(text);
		byKey.set(key, longer(byKey.get(key) ?? '', text));
	}
	return byKey;
}

function keyOf(text: string): string {
	const read = readCode(text);
	return read.ok ? read.number : text;
}

function longer(one: string, other: string): string {
	return other.length > one.length ? other : one;
}
