import { join, resolve } from 'node:path';

/** What the operator may set; everything has a value that suits a first `npm start`. */
export type Settings = {
	port: number;
	/** `localhost` listens on this machine only, for browsers on it or a TLS proxy in front. */
	host: string;
	dataDir: string;
	/** A proxy in front says by `x-forwarded-proto` and `x-forwarded-for` what it was asked for, and is believed. */
	trustProxy: boolean;
	demo: boolean;
};

type Env = Record<string, string | undefined>;

/**
 * @param env `PORT`, `HOST`, `DATA_DIR`, `TRUST_PROXY` (1), `TEREZE_DEMO` (`off`; `people`: nobody has worked yet)
 * @throws RangeError if the port is none
 */
export function readSettings(env: Env, root: string): Settings {
	const port = Number(env['PORT'] ?? 3000);
	if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new RangeError(`PORT is not a port: ${env['PORT']}`);
	return {
		port,
		host: env['HOST'] ?? 'localhost',
		dataDir: resolve(root, env['DATA_DIR'] ?? 'data'),
		trustProxy: env['TRUST_PROXY'] === '1',
		demo: env['TEREZE_DEMO'] !== 'off'
	};
}

/** The folder of `package.json`, wherever the script was started from. */
export const projectRoot = (): string => join(import.meta.dirname, '..', '..');

export const databaseFile = (dataDir: string): string => join(dataDir, 'tereze.db');

/** Outside the database, so that a database copied back does not bring its own epoch back, too. */
export const epochFile = (dataDir: string): string => join(dataDir, 'epoch');

/** A moment as a part of a file's name: `20261122-095713`, UTC, so that names sort by time. */
export const fileStamp = (now: Temporal.Instant): string =>
	now.toString({ smallestUnit: 'second' }).replace(/[-:Z]/g, '').replace('T', '-');
