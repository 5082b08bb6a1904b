import { noteFault } from '#lib/server/http/fault.ts';
import { openLog } from '#lib/server/operation/open-log.ts';
import { greeting } from './greeting.ts';
import { limitHeapGrowth } from './heap-growth.ts';
import { portTakenText } from './port-taken.js';
import { serve } from './serve.ts';
import { projectRoot, settingsOrExit } from './settings.ts';

// The server of a finished build: for `npm start`, for the end-to-end tests, and for a service manager.
const root = projectRoot();
const settings = settingsOrExit();
const log = openLog('server');

limitHeapGrowth();

// A mistake in what nobody waits for any more is written down, and the others' requests are still answered.
process.on('unhandledRejection', (error) => void noteFault(log, error, { path: 'a promise that nobody awaits' }));
process.on('uncaughtException', (error) => void noteFault(log, error, { path: 'a callback of nobody' }));

try {
	const serving = await serve(settings, root);
	process.stdout.write(greeting(settings, serving.port, serving.firstStart));
	let stopping = false;
	const stop = async () => {
		if (stopping) return;
		stopping = true;
		await serving.stop();
		// The database closes by itself now; whatever else still holds the process does not matter any more.
		setTimeout(() => process.exit(0), 1000).unref();
	};
	process.on('SIGTERM', stop).on('SIGINT', stop);
} catch (error) {
	// Whoever set something wrongly needs its name, not our lines.
	const wordsOf = (found: unknown): string =>
		found instanceof Error ? ((found instanceof RangeError ? undefined : found.stack) ?? found.message) : String(found);
	const busy = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
	process.stderr.write(busy ? portTakenText(settings.port) : `The server did not start: ${wordsOf(error)}\n`);
	process.exit(1);
}
