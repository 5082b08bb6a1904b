import { type Figure, median } from '../report.ts';
import type { Workshop } from '../workshop.ts';

const AIM = 500;

export async function measureReceipt(workshop: Workshop): Promise<Figure[]> {
	const server = await workshop.startServer();
	const context = await workshop.browser(workshop.profileFolder(), 'block');
	const page = await workshop.benchPage(context, server.base);
	const { cold, warm, bytes } = await page.evaluate(() => window.bench.receiptTimes(20));
	await context.close();
	await server.stop();
	const common = { unit: 'ms', aim: `${AIM} ms`, beside: { cold, warm, bytes } };
	return [
		{
			...common,
			name: 'receipt as PDF, worker warm',
			value: median(warm),
			conditions: `median of ${warm.length}, ${Math.round(bytes / 1024)} kB; the form warms the worker up when it opens`,
			met: median(warm) <= AIM
		},
		{
			...common,
			name: 'receipt as PDF, cold',
			value: cold,
			conditions: 'with the start of the worker, its library and its fonts from the server, nothing cached',
			aim: '',
			met: null
		}
	];
}
