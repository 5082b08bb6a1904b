import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DrilledServer } from '../drilled-server.ts';
import { type Drilled } from '../drilled.ts';
import { type LoadOptions, underLoad } from '../under-load.ts';

const LOST_MS = { least: 300, more: 1000 };

/**
 * A copy is made under load; what is recorded after it is lost with the disk, and the copy is put back. Devices send again what it lacks: in
 * the end all that was ever acknowledged is there once.
 */
export async function restoreUnderLoad(options: LoadOptions): Promise<Drilled> {
	const server = new DrilledServer(options.port);
	let restored = 0;
	try {
		await server.start();
		const epochs = new Set([(await server.health()).epoch]);
		return await underLoad({
			drill: 'restore',
			bases: [server.origin],
			place: server.place,
			options,
			fail: async (fault, random) => {
				const copy = join(server.dataDir, `copy-${fault}.db`);
				await server.run('backup', copy);
				await wait(LOST_MS.least + random() * LOST_MS.more);
				await server.kill();
				await server.run('restore', copy);
				await server.start();
				restored += 1;
				epochs.add((await server.health()).epoch);
			},
			check: async () => (epochs.size === restored + 1 ? [] : ['A restored server went on in the epoch of before'])
		});
	} finally {
		await server.end();
	}
}
