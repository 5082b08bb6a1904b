import { type Page } from '@playwright/test';
import { keysOf } from '../../../src/lib/scanner/testing/scanner-keys';

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
const SECONDS_A_KEY = 0.005;

/**
 * Scans with real keys: they come from the browser's own input, with the times of a scanner, so that they also type letters into the
 * field that has the focus, as on a desk in Shymkent.
 */
export async function scanWithKeys(page: Page, text: string): Promise<void> {
	const input = await page.context().newCDPSession(page);
	const presses = [...keysOf(text), { code: 'Enter', shift: false }];
	let timestamp = Date.now() / 1000;
	const sent = presses.flatMap(({ code, shift }) => {
		const letter = KAZAKH[code] ?? '';
		const typed = shift ? letter.toUpperCase() : letter;
		const key = code === 'Enter' ? 'Enter' : typed || 'Shift';
		const press = { code, key, modifiers: shift ? 8 : 0, timestamp: (timestamp += SECONDS_A_KEY) };
		const text = code === 'Enter' ? '\r' : typed;
		return [
			input.send('Input.dispatchKeyEvent', { type: 'keyDown', ...press, ...(text ? { text } : {}) }),
			input.send('Input.dispatchKeyEvent', { type: 'keyUp', ...press })
		];
	});
	// One after the other without a pause between: a scanner does not wait for the page.
	await Promise.all(sent);
	await input.detach();
}
