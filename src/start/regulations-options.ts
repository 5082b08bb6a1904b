import { parseArgs } from 'node:util';

/** What `npm run regulations` is asked for. */
export type RegulationsOptions = {
	json: boolean;
	lang: 'kk' | 'ru';
	service: number | undefined;
	entry: 'center' | 'body' | undefined;
};
export type ReadOptions = { ok: true; options: RegulationsOptions } | { ok: false; why: string };

/**
 * The options of the command line.
 * @param services numbers of the services that are built in: others live in journals, which this command does not open
 * @returns what is wrong, in Kazakh and Russian, with how it is used
 */
export function readRegulationsOptions(args: readonly string[], services: readonly number[]): ReadOptions {
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
		if (token.kind === 'positional') return wrong(token.value, services);
		const { name, rawName, value } = token;
		const given = value === undefined ? rawName : `${rawName} ${value}`;
		if (name === 'json' && value === undefined) options.json = true;
		else if (name === 'service' && /^[1-9]\d{0,3}$/.test(value ?? '')) options.service = Number(value);
		else if (name === 'entry' && (value === 'center' || value === 'body')) options.entry = value;
		else if (name === 'lang' && (value === 'kk' || value === 'ru')) options.lang = value;
		else return wrong(given, services);
	}
	const { service } = options;
	return service === undefined || services.includes(service) ? { ok: true, options } : notBuiltIn(service, services);
}

const listed = (services: readonly number[]) => services.join(', ');

function usage(services: readonly number[]): string {
	return `npm run regulations -- [--service N] [--entry center|body] [--lang kk|ru] [--json]   N: ${listed(services)}`;
}

function wrong(given: string, services: readonly number[]): ReadOptions {
	const kk = `Мұндай параметр жоқ: ${given}. Былай жазыңыз:`;
	const ru = `Такого параметра нет: ${given}. Пишите так:`;
	return { ok: false, why: `${kk}\n${ru}\n  ${usage(services)}` };
}

function notBuiltIn(service: number, services: readonly number[]): ReadOptions {
	const own = listed(services);
	const kk =
		`№ ${service} қызмет бағдарламаның өз деректерінде жоқ: мұнда тек ${own}.\n` +
		'Әкімші енгізген қызмет «Регламенттер» бетінде көрсетіледі, оның JSON файлы да сонда.';
	const ru =
		`Услуги № ${service} нет в данных самой программы: здесь только ${own}.\n` +
		'Услуга, которую внёс администратор, показана на странице «Регламенты», там же её файл JSON.';
	return { ok: false, why: `${kk}\n${ru}\n  ${usage(services)}` };
}
