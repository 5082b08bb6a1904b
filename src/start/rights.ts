import { parseArgs } from 'node:util';
import { importSources } from './import-sources.ts';

// `npm run rights`: who may do which act, for an auditor to hold beside job descriptions; `-- --json` for a program.
const USAGE = 'npm run rights -- [--lang kk|ru] [--json]';
const options = read(process.argv.slice(2));
if (options) await print(options);
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

async function print({ json, lang }: { json: boolean; lang: 'kk' | 'ru' }): Promise<void> {
	importSources();
	const { regulations } = await import('../lib/regulations/catalog.ts');
	const { unitsOfAnyStep } = await import('../lib/domain/regulation/step-units.ts');
	const { listRights } = await import('./rights-list.ts');
	const rights = listRights((step) => unitsOfAnyStep(regulations, step));
	// Who reads may have seen enough and closed the pipe, as `head` does.
	process.stdout.once('error', () => process.exit());
	if (json) {
		process.stdout.write(`${JSON.stringify(rights, null, '\t')}\n`);
		return;
	}
	const { ACT_WORDS } = await import('./rights-words.ts');
	const { states: kk } = await import('../lib/i18n/kk/states.ts');
	const { states: ru } = await import('../lib/i18n/ru/states.ts');
	const words = { kk, ru }[lang];
	const byStep = { kk: 'регламенттің қадамы бойынша', ru: 'по шагу регламента' }[lang];
	for (const { command, roles, step } of rights) {
		const names = roles.map((role) => words.roles[role]).join(', ');
		process.stdout.write(
			`${ACT_WORDS[command][lang]}\n    ${names}${step ? ` (${byStep}: ${words.steps[step]})` : ''}\n`
		);
	}
}
