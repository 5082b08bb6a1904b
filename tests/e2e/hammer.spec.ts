import { expect, type Page, test } from '@playwright/test';
import { acceptance, collection, registerNo } from '#tests/support/fact-drafts.ts';
import { makePaperNumber } from '#lib/domain/number/paper-number.ts';
import { acceptedNumber, fillVisit } from './support/acts.ts';
import { allSent, change, COLLECTION, deviceOf, readyOffline, unlock, WINDOW_1, WINDOW_2 } from './support/desk.ts';
import { draftsOnDisk } from './support/drafts-on-disk.ts';
import { factsOnDisk } from './support/facts-on-disk.ts';
import { newIin } from './support/iin.ts';
import { OtherDevice } from './support/other-device.ts';
import { OwnServer } from './support/own-server.ts';
import { wedge } from './support/scan.ts';
import { visit } from './support/visit.ts';

const ARRIVING = 1000;

let server: OwnServer | undefined;
test.afterEach(() => server?.end());

/** Locks that keep tabs out of each other's way are given to all who ask: only the journal stands between them then. */
const openAllDoors = () => {
	const { locks } = navigator;
	const request = locks.request.bind(locks) as (name: string, ...rest: unknown[]) => Promise<unknown>;
	const granted = (name: string, ...rest: unknown[]) =>
		/^tereze:(?:draft|list):/.test(name)
			? Promise.resolve((rest.at(-1) as (lock: unknown) => unknown)({ name, mode: 'exclusive' }))
			: request(name, ...rest);
	Object.defineProperty(locks, 'request', { value: granted });
};

test('three tabs act at the same moment while a thousand records arrive: each act is recorded once, nothing is lost', async ({
	browser
}) => {
	test.setTimeout(120_000);
	server = await OwnServer.start();
	const other = await OtherDevice.enrol(server.origin, WINDOW_2);
	const numberOf = (serial: number) => makePaperNumber(1, other.number, serial, serial % 1000);
	const [takenBack, first, second] = [numberOf(1), numberOf(2), numberOf(3)];
	await other.send([takenBack, first, second].map((number) => acceptance(number)));
	await other.send([collection(registerNo(1, other.number), [first, second])], 'accumulationInspector');

	const context = await browser.newContext({ baseURL: server.origin, locale: 'kk-KZ' });
	await context.addInitScript(() => (window.print = () => undefined));
	await context.addInitScript(openAllDoors);
	const page = await deviceOf(context, WINDOW_1);
	const tabs = [page, await anotherTab(page), await anotherTab(page)];
	for (const tab of tabs) await readyOffline(tab);

	let sent = 3;
	/** The line is cut while the other device sends its share; then all tabs press as its records come in. */
	const hammer = async (share: number) => {
		await context.setOffline(true);
		const coming = Array.from({ length: share }, (_, index) => numberOf(sent + index + 1));
		sent += share;
		await other.send(coming.map((number) => acceptance(number)));
		const comesIn = context.waitForEvent('response', (response) => new URL(response.url()).pathname === '/api/sync');
		const press = await pressTogether(tabs);
		await context.setOffline(false);
		await comesIn;
		await press();
	};

	await test.step('one application is taken back', async () => {
		for (const tab of tabs) {
			await visit(tab, `/application/${takenBack}`);
			await tab.getByRole('button', { name: 'Кері алуды тіркеу' }).click();
			await tab.getByRole('dialog').getByLabel('Себебі').fill('Көшіп кетті');
			await tab.getByRole('dialog').getByRole('button', { name: 'Кері алуды тіркеу' }).focus();
		}
		await hammer(ARRIVING / 4);
		await expectOneOf(tabs, 'Кері алу тіркелді. Құжаттарды беруге болады.', /^Өтініш кері қайтарып алынған\./);
	});

	const accepted = await test.step('one draft is accepted', async () => {
		await visit(page, '/window/accept');
		await fillVisit(page, { iin: newIin() });
		await expect.poll(() => draftsOnDisk(page)).toMatch(/"sheets":"2"/);
		for (const tab of tabs) {
			if (tab !== page) await visit(tab, page.url());
			await expect(tab.getByLabel('Тегі', { exact: true })).toHaveValue('Оспанов');
			await tab.keyboard.press('Control+Enter');
			await expect(tab.getByRole('heading', { name: 'Жауаптарды тексеру' })).toBeVisible();
		}
		await hammer(ARRIVING / 4);
		const numbers = await Promise.all(tabs.map(acceptedNumber));
		expect(new Set(numbers).size, 'all three show one number').toBe(1);
		const known = await Promise.all(tabs.map((tab) => tab.getByText(/^Бұл өтініш бұрын қабылданған/).count()));
		expect(known.sort(), 'two of them say that it was accepted before').toEqual([0, 1, 1]);
		return numbers[0]!;
	});

	await test.step('one list is dispatched', async () => {
		await change(page, COLLECTION);
		for (const tab of tabs.slice(1)) await unlock(tab, COLLECTION);
		for (const tab of tabs) {
			await visit(tab, '/collection/registers');
			await expect(tab.getByText('Арбадағы пакеттерді')).toBeVisible();
		}
		for (const packet of [first, second]) await wedge(page, packet);
		for (const tab of tabs) {
			await expect(tab.getByRole('row').filter({ hasText: 'Оспанов' })).toHaveCount(2);
			await tab.keyboard.press('Control+Enter');
			await tab.getByRole('combobox', { name: 'Курьердің тегі мен аты' }).fill('Әлімов Бақыт');
		}
		await hammer(ARRIVING / 2);
		await expectOneOf(tabs, /^Тізілім жөнелтілді\. Нөмірі:/, /^Пакет жөнелтілген тізілімде:/);
	});

	await test.step('nothing is lost and nothing is there twice', async () => {
		await allSent(page);
		const facts = await factsOnDisk(page);
		const own = facts.filter((fact) => fact.own !== undefined).sort((a, b) => a.seq - b.seq);
		expect(own.map(({ seq }) => seq)).toEqual(own.map((_, index) => index + 1));
		const acts = own.filter(({ type }) => type !== 'printed');
		expect(acts.map(({ type, applications }) => [type, ...applications])).toEqual([
			['withdrawn', takenBack],
			['accepted', accepted],
			['dispatched', first, second]
		]);
		const arrived = facts.filter(({ type, own: mine }) => type === 'accepted' && mine === undefined);
		expect(new Set(arrived.flatMap(({ applications }) => applications)).size).toBe(ARRIVING + 3);
		expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
	});
	await context.close();
});

