import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { notProvenBy } from '#lib/server/verify/proven-columns.ts';
import { verifyDatabase } from '#lib/server/verify/verify-database.ts';
import { copyOfPostgres } from './copy-of-postgres.ts';
import { type Lang, proofInWords } from './verify-words.ts';
import { settingsOrExit } from './settings.ts';

// `npm run verify-journal`: proves a server's whole database, which may be in use, and names every place that does not fit.
// A PostgreSQL, where `DATABASE_URL` names one, is copied into a file first, as it is at one moment.
const USAGE = 'npm run verify-journal -- --database FILE [--lang kk|ru] [--json]';
const UNREAD = 2;
type Options = { database: string | undefined; lang: Lang; json: boolean };

const settings = settingsOrExit();
const options = read(process.argv.slice(2));
const { database } = settings;
if (options && options.database === undefined && database.kind === 'postgres')
	await answerForCopy(options, database.url);
else if (options?.database !== undefined) answer({ ...options, database: options.database });
else {
	process.stderr.write(`Мұндай параметр жоқ. Былай жазыңыз:\nТакого параметра нет. Пишите так:\n  ${USAGE}\n`);
	process.exitCode = UNREAD;
}

async function answerForCopy(asked: Options, url: string): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'tereze-proof-'));
	try {
		const copy = join(folder, 'copy.db');
		await copyOfPostgres(url, copy);
		answer({ ...asked, database: copy });
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function answer({ database, lang, json }: Options & { database: string }): void {
	const proof = verifyDatabase(database);
	if (!proof) {
		const kk = `Бұл файл оқылмады: ${database}. Онда Tereze серверінің дерекқоры бар ма, соны тексеріңіз.`;
		const ru = `Файл не прочитан: ${database}. Проверьте, что это база данных сервера Tereze.`;
		process.stderr.write(`${lang === 'kk' ? kk : ru}\n`);
		process.exitCode = UNREAD;
		return;
	}
	// Who reads may have seen enough and closed the pipe, as `head` does.
	process.stdout.once('error', () => process.exit());
	const { findings, ...counts } = proof;
	const data = {
		...counts,
		found: findings.count,
		findings: findings.first,
		notProven: Object.fromEntries(notProvenBy())
	};
	process.stdout.write(json ? `${JSON.stringify(data, null, '\t')}\n` : proofInWords(proof, lang));
	process.exitCode = findings.count === 0 ? 0 : 1;
}

function read(args: string[]): Options | null {
	try {
		const { values } = parseArgs({
			args,
			options: {
				database: { type: 'string' },
				lang: { type: 'string', default: 'kk' },
				json: { type: 'boolean', default: false }
			}
		});
		const { database, lang, json } = values;
		return lang === 'kk' || lang === 'ru' ? { database, lang, json } : null;
	} catch {
		return null;
	}
}
