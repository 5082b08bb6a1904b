import type { Page } from '@playwright/test';
import { assertEqual } from '../devices.ts';
import { type Figure, median } from '../report.ts';
import type { Workshop } from '../workshop.ts';

const OPENINGS = 7;
const CHOICES = 5;
const RATES = [1, 6];
const HEAD = { number: '202', password: 'tereze-202' };

/**
 * A head with a long queue of resolutions, on the real screen: from the navigation to its first rows, choosing all of them, and
 * assigning an executor to all of them. Each speed has a store and a server of its own.
 */
export async function measureQueue(workshop: Workshop): Promise<Figure[]> {
	const waiting = workshop.amount(2000);
	const figures: Figure[] = [];
	for (const rate of RATES) {
		const server = await workshop.startServer();
		const profile = workshop.profileFolder();
		workshop.say(`  filling a store with ${waiting} applications, for CPU ×${rate}`);
		let context = await workshop.browser(profile, 'block');
		let page = await workshop.benchPage(context, server.base);
		const bare = await assignWithoutScreen(page, rate, waiting);
		const { person } = await page.evaluate((sign) => window.bench.enrol(sign, { org: 'body-15', kind: 'body' }), HEAD);
		const { facts } = await page.evaluate((count) => window.bench.fillQueue(count, 700), waiting);
		await context.close();

		context = await workshop.browser(profile, 'block');
		page = await context.newPage();
		await page.addInitScript((who) => sessionStorage.setItem('tereze:who', who), `${person} head`);
		const session = await context.newCDPSession(page);
		await openQueue(page, server.base);
		await session.send('Emulation.setCPUThrottlingRate', { rate });
		const openings: number[] = [];
		while (openings.length < OPENINGS) openings.push(await openQueue(page, server.base));
		const choices: number[] = [];
		while (choices.length < CHOICES) choices.push(await chooseAll(page, waiting));
		const assigning = await workshop.profiled(page, `queue-${rate}`, () => assignAll(page, waiting));
		await context.close();
		await server.stop();

		const conditions = `a queue of ${waiting}, ${facts} facts stored, page of 100 rows, no service worker, process warm`;
		const figure = (name: string, value: number, unit: string, how: string, beside: Figure['beside']): Figure => ({
			name: `queue: ${name}, CPU ×${rate}`,
			value,
			unit,
			conditions: `${how}; ${conditions}`,
			aim: '',
			met: null,
			beside
		});
		const perSecond = (waiting / assigning) * 1000;
		figures.push(
			figure('first rows', median(openings) / 1000, 's', `navigation to painted rows, median of ${OPENINGS}`, {
				openings
			}),
			figure('choose all', median(choices), 'ms', `press to painted, median of ${CHOICES}`, { choices }),
			figure(
				'assign all',
				assigning / 1000,
				's',
				`press to «assigned», the same without the screen ${(bare / 1000).toFixed(2)} s; in transactions of 100, each fact folded and read back, ${Math.round(perSecond)} a second, once; sync sends meanwhile`,
				{ perSecond, withoutScreenMs: bare }
			)
		);
	}
	return figures;
}

/** The journal's part: in a store of its own, which is thrown away. */
async function assignWithoutScreen(page: Page, rate: number, waiting: number): Promise<number> {
	await page.evaluate(() => window.bench.setDeviceNumber(7));
	await page.evaluate((count) => window.bench.fillQueue(count, 800), waiting);
	const session = await page.context().newCDPSession(page);
	await session.send('Emulation.setCPUThrottlingRate', { rate });
	const { ms, done } = await page.evaluate(() => window.bench.assignQueue());
	await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
	assertEqual('Assigned without the screen', done, waiting);
	await page.evaluate(() => window.bench.startAfresh());
	return ms;
}

const BOXES = 'ul[role="list"] input[type="checkbox"]';
const CHOOSE_ALL = 'section header button';
const ASSIGN = '[aria-keyshortcuts="Control+Enter"]';

async function openQueue(page: Page, base: string): Promise<number> {
	await page.goto(`${base}/body/resolutions`, { waitUntil: 'commit' });
	return moment(page, ({ boxes }) => document.querySelector(boxes) !== null && performance.now(), { boxes: BOXES });
}

/** Presses the first button above the list: it chooses all, on every page. */
async function chooseAll(page: Page, count: number): Promise<number> {
	const clear = page.locator(CHOOSE_ALL).nth(1);
	if (await clear.count()) await clear.click();
	await page.waitForFunction((boxes) => !document.querySelector<HTMLInputElement>(boxes)!.checked, BOXES);
	const from = await press(page, CHOOSE_ALL);
	const chosen = await moment(
		page,
		({ boxes, told }) => {
			const all = [...document.querySelectorAll<HTMLInputElement>(boxes)];
			const text = document.querySelector('.toolbar .side')?.textContent?.replace(/\s/g, '') ?? '';
			return all.every(({ checked }) => checked) && text.includes(told) && performance.now();
		},
		{ boxes: BOXES, told: String(count) }
	);
	return chosen - from;
}

/** Until the screen says how many were assigned, and none is left. */
async function assignAll(page: Page, count: number): Promise<number> {
	const from = await press(page, ASSIGN);
	const assigned = await moment(
		page,
		({ told }) => {
			const text = document.querySelector('.stack > [role="status"]')?.textContent?.replace(/\s/g, '') ?? '';
			return text.includes(told) && performance.now();
		},
		{ told: String(count) }
	);
	await page.waitForFunction((boxes) => document.querySelector(boxes) === null, BOXES);
	return assigned - from;
}

/** In which frame of the page something was so, in milliseconds since the navigation. */
async function moment<T>(page: Page, found: (value: T) => number | false, value: T): Promise<number> {
	const handle = await page.waitForFunction(found as (value: unknown) => number | false, value, {
		polling: 'raf',
		timeout: 180_000
	});
	return (await handle.jsonValue()) as number;
}

/** Presses a button within the page, so that the way from here to there is no part of the time. */
const press = (page: Page, button: string): Promise<number> =>
	page.evaluate((selector) => {
		const at = performance.now();
		document.querySelector<HTMLButtonElement>(selector)!.click();
		return at;
	}, button);
