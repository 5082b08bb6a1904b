import { join, resolve } from 'node:path';
import { type Proxy, readProxy } from './http/who-asks.ts';

/** What the operator may set; everything has a value that suits a first `npm start`. */
export type Settings = {
	port: number;
	/** `localhost` listens on this machine only, for browsers on it or a TLS proxy in front. */
	host: string;
	dataDir: string;
	/** Proxies in front, which say by `x-forwarded-proto` and `x-forwarded-for` what they were asked, and are believed. */
	proxy: Proxy;
	/** What browsers have in their address bar, where the proxy in front does not pass it on. */
	origin: string | undefined;
	/** Off outside this machine, unless it is asked for: everybody knows its passwords. */
	demo: 'on' | 'people' | 'off';
};

type Env = Record<string, string | undefined>;

/**
 * With `TEREZE_MODE=production` what would be a danger to a real Center stops the start.
 * @param env `PORT`, `HOST`, `DATA_DIR`, `ORIGIN`, `TRUST_PROXY` (1, or addresses), `TEREZE_DEMO` (`on`; `off`; `people`: nobody has
 *   worked yet)
 * @throws RangeError if one of them is not in its form
 */
export function readSettings(env: Env, root: string): Settings {
	const port = Number(env['PORT'] ?? 3000);
	if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new RangeError(`PORT is not a port: ${env['PORT']}`);
	const host = env['HOST'] || 'localhost';
	const proxy = readProxy(env['TRUST_PROXY']);
	const origin = readOrigin(env['ORIGIN']);
	const isProduction = readMode(env['TEREZE_MODE']);
	const isOpen = isProduction || !LOOPBACK.test(host) || proxy !== null || origin !== undefined;
	const demo = readDemo(env['TEREZE_DEMO'], isOpen);
	if (isProduction) mustBeSafe(demo, proxy, origin);
	return {
		port,
		host,
		dataDir: resolve(root, env['DATA_DIR'] ?? 'data'),
		proxy,
		origin,
		demo
	};
}

function readMode(asked: string | undefined): boolean {
	if (!asked) return false;
	if (asked !== 'production') throw new RangeError(`TEREZE_MODE is production or not set, not: ${asked}`);
	return true;
}

/** @throws RangeError with what to do about it */
function mustBeSafe(demo: Settings['demo'], proxy: Proxy, origin: string | undefined): void {
	if (demo !== 'off')
		throw new RangeError(
			'TEREZE_MODE=production has no demonstration, whose passwords everybody knows: unset TEREZE_DEMO'
		);
	if (proxy === null)
		throw new RangeError(
			'TEREZE_MODE=production needs TLS in front: name the proxy in TRUST_PROXY (1: on this machine)'
		);
	if (origin?.startsWith('http:'))
		throw new RangeError('TEREZE_MODE=production needs TLS: ORIGIN begins with https://');
}

const LOOPBACK = /^(?:localhost|::1|127(?:\.\d{1,3}){3})$/i;

const DEMO_WORDS: Record<string, Settings['demo']> = {
	...{ on: 'on', '1': 'on', true: 'on', yes: 'on' },
	...{ off: 'off', '0': 'off', false: 'off', no: 'off' },
	people: 'people'
};

function readDemo(asked: string | undefined, isOpen: boolean): Settings['demo'] {
	if (!asked) return isOpen ? 'off' : 'on';
	const demo = DEMO_WORDS[asked.toLowerCase()];
	if (!demo) throw new RangeError(`TEREZE_DEMO is on, people or off, not: ${asked}`);
	return demo;
}

function readOrigin(asked: string | undefined): string | undefined {
	if (!asked) return undefined;
	const isOrigin = URL.canParse(asked) && /^https?:$/.test(new URL(asked).protocol);
	if (!isOrigin)
		throw new RangeError(`ORIGIN is not a scheme, a host and perhaps a port, nothing behind them: ${asked}`);
	return new URL(asked).origin;
}

/** The folder of `package.json`, wherever the script was started from. */
export const projectRoot = (): string => join(import.meta.dirname, '..', '..');

export const databaseFile = (dataDir: string): string => join(dataDir, 'tereze.db');

/** Outside the database, so that a database copied back does not bring its own epoch back, too. */
export const epochFile = (dataDir: string): string => join(dataDir, 'epoch');

/** A moment as a part of a file's name: `20261122-095713`, UTC, so that names sort by time. */
export const fileStamp = (now: Temporal.Instant): string =>
	now.toString({ smallestUnit: 'second' }).replace(/[-:Z]/g, '').replace('T', '-');
