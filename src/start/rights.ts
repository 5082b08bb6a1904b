import { parseArgs } from 'node:util';
import { states as kk } from '#lib/i18n/kk/states.ts';
import { states as ru } from '#lib/i18n/ru/states.ts';
import { regulations } from '#lib/law/catalog.ts';
import { unitsOfAnyStep } from '#lib/domain/regulation/step-units.ts';
import { listRights } from './rights-list.ts';
import { ACT_WORDS } from './rights-words.ts';

// `npm run rights`: who may do which act, for an auditor to hold beside job descriptions; `-- --json` for a program.
const USAGE = 'npm run rights -- [--lang kk|ru] [--json]';
const options = read(process.argv.slice(2));
if (options) print(options);
else {
	process.stderr.write(`Мұндай параметр жоқ. Былай жазыңыз:\nТакого параметра нет. Пишите так:\n  ${USAGE}\n`);
	process.exitCode = 2;
}

function read(args: string[]): { json: boolean; lang: 'kk' | 'ru' } | null {
	try {
		const { values } = parseArgs({
			args,
			options: { json: { type: 'boolean', default: false }, lang: { type: 'string', default: 'kk' } }
		});
		const { json, lang } = values;
		return lang === 'kk' || lang === 'ru' ? { json, lang } : null;
	} catch {
		return null;
	}
}

function print({ json, lang }: { json: boolean; lang: 'kk' | 'ru' }): void {
	const rights = listRights((step) => unitsOfAnyStep(regulations, step));
	// Who reads may have seen enough and closed the pipe, as `head` does.
	process.stdout.once('error', () => process.exit());
	if (json) {
		process.stdout.write(`${JSON.stringify(rights, null, '\t')}\n`);
		return;
	}
	const words = { kk, ru }[lang];
	const byStep = { kk: 'регламенттің қадамы бойынша', ru: 'по шагу регламента' }[lang];
	for (const { command, roles, step } of rights) {
		const names = roles.map((role) => words.roles[role]).join(', ');
		process.stdout.write(
			`${ACT_WORDS[command][lang]}\n    ${names}${step ? ` (${byStep}: ${words.steps[step]})` : ''}\n`
		);
	}
}
