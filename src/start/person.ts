import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { savePerson } from './save-person.ts';
import { databaseFile, projectRoot, readSettings } from './settings.ts';

// The first people of a real Center, where the demonstration is off:
//   npm run person -- --number 300 --surname Ахметова --given Әсел --role admin --org center-04
// The password is asked for, or read from standard input: on a command line it would stay in the shell's history.
const text = { type: 'string' } as const;
const options = { number: text, surname: text, given: text, patronymic: text, role: text, org: text, window: text };
const { values } = parseArgs({ options });
const { number, surname, given, patronymic, role, org, window } = values;

if (!number || !surname || !given || !role || !org) {
	process.stderr.write('Needed: --number --surname --given --role --org; besides: --patronymic --window\n');
	process.exitCode = 1;
} else {
	const terminal = createInterface({ input: process.stdin, output: process.stdout });
	const password = await terminal.question('Password: ');
	terminal.close();
	const { dataDir } = readSettings(process.env, projectRoot());
	const person = { number, password, surname, given, patronymic, role, org, window };
	const saved = await savePerson(databaseFile(dataDir), person);
	process.stdout.write(saved.ok ? `Saved: ${number} ${surname} ${given}\n` : `${saved.why}\n`);
	process.exitCode = saved.ok ? 0 : 1;
}
