import * as v from 'valibot';
import { readProxy } from './proxy.ts';

/** How many devices of one office a person may enrol in an hour: numbers are few and never come back. */
export const ENROLMENTS_PER_HOUR = 60;
const MOST_CONNECTIONS = 200;
const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

const DEMO_WORDS: Readonly<Record<string, 'on' | 'people' | 'off'>> = {
	...{ on: 'on', '1': 'on', true: 'on', yes: 'on' },
	...{ off: 'off', '0': 'off', false: 'off', no: 'off' },
	people: 'people'
};

/** From `from` to `to`, in digits alone: `Number` itself would take an empty text, `1e3` and `0x10`, too. */
const whole = (from: number, to: number) =>
	v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number), v.minValue(from), v.maxValue(to));

const proxies = v.pipe(
	v.string(),
	v.rawTransform(({ dataset, addIssue, NEVER }) => {
		const read = readProxy(dataset.value);
		if (read.ok) return read.proxy;
		addIssue();
		return NEVER;
	})
);

/** A scheme, a host and perhaps a port; with a slash, as browsers copy it. */
const isOrigin = (text: string): boolean =>
	URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).href === `${new URL(text).origin}/`;

const isPostgres = (text: string): boolean =>
	URL.canParse(text) && /^postgres(?:ql)?:$/.test(new URL(text).protocol) && /^\/[^/]+$/.test(new URL(text).pathname);

/**
 * Every variable of the environment that an operator may set, in its form and with its value where it is not set. Whoever reads the
 * environment reads it through this.
 */
export const EnvironmentSchema = v.object({
	PORT: v.optional(whole(0, 65_535), '3000'),
	HOST: v.optional(v.pipe(v.string(), v.regex(/^[\w.:-]+$/)), 'localhost'),
	ORIGIN: v.optional(
		v.pipe(
			v.string(),
			v.check(isOrigin),
			v.transform((text) => new URL(text).origin)
		)
	),
	TRUST_PROXY: v.optional(proxies, '0'),
	DATA_DIR: v.optional(v.pipe(v.string(), v.regex(/^[^\0\n\r]+$/)), 'data'),
	DATABASE_URL: v.optional(v.pipe(v.string(), v.check(isPostgres))),
	DATABASE_POOL: v.optional(whole(1, MOST_CONNECTIONS), '10'),
	TEREZE_MODE: v.optional(v.literal('production')),
	TEREZE_DEMO: v.optional(
		v.pipe(
			v.string(),
			v.transform((text) => DEMO_WORDS[text.toLowerCase()]),
			v.picklist(['on', 'people', 'off'])
		)
	),
	LOG_LEVEL: v.optional(v.picklist(LOG_LEVELS), 'warn'),
	ACCESS_LOG: v.optional(v.picklist(['on', 'off'])),
	METRICS_TOKEN: v.optional(v.pipe(v.string(), v.regex(/^[\x21-\x7e]{16,}$/))),
	ENROLMENTS_PER_HOUR: v.optional(whole(1, 1_000_000), String(ENROLMENTS_PER_HOUR))
});

export type VariableName = keyof typeof EnvironmentSchema.entries;

/** What an operator is told of a variable: the words of `docs/operate.md` and of a start that was stopped. */
type Variable = {
	allowed: string;
	/** Where it is not set. */
	byDefault: string;
	/** Its value stands in no message. */
	isSecret?: true;
};

export const VARIABLES: Readonly<Record<VariableName, Variable>> = {
	PORT: { allowed: 'a whole number from 0 to 65535; 0 is any free port', byDefault: '3000' },
	HOST: { allowed: 'a name or an address of this machine', byDefault: 'localhost' },
	ORIGIN: {
		allowed: 'http:// or https://, a host and perhaps a port, with nothing behind them',
		byDefault: 'what the browser asked for'
	},
	TRUST_PROXY: {
		allowed: '1 (on this machine), or addresses and networks with commas between them',
		byDefault: 'none'
	},
	DATA_DIR: { allowed: 'a folder, seen from the folder of the program', byDefault: 'data' },
	DATABASE_URL: {
		allowed: 'postgres:// or postgresql:// with the name of a database',
		byDefault: 'SQLite, tereze.db in DATA_DIR',
		isSecret: true
	},
	DATABASE_POOL: { allowed: `a whole number from 1 to ${MOST_CONNECTIONS}, beside DATABASE_URL`, byDefault: '10' },
	TEREZE_MODE: { allowed: 'production', byDefault: 'not production' },
	TEREZE_DEMO: { allowed: 'on, people or off', byDefault: 'on, and off wherever others can reach the server' },
	LOG_LEVEL: { allowed: LOG_LEVELS.join(', '), byDefault: 'warn' },
	ACCESS_LOG: { allowed: 'on or off', byDefault: 'off, and on in production' },
	METRICS_TOKEN: {
		allowed: '16 or more letters, digits and signs, without a space',
		byDefault: 'this machine alone may ask',
		isSecret: true
	},
	ENROLMENTS_PER_HOUR: { allowed: 'a whole number from 1 to 1000000', byDefault: String(ENROLMENTS_PER_HOUR) }
};
