import { type OpenQuarantine } from '../store/journal-store.ts';

/** Open texts of one journal, and characters of these, that are kept. No honest device comes near. */
const MOST_TEXTS = 2000;
const MOST_WEIGHT = 4 * 1024 * 1024;

/**
 * What the server keeps of one journal in quarantine. Beyond the quota a text keeps its place in the chain by its hash only, so what
 * follows goes on; the text itself stays on its device, which is asked for it again once there is room.
 */
export class QuarantineQuota {
	#kept: number;
	#weight: number;
	/** Texts of this journal wait on their device. */
	readonly waits: boolean;

	constructor(open: OpenQuarantine | undefined) {
		this.#kept = open?.kept ?? 0;
		this.#weight = open?.weight ?? 0;
		this.waits = (open?.unkept ?? null) !== null;
	}

	/** Whether a text of this length is kept; then it counts. */
	takes(length: number): boolean {
		if (this.#kept >= MOST_TEXTS || this.#weight + length > MOST_WEIGHT) return false;
		this.#kept += 1;
		this.#weight += length;
		return true;
	}
}

/** The seq that a device may take for acknowledged: below the first text that waits on it, where there is room for it now. */
export function ackedBelowWaiting(held: number, open: OpenQuarantine | undefined): number {
	if (!open || open.unkept === null || open.kept >= MOST_TEXTS / 2 || open.weight >= MOST_WEIGHT / 2) return held;
	return Math.min(held, Math.max(0, open.unkept - 1));
}
