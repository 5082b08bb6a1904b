import { readings } from '#lib/law/all-readings.ts';
import { regulations, resolution } from '#lib/law/catalog.ts';
import { printRoutes } from '#lib/law/print-routes.ts';
import { listRoutes, routesAsData } from '#lib/law/route-list.ts';
import { states as kk } from '#lib/i18n/kk/states.ts';
import { states as ru } from '#lib/i18n/ru/states.ts';
import { type RegulationsOptions, readRegulationsOptions } from './regulations-options.ts';
import { settingsOrExit } from './settings.ts';

// `npm run regulations`: every route of every regulation that is built in, for a jurist to hold beside the resolution; `-- --json` for a program.
const LEAST_WIDTH = 60;
const MOST_WIDTH = 110;

settingsOrExit();
const read = readRegulationsOptions(
	process.argv.slice(2),
	regulations.map(({ number }) => number)
);
if (read.ok) print(read.options);
else {
	process.stderr.write(`${read.why}\n`);
	process.exitCode = 2;
}

function print({ json, lang, service, entry }: RegulationsOptions): void {
	const routes = listRoutes(regulations, { service, entry });
	// Who reads may have seen enough and closed the pipe, as `head` does.
	process.stdout.once('error', () => process.exit());
	if (json) {
		process.stdout.write(`${JSON.stringify(routesAsData(routes), null, '\t')}\n`);
		return;
	}
	const width = Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, process.stdout.columns ?? MOST_WIDTH));
	const { number, date, title, repealed } = resolution;
	const about = {
		kk: `${title.kk}. Қаулы №\u00A0${number}, ${shown(date)}. Күші жойылған: №\u00A0${repealed.number}, ${shown(repealed.date)}`,
		ru: `${title.ru}. Постановление №\u00A0${number}, ${shown(date)}. Утратило силу: №\u00A0${repealed.number}, ${shown(repealed.date)}`
	};
	process.stdout.write(
		printRoutes(routes, {
			lang,
			width,
			readings,
			title: about,
			factName: (fact) => ({ kk: kk.steps[fact], ru: ru.steps[fact] })
		})
	);
}

function shown(date: string): string {
	return date.split('-').reverse().join('.');
}
