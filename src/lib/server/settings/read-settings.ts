import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { type DatabasePlace } from '../store/engine.ts';
import { programFolder } from './handed-over.ts';
import { type Proxy } from './proxy.ts';
import { EnvironmentSchema, type VariableName, VARIABLES } from './variables.ts';

/** What the operator may set; everything has a value that suits a first `npm start`. */
export type Settings = {
	port: number;
	/** `localhost` listens on this machine only, for browsers on it or a TLS proxy in front. */
	host: string;
	dataDir: string;
	database: DatabasePlace;
	/** Proxies in front, which say by `x-forwarded-proto` and `x-forwarded-for` what they were asked, and are believed. */
	proxy: Proxy;
	/** What browsers have in their address bar, where the proxy in front does not pass it on. */
	origin: string | undefined;
	/** Off outside this machine, unless it is asked for: everybody knows its passwords. `people`: nobody has worked yet. */
	demo: 'on' | 'people' | 'off';
	logLevel: Environment['LOG_LEVEL'];
	/** Whether sign-ins, refusals and changes of accounts and devices are written down. */
	accessLog: boolean;
	metricsToken: string | undefined;
	enrolmentsPerHour: number;
};

type Environment = v.InferOutput<typeof EnvironmentSchema>;
type Env = Readonly<Record<string, string | undefined>>;
type ReadSettings = { ok: true; settings: Settings } | { ok: false; why: string };

/**
 * With `TEREZE_MODE=production` what would be a danger to a real Center is refused.
 * @param env a variable without a value counts as not set
 * @param root what a relative `DATA_DIR` is seen from
 * @returns the settings, or one sentence that names the variable, what is wrong and what is allowed
 */
export function readSettings(env: Env, root: string): ReadSettings {
	const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value));
	const read = v.safeParse(EnvironmentSchema, given, { abortEarly: true });
	if (!read.success) return refused(v.getDotPath(read.issues[0]) as VariableName, given);
	const { output } = read;
	const isProduction = output.TEREZE_MODE === 'production';
	const { HOST: host, ORIGIN: origin, TRUST_PROXY: proxy } = output;
	const isOpen = isProduction || !LOOPBACK.test(host) || proxy !== null || origin !== undefined;
	const demo = output.TEREZE_DEMO ?? (isOpen ? 'off' : 'on');
	const dataDir = resolve(root, output.DATA_DIR);
	const why = (isProduction ? dangerIn(demo, proxy, origin) : null) ?? poolAlone(given);
	if (why) return { ok: false, why };
	const settings: Settings = {
		...{ port: output.PORT, host, dataDir, proxy, origin, demo },
		database: databaseIn(output, dataDir),
		logLevel: output.LOG_LEVEL,
		accessLog: output.ACCESS_LOG === 'on' || (isProduction && output.ACCESS_LOG !== 'off'),
		metricsToken: output.METRICS_TOKEN,
		enrolmentsPerHour: output.ENROLMENTS_PER_HOUR
	};
	return { ok: true, settings };
}

/**
 * What this process was started with. Read anew at each question: the start hands over the last of it before the program is loaded.
 * @throws RangeError if a variable is not in its form, which the start has looked at
 */
export function settingsNow(): Settings {
	const read = readSettings(process.env, programFolder());
	if (!read.ok) throw new RangeError(read.why);
	return read.settings;
}

const LOOPBACK = /^(?:localhost|::1|127(?:\.\d{1,3}){3})$/i;

function refused(name: VariableName, given: Env): ReadSettings {
	const { allowed, isSecret } = VARIABLES[name];
	const found = isSecret ? 'what it is set to (not shown here)' : `“${given[name]}”`;
	return { ok: false, why: `${name} cannot be ${found}; it may be ${allowed}.` };
}

function dangerIn(demo: Settings['demo'], proxy: Proxy, origin: string | undefined): string | null {
	if (demo !== 'off')
		return 'TEREZE_MODE=production has no demonstration, whose passwords everybody knows: unset TEREZE_DEMO.';
	if (proxy === null)
		return 'TEREZE_MODE=production needs TLS in front: name the proxy in TRUST_PROXY (1: on this machine).';
	return origin?.startsWith('http:') ? 'TEREZE_MODE=production needs TLS: ORIGIN begins with https://.' : null;
}

/** Whoever counts connections means a database that has them, and would get another one. */
const poolAlone = (given: Env): string | null =>
	given['DATABASE_POOL'] && !given['DATABASE_URL']
		? 'DATABASE_POOL counts connections to PostgreSQL: set DATABASE_URL, too, or unset DATABASE_POOL.'
		: null;

const databaseIn = ({ DATABASE_URL: url, DATABASE_POOL: pool }: Environment, dataDir: string): DatabasePlace =>
	url === undefined ? { kind: 'sqlite', file: join(dataDir, 'tereze.db') } : { kind: 'postgres', url, pool };
