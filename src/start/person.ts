import { createInterface, type Interface } from 'node:readline/promises';
import { codeFor } from './code-for.ts';
import { readPersonOptions } from './person-options.ts';
import { type NewPerson, personAt, savePerson, takenText, wrongIn } from './save-person.ts';
import { settingsOrExit } from './settings.ts';

// `npm run person`: people of a real Center, where the demonstration is off. What can be seen to be wrong is said before the password is
// asked for.
const settings = settingsOrExit();
const task = readPersonOptions(process.argv.slice(2));
if (task.kind === 'help') process.stdout.write(task.text);
else if (task.kind === 'wrong') end(task.why);
else if (task.kind === 'code') await giveCode(task.number);
else {
	const why = wrongIn(task.person);
	if (why === null) await save(task.person, task.update);
	else end(why);
}

async function giveCode(number: string): Promise<void> {
	const given = await codeFor(settings, number, Date.now());
	if (!given.ok) return end(given.why);
	const { surname, given: name, code, expiresAt } = given;
	process.stdout.write(
		`${number} ${surname} ${name}: ${code}\nShown once. It sets a new password until ${new Date(expiresAt).toLocaleString('en-GB')}.\n`
	);
}

async function save(person: Omit<NewPerson, 'password'>, update: boolean): Promise<void> {
	const terminal = createInterface({ input: process.stdin, output: process.stdout });
	try {
		const isAgreed = update || (await agrees(terminal, person.number));
		if (!isAgreed) return;
		const password = await terminal.question('Password: ');
		const saved = await savePerson(settings, { ...person, password }, { update: isAgreed === 'update' || update });
		if (!saved.ok) return end(saved.why);
		const { number, surname, given } = person;
		const before = saved.was
			? `, until now ${saved.was.surname} ${saved.was.given} (${saved.was.roles.join(', ')})`
			: '';
		process.stdout.write(`Saved: ${number} ${surname} ${given}, ${person.role}${before}\n`);
	} finally {
		terminal.close();
	}
}

/** A number that is somebody's is asked about, where there is somebody to answer; otherwise `--update` must say it. */
async function agrees(terminal: Interface, number: string): Promise<'new' | 'update' | false> {
	const known = await personAt(settings, number);
	if (!known) return 'new';
	if (!process.stdin.isTTY) {
		end(takenText(number, known));
		return false;
	}
	const { surname, given, roles, org } = known;
	const answer = await terminal.question(
		`${number} is ${surname} ${given} (${roles.join(', ')}, ${org}). Change? yes/no: `
	);
	if (/^\s*(?:y|yes)\s*$/i.test(answer)) return 'update';
	end('Nothing was changed.');
	return false;
}

function end(why: string): void {
	process.stderr.write(`${why}\n`);
	process.exitCode = 1;
}
