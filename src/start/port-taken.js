import { createServer } from 'node:net';

// Plain JavaScript: asked before anything is installed, by whatever Node is there.

/**
 * Whether something listens already where the server is to listen. Port 0 is any that is free.
 *
 * @param {{ port: number; host: string }} settings
 */
export async function isPortTaken({ port, host }) {
	if (port === 0) return false;
	const hosts = host === 'localhost' ? ['127.0.0.1', '::1'] : [host];
	const taken = await Promise.all(hosts.map((each) => isTaken(port, each)));
	return taken.includes(true);
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>}
 */
function isTaken(port, host) {
	const probe = createServer();
	return new Promise((resolve) => {
		probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code === 'EADDRINUSE'));
		probe.listen(port, host, () => probe.close(() => resolve(false)));
	});
}

/** @param {number} port */
export const portTakenText = (port) =>
	`Port ${port} is taken, most likely by a server that was started before: nothing was changed, and it goes on as it is.\n` +
	'Stop it first (Ctrl+C where it runs), or choose another port: PORT=3001 npm start\n';
