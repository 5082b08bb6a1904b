import { mulberry32 } from '#tests/support/mulberry32.ts';
import { DrilledServer } from '../drilled-server.ts';
import { type Drilled } from '../drilled.ts';
import { type LoadOptions, underLoad } from '../under-load.ts';
import { openBadLine } from './bad-line.ts';

/** Devices send by two lines that delay, cut and duplicate four of ten requests. `faults`: for how many pauses of the load. */
export async function sendByBadLines(options: LoadOptions): Promise<Drilled> {
	const server = new DrilledServer(options.port);
	try {
		await server.start();
		const random = mulberry32(options.seed);
		const lines = [await openBadLine(server.origin, random), await openBadLine(server.origin, random)];
		const drilled = await underLoad({
			drill: 'network',
			bases: lines.map(({ base }) => base),
			place: server.place,
			options,
			fail: async () => undefined,
			check: async () => {
				const missing = Object.entries(lines[0]!.counts).filter(([, count]) => count === 0);
				return missing.map(([fault]) => `No request met “${fault}”`);
			}
		});
		await Promise.all(lines.map((line) => line.close()));
		return { ...drilled, notes: [...drilled.notes, JSON.stringify(lines[0]!.counts)] };
	} finally {
		await server.end();
	}
}
