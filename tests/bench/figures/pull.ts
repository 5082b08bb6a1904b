import { addDevices, assertEqual, heldBy, projected, streamOf } from '../devices.ts';
import type { Figure } from '../report.ts';
import type { Workshop } from '../workshop.ts';

const AIM = 7000;

/** A fresh device of the Center fetches the whole stream. Its applications' facts lie days apart, as in life. */
export async function measurePull(workshop: Workshop): Promise<Figure[]> {
	const server = await workshop.startServer();
	const [center, body] = await addDevices(server, ['center-04', 'body-15']);
	const before = (await heldBy(server.database)).facts;
	workshop.say('  filling the server');
	const filled = await workshop.client({
		kind: 'days',
		base: server.base,
		center: center!,
		body: body!,
		facts: workshop.amount(100_000),
		visitsADay: 100
	});
	await projected(server.database);
	const held = await heldBy(server.database);
	assertEqual('Facts on the server', held.facts - before, filled.facts);
	assertEqual('Applications on the server', held.applications, filled.applications);
	const context = await workshop.browser(workshop.profileFolder(), 'block');
	const page = await workshop.benchPage(context, server.base);
	await page.evaluate(() =>
		window.bench.enrol({ number: '101', password: 'tereze-101' }, { org: 'center-04', kind: 'window', window: '1' })
	);
	const pulled = await workshop.profiled(page, 'pull', () => page.evaluate(() => window.bench.runLoop()));
	await context.close();
	const stream = await streamOf(server.database, 'center-04');
	await server.stop();
	assertEqual('Facts on the device', pulled.facts, stream);
	assertEqual('Applications on the device', pulled.applications, filled.applications);
	assertEqual('Applications in the counters', pulled.counted, filled.applications);
	const perSecond = (stream / pulled.ms) * 1000;
	return [
		{
			name: 'a fresh device pulls everything',
			value: perSecond,
			unit: 'facts/s',
			conditions: `${stream} facts of ${filled.applications} applications and their registers, pages of 1000, folded into rows; ${(pulled.ms / 1000).toFixed(1)} s`,
			aim: `${AIM.toLocaleString('en')} facts/s`,
			met: perSecond >= AIM,
			beside: { ms: pulled.ms, serverFilledPerSecond: (filled.facts / filled.ms) * 1000 }
		}
	];
}
