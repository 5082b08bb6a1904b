import { type Code } from '#lib/device/input/scans.svelte.ts';

/** A code that opened a list and belongs on it: handed over to the list that the screen opens for it. */
let pending: Code | null = null;

export function leavePending(code: Code): void {
	pending = code;
}

export function takePending(): Code | null {
	const code = pending;
	pending = null;
	return code;
}
