import { greeting } from './greeting.ts';
import { serve } from './serve.ts';
import { projectRoot, readSettings } from './settings.ts';

// The server of a finished build: for `npm start`, for the end-to-end tests, and for a service manager.
const root = projectRoot();
const settings = readSettings(process.env, root);

try {
	const serving = await serve(settings, root);
	process.stdout.write(greeting(settings, serving.port));
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
	const busy = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
	process.stderr.write(
		busy
			? `Port ${settings.port} is taken. Stop what runs there, or choose another: PORT=3001 npm start\n`
			: `The server did not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`
	);
	process.exit(1);
}
