import { parseArgs } from 'node:util';
import directory from '#lib/law/resolution-370/directory.json' with { type: 'json' };
import { type NewPerson, ROLES } from './save-person.ts';

export type PersonTask =
	| { kind: 'help'; text: string }
	| { kind: 'wrong'; why: string }
	| { kind: 'code'; number: string }
	| { kind: 'save'; person: Omit<NewPerson, 'password'>; update: boolean };

const text = { type: 'string' } as const;
const OPTIONS = {
	...{ number: text, surname: text, given: text, patronymic: text, role: text, org: text, window: text },
	update: { type: 'boolean' },
	code: { type: 'boolean' },
	help: { type: 'boolean', short: 'h' }
} as const;

const orgs = [...directory.centers, ...directory.bodies];

const HELP = `npm run person -- --number 300 --surname Ахметова --given Әсел --role admin --org center-04

Saves somebody who signs in: the first administrator of a real Center, or any other. The server must have been started once; it
may be running. The password is asked for, or read from standard input: on a command line it would stay in the shell's history.

  --number      staff number, 3 to 12 digits
  --surname     as in the identity document
  --given       given name
  --patronymic  where there is one
  --role        ${ROLES.join(', ')}
  --org         ${orgs[0]?.id} … ${orgs.at(-1)?.id}, a row of the directory
  --window      the usual window of a Center's inspector
  --update      the number is somebody's already: give it this name, role and password, and end the sessions
  --code        with --number alone: a one-time code for somebody who forgot their password; it is shown once and opens for a day
  --help        this
`;

/** What the command line asks for; what is wrong with it comes as one line, never as a trace. */
export function readPersonOptions(args: string[]): PersonTask {
	let values;
	try {
		({ values } = parseArgs({ args, options: OPTIONS }));
	} catch (error) {
		return wrong(error instanceof Error ? error.message : String(error));
	}
	if (values.help || args.length === 0) return { kind: 'help', text: HELP };
	const { number, surname, given, patronymic, role, org, window, update = false } = values;
	if (values.code) return codeTask(values);
	const missing = Object.entries({ number, surname, given, role, org }).filter(([, value]) => !value);
	if (!number || !surname || !given || !role || !org)
		return wrong(`Needed: ${missing.map(([name]) => `--${name}`).join(' ')}`);
	return { kind: 'save', person: { number, surname, given, patronymic, role, org, window }, update };
}

function codeTask({ code: _, number, ...others }: Partial<Record<keyof typeof OPTIONS, string | boolean>>): PersonTask {
	const more = Object.keys(others);
	if (more.length > 0)
		return wrong(`--code goes with --number alone, not with ${more.map((name) => `--${name}`).join(' ')}`);
	return number ? { kind: 'code', number: String(number) } : wrong('Needed: --number');
}

const wrong = (why: string): PersonTask => ({ kind: 'wrong', why: `${why}\nnpm run person -- --help says more.` });
