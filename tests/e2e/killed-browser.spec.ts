import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, type Page, test } from '@playwright/test';
import { makePaperNumber } from '#lib/domain/number/paper-number.ts';
import { acceptance, collection, registerNo } from '#tests/support/fact-drafts.ts';
import { mulberry32 } from '#tests/support/mulberry32.ts';
import { reportDrill } from '#tests/drills/drilled.ts';
import { acceptedNumber, dispatchOpen, fillVisit } from './support/acts.ts';
import { allSent, change, COLLECTION, readyOffline, signIn, unlock, WINDOW_1, WINDOW_2 } from './support/desk.ts';
import { draftsOnDisk } from './support/drafts-on-disk.ts';
import { type FactOnDisk, factsOnDisk } from './support/facts-on-disk.ts';
import { newIin } from './support/iin.ts';
import { type MortalBrowser, openMortalBrowser } from './support/mortal-browser.ts';
import { OtherDevice } from './support/other-device.ts';
import { OwnServer } from './support/own-server.ts';
import { wedge } from './support/scan.ts';
import { noteOnScreen, type SeenOnScreen } from './support/seen-on-screen.ts';
import { visit } from './support/visit.ts';

/** `npm run drill -- browser` kills it fifty times; how it dies while it accepts is in `crash.spec`, too. */
const KILLS = Number(process.env['KILLS'] ?? 2);
const SEED = Number(process.env['SEED'] ?? 1);
const WAYS = ['dispatch', 'sync', 'scan', 'accept'] as const;
/** At most so long after the key it dies: saving takes a part of it. */
const WITHIN_MS = 500;
const ARRIVING = 60;

let server: OwnServer | undefined;
test.afterEach(() => server?.end());

test('N378 Chromium killed in Accept, over a list and in sync: what the screen said is there once, on the device and the server', async ({}, info) => {
	test.setTimeout(60_000 + KILLS * 60_000);
	server = await OwnServer.start();
	const random = mulberry32(SEED);
	const profile = info.outputPath('profile');
	const seen: SeenOnScreen = { accepted: [], dispatched: [], rows: 0 };
	const other = await OtherDevice.enrol(server.origin, WINDOW_2);
	let serial = 0;
	const nextNumbers = (count: number) =>
		Array.from({ length: count }, () => makePaperNumber(1, other.number, (serial += 1), serial % 1000));
	const packets = nextNumbers(2 * KILLS);
	await other.send(packets.map((number) => acceptance(number)));
	await other.send([collection(registerNo(1, other.number), packets)], 'accumulationInspector');

	let browser: MortalBrowser;
	let page: Page;
	let known: FactOnDisk[] = [];
	const open = async () => {
		browser = await openMortalBrowser(profile, server!.origin);
		await noteOnScreen(browser.context, seen);
		page = await browser.context.newPage();
	};
	await open();
	await signIn(page!, WINDOW_1);
	await readyOffline(page!);
	await allSent(page!);

	const killed = {
		accept: async () => {
			await toReview(page);
			return () => void page.keyboard.press('Control+Enter').catch(() => undefined);
		},
		sync: async () => {
			await browser.context.setOffline(true);
			await toReview(page);
			await page.keyboard.press('Control+Enter');
			await acceptedNumber(page);
			await other.send(nextNumbers(ARRIVING).map((number) => acceptance(number)));
			return () => void browser.context.setOffline(false).catch(() => undefined);
		},
		scan: async () => {
			await toRegisters(page);
			return () => void scanBoth(page, packets.slice(0, 2)).catch(() => undefined);
		},
		dispatch: async () => {
			await toRegisters(page);
			await scanBoth(page, packets.slice(0, 2));
			await expect(page.getByText('Қосылды. Барлығы: 2').first()).toBeVisible();
			await page.keyboard.press('Control+Enter');
			await page.getByRole('combobox', { name: 'Курьердің тегі мен аты' }).fill('Әлімов Бақыт');
			const button = page.getByRole('button', { name: 'Жөнелту және басып шығару' });
			return () => void button.click({ noWaitAfter: true }).catch(() => undefined);
		}
	} satisfies Record<(typeof WAYS)[number], () => Promise<() => void>>;

	for (let kill = 0; kill < KILLS; kill += 1) {
		const way = WAYS[kill % WAYS.length]!;
		const afterMs = Math.floor(random() * WITHIN_MS);
		await test.step(`killed in ${way}, ${afterMs} ms after the key`, async () => {
			seen.rows = 0;
			const begin = await killed[way]();
			begin();
			// The only pause that is no condition: the moment of the accident is what is tried here.
			await wait(afterMs);
			await browser.kill();
			await open();
			await page.goto('/');
			await unlock(page, way === 'accept' || way === 'sync' ? WINDOW_1 : COLLECTION);
			known = await expectWhole(page, known, seen);
			if (way === 'scan' || way === 'dispatch') await finishList(page, packets.splice(0, 2), seen);
			await change(page, WINDOW_1);
		});
	}
	await allSent(page!);
	known = await expectWhole(page!, known, seen);
	expectOnServer(server, known);
	const acknowledged = seen.accepted.length + seen.dispatched.length;
	reportDrill({ drill: 'browser', runs: KILLS, acknowledged });
	await browser!.context.close();
	rmSync(profile, { recursive: true, force: true });
});

