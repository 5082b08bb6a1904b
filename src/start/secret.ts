import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { holdFile } from './hold-file.ts';
import { keepPrivate } from './private-files.ts';
import { readSecretOptions } from './secret-options.ts';
import { type AskLine, printedParts, restoreFromParts, rotateAtTerminal, type SecretDone } from './secret-acts.ts';
import { whyUnready } from './server-data.ts';
import { settingsOrExit } from './settings.ts';

// `npm run secret`: the server's secret on paper, back from paper, and another one. The server must be stopped for what changes it.
const settings = settingsOrExit();
const task = readSecretOptions(process.argv.slice(2));
if (task.kind === 'help') process.stdout.write(task.text);
else if (task.kind === 'wrong') end({ ok: false, why: task.why });
else {
	const { dataDir } = settings;
	const files = { data: settings, secret: join(dataDir, 'secret') };
	const terminal = createInterface({ input: process.stdin, output: process.stdout });
	const lines = terminal[Symbol.asyncIterator]();
	const ask: AskLine = async (question) => {
		process.stdout.write(question);
		const { value, done } = await lines.next();
		return done ? null : value;
	};
	try {
		const why = await whyUnready(settings, 'badges');
		if (why !== null) end({ ok: false, why });
		else if (task.kind === 'parts') end(await printedParts(files, ask, (text) => process.stdout.write(text)));
		else
			end(
				await whileStopped(dataDir, () =>
					task.kind === 'restore' ? restoreFromParts(files, ask) : rotateAtTerminal(files, ask, task.alone)
				)
			);
	} finally {
		terminal.close();
	}
}

async function whileStopped(dataDir: string, work: () => Promise<SecretDone>): Promise<SecretDone> {
	keepPrivate(dataDir);
	const release = await holdFile(join(dataDir, 'server.lock'), { held: () => undefined, patienceMs: 0 });
	if (!release) return { ok: false, why: 'The server is running. Stop it first.' };
	try {
		return await work();
	} finally {
		release();
	}
}

function end(done: SecretDone): void {
	if (done.ok) process.stdout.write(`${done.said}\n`);
	else {
		process.stderr.write(`${done.why}\n`);
		process.exitCode = 1;
	}
}
