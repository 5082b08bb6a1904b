import { readCode } from './read-code';

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
	/** Frames in a row up to the latest one; 0 when the latest did not show it. */
	readonly streak: number;
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
	const next = new Map<string, Sight>();
	for (const [key, sight] of view) {
		if (sight.told && at - sight.seenAt < awayMs) next.set(key, { ...sight, streak: 0 });
	}
	const fresh: string[] = [];
	for (const [key, text] of fullestByKey(texts)) {
		const before = view.get(key);
		const here = before !== undefined && at - before.seenAt < awayMs ? before : undefined;
		const streak = (here?.streak ?? 0) + 1;
		const best = here && streak > 1 ? longer(here.text, text) : text;
		const told = here?.told ?? false;
		const tell = !told && streak >= equalFrames;
		if (tell) fresh.push(best);
		next.set(key, { text: best, seenAt: at, streak, told: told || tell });
	}
	return { view: next, fresh };
}

/** Notes a code that was read otherwise (by a wedge scanner), so that the camera does not tell the same paper again. */
export function noteRead(view: CameraView, text: string, at: number): CameraView {
	return new Map(view).set(keyOf(text), { text, seenAt: at, streak: 0, told: true });
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
