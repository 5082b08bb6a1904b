import { createServer } from 'node:net';
import { BuiltServer } from '#tests/support/built-server.ts';
import { takeDemoData } from './demo-data.ts';

/** A server of a test's own, at a port that nobody else has. */
export class OwnServer extends BuiltServer {
	/**
	 * @param prepare puts into the folder of its data what an earlier server left there; the demonstration's people, if nothing else
	 * @param settings desks are empty, if nothing else is said: a test says itself what lies on them
	 */
	static async start(
		prepare: (dataDir: string) => void = takeDemoData,
		settings: Record<string, string> = { TEREZE_DEMO: 'people' }
	): Promise<OwnServer> {
		const server = new OwnServer({ port: 0, settings });
		prepare(server.dataDir);
		for (let turn = 1; ; turn += 1) {
			server.port = await freePort();
			try {
				await server.start();
				return server;
			} catch (error) {
				// Somebody else may have taken the port between the question and the start.
				if (turn === 3 || !server.log.includes('is taken')) throw error;
			}
		}
	}

	/** What the terminal of an empty server prints, once. */
	get firstStartLink(): string {
		return /http\S+\/first-start#\S+/.exec(this.printed)![0];
	}
}

/** A port that nobody has at the moment, below those that the system gives to outgoing connections. */
function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const probe = createServer();
		const port = 11_000 + Math.floor(Math.random() * 19_000);
		probe.once('error', () => resolve(freePort()));
		probe.listen(port, 'localhost', () => probe.close(() => resolve(port)));
	});
}
