import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { choosePin } from '../../e2e/support/begin.ts';
import { ADMIN, demoPin, signIn, WINDOW_1 } from '../../e2e/support/desk.ts';
import { type Figure, median } from '../report.ts';
import type { Workshop } from '../workshop.ts';

const AIM_S = 2;
const TIMES = 20;
const NEW_PIN = '274916';

/** How long people wait at the lock: from the last key until their work is there. */
export async function measureUnlocking(workshop: Workshop): Promise<Figure[]> {
	const times = Math.max(5, workshop.amount(TIMES));
	const server = await workshop.startServer();
	const context = await workshop.browser(workshop.profileFolder(), 'allow', server.base);
	const page = await context.newPage();
	await signIn(page, WINDOW_1);
	const byPin = await timed(times, () => withPin(page, demoPin(WINDOW_1)));
	const byPassword = await timed(times, () => withPassword(page));
	const digits = await issueBadge(server.base);
	await page.keyboard.press('F9');
	await withPassword(page, () => choosePin(page, NEW_PIN));
	const byBadge = await timed(times, () => withBadge(page, digits));
	await context.close();
	await server.stop();
	return [
		figure('unlock by number and PIN', byPin, 'without a badge'),
		figure('unlock by badge and PIN', byBadge, 'the key is opened anew, its session signed and recorded'),
		figure('sign-in by number and password', byPassword, 'argon2id on the server, on the same processors')
	];
}

function figure(name: string, times: number[], conditions: string): Figure {
	const p95 = times[Math.ceil(times.length * 0.95) - 1]! / 1000;
	return {
		name: `${name}, p95`,
		value: p95,
		unit: 's',
		conditions: `${conditions}; from the last key to the first screen, CPU ×1, ${times.length} times; median ${(median(times) / 1000).toFixed(2)} s`,
		aim: `${AIM_S} s`,
		met: p95 <= AIM_S,
		beside: { times }
	};
}

/** Sorted, ms. */
async function timed(times: number, unlock: () => Promise<number>): Promise<number[]> {
	const taken: number[] = [];
	while (taken.length < times) taken.push(await unlock());
	return taken.toSorted((a, b) => a - b);
}

const atWork = (page: Page) => page.getByRole('heading', { name: 'Жұмысым', level: 1 }).waitFor();

async function lastKey(page: Page, then = () => atWork(page)): Promise<number> {
	const from = performance.now();
	await page.keyboard.press('Enter');
	await then();
	return performance.now() - from;
}

async function withPin(page: Page, pin: string): Promise<number> {
	await page.keyboard.press('F9');
	await page.getByLabel('Қызметкер нөмірі').fill(WINDOW_1);
	await page.getByLabel('PIN', { exact: true }).fill(pin);
	return lastKey(page);
}

async function withPassword(page: Page, then?: () => Promise<void>): Promise<number> {
	if (!then) await page.keyboard.press('F9');
	await page.getByRole('button', { name: 'Құпиясөзбен кіру' }).click();
	await page.getByLabel('Қызметкер нөмірі').fill(WINDOW_1);
	await page.getByLabel('Құпиясөз', { exact: true }).fill(`tereze-${WINDOW_1}`);
	const ms = await lastKey(page, then);
	if (then) await atWork(page);
	return ms;
}

async function withBadge(page: Page, digits: string): Promise<number> {
	await page.keyboard.press('F9');
	await page.getByLabel('PIN', { exact: true }).focus();
	await page.keyboard.type(digits);
	await page.keyboard.press('Enter');
	await page.getByText('Сейітова Айгүл').waitFor();
	await page.getByLabel('PIN', { exact: true }).fill(NEW_PIN);
	return lastKey(page);
}

/** By the administrator of the Center; the digits of the card. */
async function issueBadge(base: string): Promise<string> {
	const post = (path: string, body: object, cookie = '') =>
		fetch(`${base}/api/${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', origin: base, cookie },
			body: JSON.stringify(body)
		});
	const signedIn = await post('session', { number: ADMIN, password: `tereze-${ADMIN}` });
	const command = { kind: 'issueBadge', staff: `staff-${WINDOW_1}` };
	const act = { id: randomUUID(), as: 'admin', commands: [command] };
	const issued = await post('registry', act, signedIn.headers.getSetCookie().join('; '));
	const { badges } = (await issued.json()) as { badges: [{ digits: string }] };
	return badges[0].digits;
}
