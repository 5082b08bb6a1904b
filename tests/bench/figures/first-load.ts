import { request } from 'node:http';
import type { Figure } from '../report.ts';
import type { Workshop } from '../workshop.ts';

const SCREEN = '/window/accept';
const AIM_KB = 250;
const QUIET_MS = 1000;

/** Scanner and papers: their workers, WebAssembly and print fonts load after the screen. */
const LATER = /\/workers\/|\.wasm$|\.ttf$/;

export async function measureFirstLoad(workshop: Workshop): Promise<Figure[]> {
	const server = await workshop.startServer();
	const figures = [...(await measureSize(workshop, server.base)), await measureOffline(workshop, server.base)];
	await server.stop();
	return figures;
}

async function measureSize(workshop: Workshop, base: string): Promise<Figure[]> {
	const context = await workshop.browser(workshop.profileFolder(), 'block');
	const bench = await workshop.benchPage(context, base);
	const { person } = await bench.evaluate(() =>
		window.bench.enrol({ number: '101', password: 'tereze-101' }, { org: 'center-04', kind: 'window', window: '1' })
	);
	await bench.close();
	const page = await context.newPage();
	await page.addInitScript((who) => sessionStorage.setItem('tereze:who', who), `${person} centerInspector`);
	const urls = new Set<string>();
	let last = performance.now();
	page.on('request', (asked) => {
		const { pathname } = new URL(asked.url());
		if (asked.method() !== 'GET' || !asked.url().startsWith('http') || pathname.startsWith('/api/')) return;
		urls.add(asked.url());
		last = performance.now();
	});
	const answer = await page.goto(`${base}${SCREEN}`);
	await page.getByRole('heading', { level: 1 }).waitFor();
	while (performance.now() - last < QUIET_MS) await page.waitForTimeout(QUIET_MS / 4);
	const opened = answer?.ok() === true && new URL(page.url()).pathname === SCREEN;
	await context.close();
	const sizes: Record<string, number> = { html: 0, js: 0, css: 0, fonts: 0, other: 0, later: 0 };
	for (const url of urls) sizes[kindOf(url)]! += await gzippedSize(url);
	const kb = (bytes: number) => bytes / 1024;
	const first = kb(sizes['html']! + sizes['js']! + sizes['css']!);
	const parts = Object.entries(sizes).map(([kind, bytes]) => `${kind} ${kb(bytes).toFixed(1)}`);
	const wrong = opened ? '' : ` THIS SCREEN DOES NOT OPEN YET (${answer?.status()}).`;
	return [
		{
			name: `first load of ${SCREEN}, JS, CSS and HTML`,
			value: first,
			unit: 'kB',
			conditions: `gzip, ${urls.size} files, nothing cached, before precaching; kB: ${parts.join(', ')}.${wrong}`,
			aim: `${AIM_KB} kB`,
			met: opened ? first <= AIM_KB : null,
			beside: sizes
		},
		{
			name: '  its fonts',
			value: kb(sizes['fonts']!),
			unit: 'kB',
			conditions: 'woff2, cached for ever afterwards',
			aim: '',
			met: null
		}
	];
}

/** From the first navigation of a new browser until every file is kept; then the line is cut and a deep link opened. */
async function measureOffline(workshop: Workshop, base: string): Promise<Figure> {
	const context = await workshop.browser(workshop.profileFolder(), 'allow');
	const page = await context.newPage();
	await page.goto(`${base}/`);
	const ready = await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
		const ms = performance.now();
		const caches = await self.caches.keys();
		const kept = await Promise.all(caches.map(async (name) => (await (await self.caches.open(name)).keys()).length));
		return { ms, files: kept.reduce((sum, count) => sum + count, 0) };
	});
	await context.setOffline(true);
	await page.goto(`${base}/search`);
	await page.getByRole('main').first().waitFor();
	await context.close();
	return {
		name: 'usable offline after the first navigation',
		value: ready.ms / 1000,
		unit: 's',
		conditions: `new browser, server on the same machine; ${ready.files} files precached, decoder and PDF included; then a deep link opened without a line`,
		aim: '',
		met: null
	};
}

function kindOf(url: string): string {
	const { pathname } = new URL(url);
	if (LATER.test(pathname)) return 'later';
	if (pathname.endsWith('.js')) return 'js';
	if (pathname.endsWith('.css')) return 'css';
	if (pathname.endsWith('.woff2')) return 'fonts';
	return /\.[a-z0-9]+$/.test(pathname) ? 'other' : 'html';
}

/** Bytes of the body as they travel to a browser that takes gzip. */
function gzippedSize(url: string): Promise<number> {
	return new Promise((resolve, reject) => {
		const asked = request(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
			let bytes = 0;
			response.on('data', (chunk: Buffer) => (bytes += chunk.length));
			response.on('end', () => resolve(bytes));
		});
		asked.on('error', reject).end();
	});
}
