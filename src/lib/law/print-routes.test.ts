import { describe, expect, it } from 'vitest';
import { type Lang } from '#lib/domain/text/lang.ts';
import { readings } from './all-readings.ts';
import { regulations } from './catalog.ts';
import { printRoutes } from './print-routes.ts';
import { listRoutes, type RouteFilter, routesAsData } from './route-list.ts';
import { NOT_LAW } from './route-words.ts';
import { wrapForTerminal } from './wrap-text.ts';

const WIDTH = 100;

function print(filter: RouteFilter, lang: Lang = 'kk', width = WIDTH): string {
	return printRoutes(listRoutes(regulations, filter), {
		lang,
		width,
		readings,
		factName: (fact) => ({ kk: `${fact} kk`, ru: `${fact} ru` }),
		title: { kk: 'Қаулы № 370', ru: 'Постановление № 370' }
	});
}

/** The lines of a step by the beginning of its first line, in one line each. */
function stepOf(printed: string, route: string, first: string): string[] {
	const after = printed.slice(printed.indexOf(route));
	const block = after.slice(after.indexOf(first)).split('\n\n')[0] ?? '';
	return block
		.replace(/\n {20,}/g, ' ')
		.split('\n')
		.map((line) => line.trim().replace(/ {2,}/g, ': '));
}

describe('the routes as data', () => {
	it('G72 eighteen routes, each with its steps, and nothing but the named fields', () => {
		const data = routesAsData(listRoutes(regulations));
		expect(data).toHaveLength(18);
		expect(data.map(({ steps }) => steps.length)).toEqual([6, 6, 6, 6, 12, 12, ...new Array<number>(12).fill(6)]);
		expect(data[4]).toMatchObject({ service: 3, entry: 'center', outcome: 'notice' });
		expect(data[4]?.steps.slice(2, 4)).toEqual([
			{
				no: 3,
				unit: 'accumulationInspector',
				action: 'Тізілімді жасап құжатты жөнелту',
				limit: { amount: 2, unit: 'timesPerDay' },
				fact: 'dispatched',
				source: '3-қосымша, 3-қосымша, 1-кесте, 3-әрекет; C36'
			},
			{
				no: null,
				unit: 'chancery',
				action: 'Құжаттарды тізілім бойынша қабылдап алу',
				limit: null,
				fact: 'arrived',
				source: '3-қосымша, 3-қосымша, 2-кесте, 2-әрекет; C16'
			}
		]);
	});

	it('G72 can be narrowed to a service and a way in', () => {
		const named = (filter: RouteFilter) =>
			listRoutes(regulations, filter).map(({ regulation, entry }) => `${regulation.number} ${entry}`);
		expect(named({ service: 3 })).toEqual(['3 center', '3 center', '3 body', '3 body']);
		expect(named({ entry: 'center' })).toEqual(['3 center', '3 center']);
		expect(named({ service: 1, entry: 'center' })).toEqual([]);
	});
});

describe('the routes on paper', () => {
	it('G73 a step stands with its number, unit in both languages, table, limit in words and as printed, fact and place', () => {
		expect(stepOf(print({ service: 3 }), 'Орталық арқылы → балама', '6. ')).toEqual([
			'6. Құжаттардың толықтығын тексеріп, дәлелді бас тартуды дайындау',
			'ҚФБ: уәкілетті органның жауапты орындаушысы · ответственный исполнитель уполномоченного органа',
			'1-кесте: Құжаттардың толықтығына тексеруді жүзеге асырып, дәлелді бас тартуды дайындау немесе хабарламаны ресімдеу (басылғаны: «Құжаттардың толықтығына тексеруді жүзеге асырып, дәлелді бас тартуды дайындау немесе хабарламаны рәсімдеу»)',
			'Аяқтау: Құжаттарды басшылыққа тапсыру (басылғаны: «Құжаттарды уәкілетті органға тапсыру»)',
			'Шегі: 10 жұмыс күні («Он жұмыс күні ішінде»); басталуы: бірінші бұрыштама',
			'Факт: drafted · drafted kk',
			expect.stringMatching(/^Дереккөз: 3-қосымша, 3-қосымша, 1-кесте, 6-әрекет; түсініктеме № \d+$/u)
		]);
	});

	it('G73 in Russian, too: the place and what is printed stay as they are', () => {
		expect(stepOf(print({ service: 8 }, 'ru'), 'основной процесс', '3. ')).toEqual([
			'3. Проверка полноты документов и оформление уведомления',
			'СФЕ: уәкілетті органның жауапты орындаушысы · ответственный исполнитель уполномоченного органа',
			expect.stringMatching(/^Таблица 1: Проверка полноты документов, .*напечатано: «Құжаттардың .* ресімдеу\.»\)$/),
			'Завершение: Передача документов руководству (напечатано: «Құжаттарды уәкілетті органына тапсыру»)',
			'Предел: 15 календ. дн. («15 күнтізбелік күн ішінде»); отсчёт: первая резолюция',
			'Факт: drafted · drafted ru',
			expect.stringMatching(/^Источник: 8-қосымша, 2-қосымша, 1-кесте, 3-әрекет; толкование № \d+, № \d+$/u)
		]);
	});

	it('G73 a step that table 1 does not have is said to be none, without a limit', () => {
		const arrival = stepOf(print({ service: 3, entry: 'center' }), '3-кесте', '– Құжаттарды тізілім');
		expect(arrival).toContain('1-кесте: 1-кестеде жоқ қадам');
		expect(arrival).toContain('Шегі: регламентте жоқ');
	});

	it.each(['kk', 'ru'] as const)('G73 the readings applied and what is not law stand beneath (%s)', (lang) => {
		const flat = (text: string) => text.replace(/\s+/g, ' ');
		const printed = flat(print({ service: 7 }, lang));
		for (const note of NOT_LAW) expect(printed).toContain(flat(note[lang]));
		const wheelchairs = readings.find(({ id }) => id === 'C26');
		expect(printed).toContain(flat(wheelchairs!.reading[lang]));
		const other = readings.find(({ id }) => id === 'C28');
		expect(printed).not.toContain(flat(other!.reading[lang]));
		expect(printed, 'codes of readings are for the data').not.toMatch(/\bC\d+\b/u);
	});

	it('G73 no line is wider than the terminal; a way that is not open is said to be none', () => {
		for (const width of [60, 100]) {
			const lines = print({}, 'kk', width).split('\n');
			expect(lines.filter((line) => line.length > width && line.trim().includes(' '))).toEqual([]);
		}
		expect(print({ service: 1, entry: 'center' })).toContain('Регламент мұндай жол ашпайды.');
	});

	it('G73 lines break at spaces, never at no-break ones', () => {
		expect(wrapForTerminal('бір екі үш', '– ', '  ', 9)).toEqual(['– бір екі', '  үш']);
		expect(wrapForTerminal('қаулы №\u00A0370', '', '', 8)).toEqual(['қаулы', '№\u00A0370']);
		expect(wrapForTerminal('ұзынсөзұзынсөз бір', '', '', 5)).toEqual(['ұзынсөзұзынсөз', 'бір']);
	});
});
