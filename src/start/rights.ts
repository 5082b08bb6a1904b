import { parseArgs } from 'node:util';
import { states as kk } from '#lib/i18n/kk/states.ts';
import { states as ru } from '#lib/i18n/ru/states.ts';
import { everyVersion } from '#lib/domain/regulation/every-version.ts';
import { type Regulation } from '#lib/domain/regulation/regulation.ts';
import { unitsOfAnyStep } from '#lib/domain/regulation/step-units.ts';
import { regulations } from '#lib/law/catalog.ts';
import { lawOfDatabase } from './law-of-database.ts';
import { listRights } from '#lib/domain/acts/rights-list.ts';
import { ACT_WORDS } from '#lib/i18n/act-words.ts';
import { settingsOrExit } from './settings.ts';

// `npm run rights`: who may do which act, for an auditor to hold beside job descriptions; `-- --json` for a program. Whose step it is
// the regulations say: those that are built in, or with `--database` all that a server knows.
const USAGE = 'npm run rights -- [--lang kk|ru] [--json] [--database FILE]';
const OF_BUILT_IN = {
	kk: 'Бағдарламаға енгізілген қызметтер бойынша. Импортталғандарымен бірге: --database ФАЙЛ',
	ru: 'По услугам, встроенным в программу. Вместе с импортированными: --database ФАЙЛ'
};
type Options = { json: boolean; lang: 'kk' | 'ru'; database: string | undefined };

settingsOrExit();
const options = read(process.argv.slice(2));
if (options) answer(options);
else {
	process.stderr.write(`Мұндай параметр жоқ. Былай жазыңыз:\nТакого параметра нет. Пишите так:\n  ${USAGE}\n`);
	process.exitCode = 2;
}

function answer(given: Options): void {
	const { database, lang } = given;
	if (database === undefined) return print(given, regulations);
	const opened = lawOfDatabase(database);
	if (opened.ok) return print(given, everyVersion(opened.law));
	const kk = `Дерекқор ашылмады: ${database}. Файлдың жолын тексеріңіз.`;
	const ru = `База данных не открылась: ${database}. Проверьте путь к файлу.`;
	process.stderr.write(`${lang === 'kk' ? kk : ru}\n  ${opened.why}\n`);
	process.exitCode = 2;
}

function read(args: string[]): Options | null {
	try {
		const { values } = parseArgs({
			args,
			options: {
				json: { type: 'boolean', default: false },
				lang: { type: 'string', default: 'kk' },
				database: { type: 'string' }
			}
		});
		const { json, lang, database } = values;
		return lang === 'kk' || lang === 'ru' ? { json, lang, database } : null;
	} catch {
		return null;
	}
}

function print({ json, lang, database }: Options, all: readonly Regulation[]): void {
	const rights = listRights((step) => unitsOfAnyStep(all, step));
	// Who reads may have seen enough and closed the pipe, as `head` does.
	process.stdout.once('error', () => process.exit());
	if (json) {
		process.stdout.write(`${JSON.stringify(rights, null, '\t')}\n`);
		return;
	}
	if (database === undefined) process.stdout.write(`${OF_BUILT_IN[lang]}\n\n`);
	const words = { kk, ru }[lang];
	const byStep = { kk: 'регламенттің қадамы бойынша', ru: 'по шагу регламента' }[lang];
	for (const { command, roles, step } of rights) {
		const names = roles.map((role) => words.roles[role]).join(', ');
		process.stdout.write(
			`${ACT_WORDS[command][lang]}\n    ${names}${step ? ` (${byStep}: ${words.steps[step]})` : ''}\n`
		);
	}
}
