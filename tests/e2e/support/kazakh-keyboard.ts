import { type Page } from '@playwright/test';
import { keysOf } from '#lib/scanner/testing/scanner-keys.ts';

/** What the keys of a scanner's codes type while the Kazakh layout is on; with Shift, the capitals. */
const KAZAKH: Readonly<Record<string, string>> = {
	...Object.fromEntries([...')"әіңғ,.үұ'].map((letter, digit) => [`Digit${digit}`, letter])),
	...Object.fromEntries(
		[...'QWERTYUIOPASDFGHJKLZXCVBNM'].map((key, at) => [`Key${key}`, 'йцукенгшщзфывапролдячсмить'[at]])
	),
	Semicolon: 'ж',
	Minus: '-'
};

/** A cable scanner sends a key every few milliseconds. */
const CABLE_MS = 5;
/** The hand needs longer from the keyboard to the trigger: what was typed sooner before a scan would be a part of it. */
const TO_TRIGGER_MS = 150;

export type ScannerHabit = {
	/** Bluetooth rests between its keys. */
	gapMs?: number;
	/** Many scanners are set to end with a line feed, which is Ctrl+J. */
	end?: 'Enter' | 'Ctrl+J';
};

/**
 * Scans with real keys: they come from the browser's own input, with the times of a scanner, so that they also type letters into the
 * field that has the focus, as on a desk in Shymkent.
 */
export async function scanWithKeys(page: Page, text: string, habit: ScannerHabit = {}): Promise<void> {
	const { gapMs = CABLE_MS, end = 'Enter' } = habit;
	const input = await page.context().newCDPSession(page);
	const ends = end === 'Enter' ? ['Enter'] : ['ControlLeft', 'KeyJ'];
	const presses = [...keysOf(text), ...ends.map((code) => ({ code, shift: false, isEnd: true }))];
	// This pause is no condition: it is the hand's own time.
	await new Promise((resolve) => setTimeout(resolve, TO_TRIGGER_MS));
	let timestamp = Date.now() / 1000;
	const sent = presses.flatMap((press) => {
		timestamp += gapMs / 1000;
		return [
			input.send('Input.dispatchKeyEvent', { type: 'keyDown', ...signOf(press), timestamp }),
			input.send('Input.dispatchKeyEvent', { type: 'keyUp', ...signOf(press), timestamp })
		];
	});
	// One after the other without a pause between: a scanner does not wait for the page.
	await Promise.all(sent);
	await input.detach();
}

function signOf({ code, shift, isEnd = false }: { code: string; shift: boolean; isEnd?: boolean }) {
	if (code === 'Enter') return { code, key: 'Enter', text: '\r' };
	if (isEnd) return { code, key: code === 'KeyJ' ? 'о' : 'Control', modifiers: 2 };
	const letter = KAZAKH[code] ?? '';
	const text = shift ? letter.toUpperCase() : letter;
	return { code, key: text || 'Shift', modifiers: shift ? 8 : 0, ...(text ? { text } : {}) };
}
