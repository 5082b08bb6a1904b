import { chmodSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const OWNER_ONLY = 0o600;

/**
 * Names, IINs and password hashes lie in these files: from now on this process makes its files for its own user only, and those
 * that are there already become so. On a file system without such rights (Windows) this changes nothing.
 */
export function keepPrivate(dataDir: string): void {
	process.umask(0o077);
	for (const folder of [dataDir, join(dataDir, 'backups')]) {
		if (!existsSync(folder)) continue;
		const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
		for (const { name } of files.filter(({ name }) => OURS.test(name))) chmodSync(join(folder, name), OWNER_ONLY);
	}
}

/** The database with its logs and earlier states, the epoch, the registry's mirror, the server's secret, copies and when they were made. */
const OURS = /^(?:tereze.*\.db|epoch|last-backup|registry|secret|(?:server|backup)\.lock)(?:$|[-.])/;
