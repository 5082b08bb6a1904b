import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, type Page, test } from '@playwright/test';
import { accept } from './support/acts.ts';
import { ADMIN, CENTER_HEAD, deviceAt, signIn, unlock, WINDOW_1 } from './support/desk.ts';
import { groupedNumber } from './support/grouped-number.ts';
import { type MortalBrowser, openMortalBrowser } from './support/mortal-browser.ts';
import { OwnServer } from './support/own-server.ts';
import { visit } from './support/visit.ts';

const A_QUARTER_MS = 15 * 60_000;
const COPIED = 'Құрылғының көшірмесі болуы немесе ол бұрынғы күйіне қайтарылған болуы мүмкін.';

let server: OwnServer;
let browsers: MortalBrowser[] = [];
test.beforeEach(async () => {
	server = await OwnServer.start();
});
test.afterEach(async () => {
	for (const { context } of browsers) await context.close();
	browsers = [];
	await server.end();
});

async function open(profile: string): Promise<Page> {
	const browser = await openMortalBrowser(profile, server.origin);
	browsers.push(browser);
	return browser.context.newPage();
}

const tickets = <T>(work: (db: DatabaseSync) => T): T => {
	const db = new DatabaseSync(join(server.dataDir, 'tereze.db'), { timeout: 5000 });
	try {
		return work(db);
	} finally {
		db.close();
	}
};
const given = () =>
	tickets((db) => (db.prepare('select max(turn) as turn from device_tickets').get() as { turn: number }).turn);

/** The time of tickets goes by, as it does in a quarter of an hour, and the page asks for another one. */
async function aQuarterLater(page: Page): Promise<void> {
	tickets((db) =>
		db.exec(
			`update device_tickets set ticket_at = ticket_at - ${A_QUARTER_MS}, before_at = before_at - ${A_QUARTER_MS}`
		)
	);
	const before = given();
	await page.reload();
	await expect.poll(given, { timeout: 15_000 }).toBe(before + 1);
}

test('N145 a profile that was copied to another machine is found: both go on working, and neither reads until somebody signs in', async ({
	browser
}, info) => {
	test.setTimeout(120_000);
	const [profile, copied] = [info.outputPath('profile'), info.outputPath('copied')];
	let here = await open(profile);
	await signIn(here, WINDOW_1);
	await expect.poll(given).toBe(1);
	await browsers.pop()!.kill();
	cpSync(profile, copied, { recursive: true, filter: (path) => !path.includes('Singleton') });

	here = await open(profile);
	await here.goto('/');
	await unlock(here, WINDOW_1);
	await aQuarterLater(here);
	await aQuarterLater(here);

	const there = await open(copied);
	await there.goto('/');
	await unlock(there, WINDOW_1);
	await expect(there.getByText(COPIED)).toBeVisible({ timeout: 15_000 });
	const numbers = [await accept(there, { surname: 'Көшірмеде' }), await accept(here, { surname: 'Түпнұсқада' })];
	expect(new Set(numbers).size).toBe(2);
	await here.reload();
	await expect(here.getByText(COPIED)).toBeVisible({ timeout: 15_000 });

	const head = await deviceAt(browser, server.origin, CENTER_HEAD);
	await visit(head, '/journal');
	for (const number of numbers)
		await expect(head.getByRole('link', { name: groupedNumber(number) })).toBeVisible({ timeout: 20_000 });
	const admin = await deviceAt(browser, server.origin, ADMIN);
	await visit(admin, '/admin/devices');
	// The copy got a number of its own when it wrote beside the other: both are of one key.
	await expect(admin.getByText(/екі жерде ашылған болуы мүмкін/)).toHaveCount(2);

	await here.getByRole('status').filter({ hasText: COPIED }).getByRole('button').click();
	await signIn(here, WINDOW_1);
	await expect(here.getByText(COPIED)).toBeHidden({ timeout: 15_000 });
	await there.reload();
	await expect(there.getByText(COPIED)).toBeVisible({ timeout: 15_000 });
});
