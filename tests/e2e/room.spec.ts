import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { BODY_HEAD, CLERK, COLLECTION, deviceAt } from './support/desk.ts';
import { fillOffice } from './support/full-office.ts';
import { OwnServer } from './support/own-server.ts';
import { visit } from './support/visit.ts';

const SIZES = [
	{ width: 1366, height: 768 },
	{ width: 1280, height: 720 },
	{ width: 1920, height: 1080 }
] as const;
/** What an inspector's screen has at most beside its work: the head and the line of the title; with the bar of the main button. */
const FRAME = 92;
const FRAME_WITH_BAR = 144;
const MENU = 208;

/** One screen and how many of its rows are in sight at 1366 × 768, where the window has 100 % zoom. */
type Screen = {
	name: string;
	who: string;
	path: string;
	aim: number;
	/** Each of these is one row. */
	rows: (page: Page) => Locator;
	/** What is done before the rows are there. */
	open?: (page: Page) => Promise<void>;
};

const tableRows = (page: Page) => page.locator('main tbody tr').filter({ has: page.locator('td') });
const SCREENS: readonly Screen[] = [
	{
		name: 'resolutions',
		who: BODY_HEAD,
		path: '/body/resolutions',
		aim: 12,
		rows: (page) => page.getByRole('listitem').filter({ has: page.getByRole('checkbox') })
	},
	{ name: 'all applications', who: BODY_HEAD, path: '/body/applications', aim: 14, rows: tableRows },
	{
		name: 'my work',
		who: BODY_HEAD,
		path: '/work',
		aim: 9,
		rows: (page) => page.getByRole('list', { name: 'Жұмыс тізімі' }).getByRole('listitem')
	},
	{ name: 'entries to record', who: CLERK, path: '/body/ledger?part=record', aim: 12, rows: tableRows },
	{
		name: "arrivals' checklist",
		who: COLLECTION,
		path: '/collection/arrivals',
		aim: 10,
		rows: tableRows,
		open: async (page) => {
			await page.getByRole('button', { name: /^Ашу/ }).click();
			await expect(page.getByRole('heading', { name: 'Тексеру тізімі' })).toBeVisible();
		}
	}
];

type Measured = { screen: string; size: string; rows: number; scrolls: boolean; aim: number };

let server: OwnServer | undefined;
test.afterEach(() => server?.end());

test('lists of a full office show what their desks need, without scrolling, in a frame that is measured', async ({
	browser
}) => {
	test.setTimeout(120_000);
	server = await OwnServer.start();
	await fillOffice(server.origin);
	const measured: Measured[] = [];
	for (const who of new Set(SCREENS.map((screen) => screen.who))) {
		const page = await deviceAt(browser, server.origin, who);
		for (const screen of SCREENS.filter((one) => one.who === who))
			await test.step(screen.name, async () => measured.push(...(await measure(page, screen))));
		await page.context().close();
	}
	report(measured);
	const short = measured.filter(({ rows, aim, size }) => size === '1366 × 768' && rows < aim);
	expect(short, 'screens with fewer rows in sight than their desk needs').toEqual([]);
});

async function measure(page: Page, { name, path, aim, rows, open }: Screen): Promise<Measured[]> {
	await visit(page, path);
	await open?.(page);
	const list = rows(page);
	await expect.poll(() => list.count()).toBeGreaterThan(aim);
	const measured: Measured[] = [];
	for (const size of SIZES) {
		await page.setViewportSize(size);
		await page.evaluate(() => scrollTo(0, 0));
		const { top, bottom, menu } = await frameOf(page);
		expect(top, `${name}: the head and the line of the title`).toBeLessThanOrEqual(FRAME);
		expect(top + bottom, `${name}: with the bar of the main button`).toBeLessThanOrEqual(FRAME_WITH_BAR);
		expect(menu, `${name}: the menu`).toBe(MENU);
		const boxes = await list.evaluateAll((all) =>
			all.map((one) => one.getBoundingClientRect()).map((box) => ({ top: box.top, bottom: box.bottom }))
		);
		const seen = boxes.filter((box) => box.top >= top && box.bottom <= size.height - bottom);
		const label = `${size.width} × ${size.height}`;
		measured.push({
			screen: name,
			size: label,
			rows: seen.length,
			scrolls: seen.length < Math.min(aim, boxes.length),
			aim
		});
	}
	return measured;
}

/** What the frame takes of the window: above the work, below it, and beside it. */
const frameOf = (page: Page) =>
	page.evaluate(() => {
		const heightOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().height ?? 0;
		const head = document.querySelector('main h1')!.closest('.screen-head') ?? document.querySelector('main h1')!;
		return {
			top: Math.round(head.getBoundingClientRect().bottom),
			bottom: Math.round(heightOf('main .toolbar.sticky')),
			menu: Math.round(document.querySelector('nav.side')!.getBoundingClientRect().width)
		};
	});

/** The table for whoever runs the test, and the same for programs. */
function report(measured: readonly Measured[]): void {
	const folder = join(import.meta.dirname, '../../test-results');
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'room.json'), `${JSON.stringify(measured, null, '\t')}\n`);
	const lines = measured.map(({ screen, size, rows, scrolls, aim }) =>
		[screen.padEnd(22), size.padEnd(12), `rows ${rows}`.padEnd(8), `aim ${aim}`, scrolls ? 'scrolls' : ''].join('  ')
	);
	process.stdout.write(`${lines.join('\n')}\n`);
}
