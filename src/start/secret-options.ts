import { parseArgs } from 'node:util';

export type SecretTask =
	| { kind: 'help'; text: string }
	| { kind: 'wrong'; why: string }
	| { kind: 'parts' }
	| { kind: 'restore' }
	| { kind: 'rotate'; alone: boolean };

const HELP = `npm run secret -- --parts | --restore | --rotate [--alone]

The server's secret seals the secrets of badges. It lies in a file beside the database and in no backup of it.

  --parts    prints it in two parts, one for each of two people; either alone says nothing
  --restore  puts it back from both parts; the server must be stopped
  --rotate   gives the server another one and seals everything anew; the server must be stopped. Two administrators of the
             authority give number and password
  --alone    with --rotate: by whoever sits here alone; the journal says so
  --help     this

After --rotate print new parts, and destroy the old ones once no backup from before is needed any more.
`;

/** What the command line asks for; what is wrong with it comes as one line. */
export function readSecretOptions(args: string[]): SecretTask {
	const flag = { type: 'boolean', default: false } as const;
	let values;
	try {
		({ values } = parseArgs({
			args,
			options: { parts: flag, restore: flag, rotate: flag, alone: flag, help: { ...flag, short: 'h' } }
		}));
	} catch (error) {
		return wrong(error instanceof Error ? error.message : String(error));
	}
	const { parts, restore, rotate, alone, help } = values;
	if (help || args.length === 0) return { kind: 'help', text: HELP };
	if ([parts, restore, rotate].filter(Boolean).length !== 1) return wrong('One of --parts, --restore and --rotate');
	if (alone && !rotate) return wrong('--alone goes with --rotate');
	return parts ? { kind: 'parts' } : restore ? { kind: 'restore' } : { kind: 'rotate', alone };
}

const wrong = (why: string): SecretTask => ({ kind: 'wrong', why: `${why}\nnpm run secret -- --help says more.` });
