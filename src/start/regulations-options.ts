import { parseArgs } from 'node:util';

/** What `npm run regulations` is asked for. */
export type RegulationsOptions = {
	json: boolean;
	lang: 'kk' | 'ru';
	service: number | undefined;
	entry: 'center' | 'body' | undefined;
};
export type ReadOptions = { ok: true; options: RegulationsOptions } | { ok: false; why: string };

const USAGE = 'npm run regulations -- [--service 1…8] [--entry center|body] [--lang kk|ru] [--json]';

/**
 * The options of the command line.
 * @returns what is wrong, in Kazakh and Russian, with how it is used
 */
export function readRegulationsOptions(args: readonly string[]): ReadOptions {
	const text = { type: 'string', multiple: true } as const;
	const { tokens } = parseArgs({
		args: [...args],
		strict: false,
		tokens: true,
		options: { json: { type: 'boolean' }, service: text, entry: text, lang: text }
	});
	const options: RegulationsOptions = { json: false, lang: 'kk', service: undefined, entry: undefined };
	for (const token of tokens) {
		if (token.kind === 'option-terminator') continue;
		if (token.kind === 'positional') return wrong(token.value);
		const { name, rawName, value } = token;
		const given = value === undefined ? rawName : `${rawName} ${value}`;
		if (name === 'json' && value === undefined) options.json = true;
		else if (name === 'service' && /^[1-8]$/.test(value ?? '')) options.service = Number(value);
		else if (name === 'entry' && (value === 'center' || value === 'body')) options.entry = value;
		else if (name === 'lang' && (value === 'kk' || value === 'ru')) options.lang = value;
		else return wrong(given);
	}
	return { ok: true, options };
}

function wrong(given: string): ReadOptions {
	const kk = `Мұндай параметр жоқ: ${given}. Былай жазыңыз:`;
	const ru = `Такого параметра нет: ${given}. Пишите так:`;
	return { ok: false, why: `${kk}\n${ru}\n  ${USAGE}` };
}
