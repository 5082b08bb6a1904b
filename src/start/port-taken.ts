import { createServer } from 'node:net';
import type { Settings } from './settings.ts';

/** Whether something listens already where the server is to listen. Port 0 is any that is free. */
export async function isPortTaken({ port, host }: Pick<Settings, 'port' | 'host'>): Promise<boolean> {
	if (port === 0) return false;
	const hosts = host === 'localhost' ? ['127.0.0.1', '::1'] : [host];
	const taken = await Promise.all(hosts.map((each) => isTaken(port, each)));
	return taken.includes(true);
}

function isTaken(port: number, host: string): Promise<boolean> {
	const probe = createServer();
	return new Promise((resolve) => {
		probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'EADDRINUSE'));
		probe.listen(port, host, () => probe.close(() => resolve(false)));
	});
}

export const portTakenText = (port: number): string =>
	`Port ${port} is taken, most likely by a server that was started before: nothing was built, and it goes on as it is.\n` +
	'Stop it first (Ctrl+C where it runs), or choose another port: PORT=3001 npm start\n';
