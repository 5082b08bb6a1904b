import type { Page } from '@playwright/test';
import { type Figure, median } from '../report.ts';
import type { Workshop } from '../workshop.ts';

const TIMES = 9;
const AIMS = [
	{ rate: 1, seconds: 0.25 },
	{ rate: 6, seconds: 0.7 }
];

/** Reopens a browser whose store is full, and times from the navigation to the frame that shows the counters. */
export async function measureOpening(workshop: Workshop): Promise<Figure[]> {
	const applications = workshop.amount(50_000);
	const server = await workshop.startServer();
	const profile = workshop.profileFolder();

	workshop.say(`  filling the store with ${applications} applications`);
	let context = await workshop.browser(profile, 'block');
	let page = await workshop.benchPage(context, server.base);
	const { facts } = await page.evaluate((count) => window.bench.fillStore(count, 500), applications);
	const { person } = await page.evaluate(() =>
		window.bench.enrol({ number: '103', password: 'tereze-103' }, { org: 'center-04', kind: 'collection' })
	);
	await context.close();

	context = await workshop.browser(profile, 'allow');
	page = await context.newPage();
	await page.goto(`${server.base}/`);
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
		while (!navigator.serviceWorker.controller) await new Promise((done) => setTimeout(done, 50));
	});
	await context.close();

	context = await workshop.browser(profile, 'allow');
	page = await context.newPage();
	await page.addInitScript(watchForCounters, `${person} accumulationInspector`);
	const session = await context.newCDPSession(page);
	const cold = (await timeToCounters(page, server.base)).painted;
	const figures: Figure[] = [];
	for (const { rate, seconds } of AIMS) {
		await session.send('Emulation.setCPUThrottlingRate', { rate });
		const openings: Opening[] = [];
		const measure = async () => {
			while (openings.length < TIMES) openings.push(await timeToCounters(page, server.base));
		};
		await workshop.profiled(page, `opening-${rate}`, measure);
		const times = openings.map(({ painted }) => painted);
		const value = median(times) / 1000;
		const loaded = median(openings.map((opening) => opening.loaded));
		figures.push({
			name: `opening with ${applications} applications, CPU ×${rate}`,
			value,
			unit: 's',
			conditions: `navigation to /work until the counters are painted, ${facts} facts stored, person unlocked, service worker in control, process warm, median of ${TIMES}; of it until the last script was there ${(loaded / 1000).toFixed(2)} s; first after the start of the browser, ×1: ${(cold / 1000).toFixed(2)} s`,
			aim: `${seconds} s`,
			met: value <= seconds,
			beside: { times, loadedMs: loaded, coldMs: cold }
		});
	}
	await context.close();
	await server.stop();
	return figures;
}

/** Milliseconds since the navigation: the last script was there; the counters were painted. */
type Opening = { loaded: number; painted: number };

async function timeToCounters(page: Page, base: string): Promise<Opening> {
	await page.goto(`${base}/work`);
	const painted = await page.waitForFunction(() => (window as unknown as { paintedAt?: number }).paintedAt);
	const controlled = await page.evaluate(() => navigator.serviceWorker.controller !== null);
	if (!controlled) throw new Error('No service worker is in control');
	const loaded = await page.evaluate(
		(until) => {
			const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
			const scripts = resources.filter(({ name, responseEnd }) => name.endsWith('.js') && responseEnd < until);
			return Math.max(...scripts.map(({ responseEnd }) => responseEnd));
		},
		(await painted.jsonValue())!
	);
	return { loaded, painted: (await painted.jsonValue())! };
}

/** Runs in the page before anything else. The person had unlocked this tab before. */
function watchForCounters(who: string): void {
	sessionStorage.setItem('tereze:who', who);
	const observer = new MutationObserver(() => {
		if (!document.querySelector('h1') || !document.querySelector('.count')?.textContent) return;
		observer.disconnect();
		// A frame's callback runs before its painting, a task after it.
		requestAnimationFrame(() => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => Object.assign(window, { paintedAt: performance.now() });
			port2.postMessage(null);
		});
	});
	observer.observe(document, { childList: true, subtree: true, characterData: true });
}