/** A filled form, of which the last letter is on the disk, before its answers are confirmed. */
async function toReview(page: Page): Promise<void> {
	const iin = newIin();
	await visit(page, '/window/accept');
	await expect(page.getByRole('heading', { name: 'Жаңа өтініш' })).toBeVisible();
	await fillVisit(page, { iin });
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('heading', { name: 'Жауаптарды тексеру' })).toBeVisible();
	await expect.poll(() => draftsOnDisk(page)).toMatch(new RegExp(`"${iin}".*"sheets":"2"`));
}

async function toRegisters(page: Page): Promise<void> {
	await change(page, COLLECTION);
	await visit(page, '/collection/registers');
	await expect(page.getByText('Арбадағы пакеттерді')).toBeVisible();
}

async function scanBoth(page: Page, packets: readonly string[]): Promise<void> {
	for (const packet of packets) await wedge(page, packet);
}

const own = (facts: readonly FactOnDisk[]) =>
	facts.filter((fact) => fact.own !== undefined).sort((a, b) => a.seq - b.seq);

/** Nothing that was there is gone, the own chain is whole, and what the screen gave out is there once. */
async function expectWhole(page: Page, before: readonly FactOnDisk[], seen: SeenOnScreen): Promise<FactOnDisk[]> {
	const facts = await factsOnDisk(page);
	const ids = new Set(facts.map(({ id }) => id));
	expect(ids.size, 'no fact twice').toBe(facts.length);
	expect(
		before.filter(({ id }) => !ids.has(id)),
		'no fact is gone'
	).toEqual([]);
	expect(own(facts).map(({ seq }) => seq)).toEqual(own(facts).map((_, index) => index + 1));
	const accepted = facts.filter(({ type }) => type === 'accepted').flatMap(({ applications }) => applications);
	expect(new Set(accepted).size, 'no number twice').toBe(accepted.length);
	expect(
		seen.accepted.filter((number) => !accepted.includes(number)),
		'each number given is there'
	).toEqual([]);
	return facts;
}

/** The list is there as far as the screen said, or it is dispatched; what is left of it is done now. */
async function finishList(page: Page, pair: readonly string[], seen: SeenOnScreen): Promise<void> {
	const dispatched = async () => {
		const facts = (await factsOnDisk(page)).filter(({ type }) => type === 'dispatched');
		return facts.filter(({ applications }) => applications.some((number) => pair.includes(number)));
	};
	if ((await dispatched()).length === 0) {
		expect(seen.dispatched.length, 'what was said to be dispatched is').toBeLessThanOrEqual(
			await dispatchedBefore(page)
		);
		await visit(page, '/collection/registers');
		await expect(page.getByText('Арбадағы пакеттерді')).toBeVisible();
		// What is in no list yet has a row below, too; only one of a list can be taken out.
		const rowOf = (number: string) => page.getByRole('button', { name: new RegExp(`: ${number}$`) });
		const onDisk = await draftsOnDisk(page);
		for (const number of pair.slice(0, seen.rows)) expect(onDisk, 'each row that was shown is kept').toContain(number);
		for (const number of pair) {
			if (!onDisk.includes(number)) await wedge(page, number);
			await expect(rowOf(number)).toHaveCount(1);
		}
		await dispatchOpen(page, 'Әлімов Бақыт');
	}
	expect(await dispatched()).toHaveLength(1);
}

/** A list that was dispatched in the last moment may never have been shown as such. */
const dispatchedBefore = async (page: Page): Promise<number> =>
	(await factsOnDisk(page)).filter(({ type, own: mine }) => type === 'dispatched' && mine !== undefined).length;

/** The server has the device's journal as it is there, each fact once, and each packet went off once. */
function expectOnServer({ dataDir }: OwnServer, facts: readonly FactOnDisk[]): void {
	const database = new DatabaseSync(join(dataDir, 'tereze.db'), { readOnly: true });
	const ids = database.prepare('select id from facts where journal = ?').all(own(facts)[0]!.journal);
	database.close();
	expect(ids.map(({ id }) => id).sort()).toEqual(
		own(facts)
			.map(({ id }) => id)
			.sort()
	);
	const went = facts.filter(({ type }) => type === 'dispatched').flatMap(({ applications }) => applications);
	expect(new Set(went).size, 'each packet went off once').toBe(went.length);
}
