import { type Figure, quantile } from '../report.ts';
import type { Workshop } from '../workshop.ts';

export async function measureAppend(workshop: Workshop): Promise<Figure[]> {
	const stored = workshop.amount(5000);
	const times = workshop.amount(400);
	const server = await workshop.startServer();
	const context = await workshop.browser(workshop.profileFolder(), 'block');
	const page = await workshop.benchPage(context, server.base);
	await page.evaluate((count) => window.bench.fillStore(count, 500), stored);
	await page.evaluate(() => window.bench.setDeviceNumber(7));
	await page.evaluate((nr) => window.bench.appendTimes(20, nr), stored);
	const { append, floor } = await workshop.profiled(page, 'append', () =>
		page.evaluate(([count, nr]) => window.bench.appendTimes(count!, nr!), [times, stored + 20])
	);
	await context.close();
	await server.stop();
	const beside = { p50: quantile(append, 0.5), p95: quantile(append, 0.95) };
	const bare = { p50: quantile(floor, 0.5), p95: quantile(floor, 0.95) };
	return ([0.5, 0.95] as const).map((share) => {
		const [name, aim] = share === 0.5 ? (['p50', 4] as const) : (['p95', 10] as const);
		return {
			name: `append with fold and read-back, ${name}`,
			value: beside[name],
			unit: 'ms',
			conditions: `${times} acceptances with 4 documents, ${stored} applications stored, process warm; bare strict Dexie over 3 stores in turn: ${bare[name].toFixed(2)} ms`,
			aim: `${aim} ms`,
			met: beside[name] <= aim,
			beside: { floor: bare[name], ratio: beside[name] / bare[name] }
		};
	});
}
