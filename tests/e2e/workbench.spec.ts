import { rmSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import * as body from './support/body-people.ts';
import { BODY_HEAD, change, CLERK, PETRENKO, readyOffline, signIn, unlock } from './support/desk.ts';
import { draftsOnDisk } from './support/drafts-on-disk.ts';
import { openMortalBrowser } from './support/mortal-browser.ts';
import { OwnServer } from './support/own-server.ts';
import { visit } from './support/visit.ts';

/** Milliseconds between the key and the end, a round each. */
const MOMENTS = [0, 25, 80];

let server: OwnServer | undefined;
test.afterEach(() => server?.end());

test('the executor’s letter outlives a reload and Chromium killed, also while it is sent, and is never drafted twice', async ({}, info) => {
	test.setTimeout(240_000);
	server = await OwnServer.start();
	const profile = info.outputPath('profile');
	let browser = await openMortalBrowser(profile, server.origin);
	let page = await browser.context.newPage();

	const numbers = await test.step('three applications are assigned', async () => {
		await signIn(page, CLERK);
		await readyOffline(page);
		const numbers = [];
		for (const _ of MOMENTS) numbers.push(await body.acceptAtCounter(page, 'Кресло-арба', 'Нұрланова'));
		await change(page, BODY_HEAD);
		await body.assignAll(page, numbers.length, 'Петренко');
		await change(page, PETRENKO);
		return numbers;
	});

	for (const [round, number] of numbers.entries()) {
		const words = `${round + 1}-себеп: анықтаманың мерзімі өткен`;
		await test.step(`killed ${MOMENTS[round]} ms after the key`, async () => {
			await write(page, number, words);
			await expect.poll(() => draftsOnDisk(page)).toContain(`${words} әбден`);
			await page.reload();
			await expectWritten(page, words);
			if (round === 0) {
				await browser.kill();
				[browser, page] = await reopen(profile);
				await visit(page, `/body/examine/${number}`);
				await expectWritten(page, words);
			}
			await giveReason(page, whyOf(round));
			void page.keyboard.press('Control+Enter').catch(() => undefined);
			// The only pause that is no condition: the moment of the accident is what is tried here.
			await new Promise((resolve) => setTimeout(resolve, MOMENTS[round]));
			await browser.kill();

			[browser, page] = await reopen(profile);
			await visit(page, `/body/examine/${number}`);
			const sent = page.getByText('Қол қоюға жіберілді').first();
			await expect(sent.or(letter(page))).toBeVisible();
			if (!(await sent.isVisible())) {
				await expectWritten(page, words);
				await page.keyboard.press('Control+Enter');
				await expect(reason(page)).toHaveValue(whyOf(round));
				await page.keyboard.press('Control+Enter');
				await expect(sent).toBeVisible();
			}
			await expect(page.getByRole('article')).toContainText(`${words} әбден`);
			await visit(page, `/application/${number}`);
			await expect(page.getByText('Дәлелді бас тарту дайындалды', { exact: true })).toHaveCount(1);
		});
	}
	await change(page, BODY_HEAD);
	await visit(page, '/body/signing');
	await expect(page.getByRole('heading', { name: `Күтіп тұр: ${numbers.length}` })).toBeVisible();
	const examined = page.getByRole('region', { name: 'Қарау нәтижесі' });
	await expect(examined).toContainText(/Тексерілмеген, ұсынылмаған немесе сай емес құжат: [1-9]/);
	await expect(examined).toContainText(/Түпнұсқалары қабылдауда қаралды, [1-3]/);
	await browser.context.close();
	rmSync(profile, { recursive: true, force: true });
});

async function reopen(profile: string): Promise<[Awaited<ReturnType<typeof openMortalBrowser>>, Page]> {
	const browser = await openMortalBrowser(profile, server!.origin);
	const page = await browser.context.newPage();
	await page.goto('/');
	await unlock(page, PETRENKO);
	return [browser, page];
}

/** Another one in each round: one that a round left behind must not pass for the one that is typed now. */
const whyOf = (round: number) => `Түпнұсқалары қабылдауда қаралды, ${round + 1}`;
const reason = (page: Page) => page.getByLabel('Неге бұлай жіберіледі');

/** Nothing was checked: the key stops once, asks why, and the answer waits on the disk. */
async function giveReason(page: Page, why: string): Promise<void> {
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('dialog', { name: 'Құжаттардың бәрі тексерілген жоқ' })).toContainText('тексерілмеген');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText('Себебі жазылмаған. Себебін жазыңыз немесе тексеруге оралыңыз.')).toBeVisible();
	await reason(page).fill(why);
	await expect.poll(() => draftsOnDisk(page)).toContain(why);
}

const letter = (page: Page) => page.getByLabel('Қазақша мәтін');

/** A refusal with a ground, explained, whose own words are changed. */
async function write(page: Page, number: string, words: string): Promise<void> {
	await visit(page, `/body/examine/${number}`);
	await page.getByRole('radio', { name: 'Дәлелді бас тарту' }).check();
	await page.getByRole('group', { name: 'Бас тарту негіздері' }).getByRole('checkbox').first().check();
	await page.getByLabel('Түсіндірме (қазақша)').fill(words);
	await page.getByLabel('Түсіндірме (орысша)').fill('Срок справки истёк');
	await letter(page).fill(`${words} әбден`);
}

async function expectWritten(page: Page, words: string): Promise<void> {
	await expect(letter(page)).toHaveValue(`${words} әбден`);
	await expect(page.getByRole('radio', { name: 'Дәлелді бас тарту' })).toBeChecked();
	await expect(page.getByLabel('Түсіндірме (қазақша)')).toHaveValue(words);
	await expect(page.getByLabel('Түсіндірме (орысша)')).toHaveValue('Срок справки истёк');
}
