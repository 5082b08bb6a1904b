/**
 * `npm run bench`: measures the built program in Chromium and on SQLite, and prints figures beside their aims.
 * It never fails because something is slow; it fails when what was measured did not happen.
 */
import { join } from 'node:path';
import { measureAppend } from './figures/append.ts';
import { measureDrain } from './figures/drain.ts';
import { measureFirstLoad } from './figures/first-load.ts';
import { measureOpening } from './figures/opening.ts';
import { measurePull } from './figures/pull.ts';
import { measureQueue } from './figures/queue.ts';
import { measureReceipt } from './figures/receipt.ts';
import { measureReports } from './figures/reports.ts';
import { measureServer } from './figures/server.ts';
import { measureUnlocking } from './figures/unlocking.ts';
import { measureVerify } from './figures/verify.ts';
import { type FigureName, readOptions } from './options.ts';
import { type Figure, machine, table } from './report.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

const MEASURES: Record<FigureName, (workshop: Workshop) => Promise<Figure[]>> = {
	append: measureAppend,
	drain: measureDrain,
	opening: measureOpening,
	pull: measurePull,
	server: measureServer,
	receipt: measureReceipt,
	'first-load': measureFirstLoad,
	reports: measureReports,
	queue: measureQueue,
	verify: measureVerify,
	unlocking: measureUnlocking
};

const options = readOptions(process.argv.slice(2));
const workshop = await openWorkshop(join(import.meta.dirname, '../..'), options);
const stop = () => void workshop.close().finally(() => process.exit(130));
process.once('SIGINT', stop).once('SIGTERM', stop);

const before = machine();
const figures: Figure[] = [];
try {
	for (const name of options.only) {
		workshop.say(`… ${name}`);
		const measured = await MEASURES[name](workshop);
		for (const { name: what, value, unit } of measured)
			workshop.say(`  ${what}: ${Number(value.toPrecision(3))} ${unit}`);
		figures.push(...measured);
	}
} finally {
	await workshop.close();
}
process.stdout.write(
	options.json
		? `${JSON.stringify({ machine: before, after: machine(), quick: options.quick, figures }, null, '\t')}\n`
		: `${before}${options.quick ? '; a tenth of everything: compare nothing with the aims' : ''}\n\n${table(figures)}\n`
);
