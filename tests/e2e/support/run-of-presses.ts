import { type Page } from '@playwright/test';

/** Between two presses of a hurried finger. */
const BETWEEN_MS = 60;

/**
 * Presses Ctrl+Enter again and again without looking. Like a scanner's keys these carry the times at which they were pressed: a busy
 * machine hands them on late, and the run stays a run.
 */
export async function pressInARun(page: Page, times: number): Promise<void> {
	const input = await page.context().newCDPSession(page);
	const began = Date.now();
	const sent: Promise<unknown>[] = [];
	for (let press = 0; press < times; press += 1) {
		const due = began + press * BETWEEN_MS;
		// The rhythm of the finger, which waits for nothing on the screen.
		await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - Date.now())));
		const key = { code: 'Enter', key: 'Enter', modifiers: 2, timestamp: due / 1000 };
		sent.push(input.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key }));
		sent.push(input.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }));
	}
	await Promise.all(sent);
	await input.detach();
}
