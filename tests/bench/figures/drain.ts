import { addDevices, assertEqual, heldBy } from '../devices.ts';
import { type Figure, median } from '../report.ts';
import type { Workshop } from '../workshop.ts';

const ROUNDS = 3;
const AIM = 10_000;
const AIM_OF_FLOOR = 0.65;

/** Each round: the same loop against nothing, against the server, and the same kind of batches posted raw by a Node client. */
export async function measureDrain(workshop: Workshop): Promise<Figure[]> {
	const facts = workshop.amount(10_000);
	const server = await workshop.startServer();
	const nothing = await workshop.startNothing();
	const perSecond: Record<'loop' | 'drain' | 'raw', number[]> = { loop: [], drain: [], raw: [] };
	for (let round = 1; round <= ROUNDS; round += 1) {
		const context = await workshop.browser(workshop.profileFolder(), 'block');
		// The page itself comes from no network, so Chromium would ask a person before it calls another port of this machine.
		await context.grantPermissions(['local-network-access'], { origin: server.base });
		const page = await workshop.benchPage(context, server.base);
		await page.evaluate(() =>
			window.bench.enrol({ number: '101', password: 'tereze-101' }, { org: 'center-04', kind: 'window', window: '1' })
		);
		// What other rounds have sent is in the same stream: fetched before, so that only sending is measured.
		await page.evaluate(() => window.bench.runLoop());
		const cursor = await page.evaluate(() => window.bench.cursor());
		await page.evaluate((count) => window.bench.queueFacts(count), facts);
		await page.evaluate(() => window.bench.forgetAcknowledged(null));
		const loop = await workshop.profiled(page, `drain-nothing-${round}`, () =>
			page.evaluate((url) => window.bench.runLoop(url), nothing.url)
		);
		await page.evaluate((read) => window.bench.forgetAcknowledged(read), cursor);
		const drain = await workshop.profiled(page, `drain-${round}`, () => page.evaluate(() => window.bench.runLoop()));
		const journal = await page.evaluate(() => window.bench.journalId());
		await context.close();
		const [device] = await addDevices(server, ['center-04']);
		const raw = await workshop.client({ kind: 'raw', base: server.base, device: device!, facts });
		assertEqual('Acknowledged by nothing', loop.acked, facts);
		assertEqual('Acknowledged', drain.acked, facts);
		assertEqual('Facts of the device on the server', (await heldBy(server.database, [journal])).facts, facts);
		assertEqual('Facts of the client on the server', (await heldBy(server.database, [device!.journal])).facts, facts);
		perSecond.loop.push((facts / loop.ms) * 1000);
		perSecond.drain.push((facts / drain.ms) * 1000);
		perSecond.raw.push((facts / raw.ms) * 1000);
	}
	await nothing.stop();
	await server.stop();
	const [loop, drain, raw] = [median(perSecond.loop), median(perSecond.drain), median(perSecond.raw)];
	const common = { beside: perSecond, unit: 'facts/s' };
	return [
		{
			...common,
			name: 'drain of queued facts to the server',
			value: drain,
			conditions: `${facts} facts in batches of 500, gzip, SQLite, median of ${ROUNDS}; ${(drain / raw).toFixed(2)} of the raw floor`,
			aim: `${AIM.toLocaleString('en')} or ${AIM_OF_FLOOR} of the floor`,
			met: drain >= AIM || drain / raw >= AIM_OF_FLOOR
		},
		{
			...common,
			name: '  the server’s own limit',
			value: raw,
			conditions: 'such batches posted raw, one after the other, by a Node client in its own process',
			aim: '',
			met: null
		},
		{
			...common,
			name: '  the loop’s own limit',
			value: loop,
			conditions: 'the same loop and facts against an endpoint that does nothing',
			aim: '',
			met: null
		}
	];
}