/** One more tab of the same browser, with the same person at work. */
async function anotherTab(page: Page): Promise<Page> {
	const tab = await page.context().newPage();
	await tab.goto('/');
	await unlock(tab, WINDOW_1);
	return tab;
}

/**
 * All tabs press Ctrl+Enter at one signal of the browser: pressed one after another by the test, the first would be done before the
 * last begins. The keys go to the page itself, for only one of three tabs has the focus of the window.
 * @returns gives the signal
 */
async function pressTogether(tabs: readonly Page[]): Promise<() => Promise<void>> {
	const ready = tabs.map((tab) =>
		tab.evaluate(() => {
			const press = () => {
				const target = document.activeElement ?? document.body;
				if (target instanceof HTMLButtonElement) return target.click();
				const keys = { code: 'Enter', key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true };
				return target.dispatchEvent(new KeyboardEvent('keydown', keys));
			};
			new BroadcastChannel('hammer').addEventListener('message', press, { once: true });
		})
	);
	await Promise.all(ready);
	// Its own second channel hears it too: no tab is ahead of the others.
	return () => tabs[0]!.evaluate(() => new BroadcastChannel('hammer').postMessage('now'));
}

/** One tab has done it, and each of the others says why not. */
async function expectOneOf(tabs: readonly Page[], done: string | RegExp, refused: RegExp): Promise<void> {
	const answered = await Promise.all(
		tabs.map(async (tab) => {
			const [success, refusal] = [tab.getByText(done).first(), tab.getByRole('alert').getByText(refused).first()];
			await expect(success.or(refusal).first()).toBeVisible({ timeout: 20_000 });
			return (await success.isVisible()) ? 'done' : 'refused';
		})
	);
	expect(answered.sort()).toEqual(['done', 'refused', 'refused']);
}
