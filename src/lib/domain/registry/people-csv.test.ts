import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Role } from '../fact/ids.ts';
import { MOST_PEOPLE_OF_LIST, type PersonLine, readPeopleCsv } from './people-csv.ts';

const ROLES: Readonly<Record<string, Role>> = {
	'кеңсе қызметкері': 'chancery',
	руководитель: 'head',
	executor: 'executor',
	admin: 'admin'
};
const roleNamed = (word: string): Role | null => ROLES[word] ?? null;
const read = (text: string) => readPeopleCsv(text, roleNamed);

/** What is wrong, as `line why text`. */
function mistakesOf(text: string): string[] {
	const answer = read(text);
	return answer.ok ? [] : answer.mistakes.map(({ line, why, text: about }) => `${line} ${why} ${about}`.trim());
}

const HEADERS = {
	number: ['Нөмірі', 'Табельный номер', 'STAFF NUMBER'],
	surname: ['Тегі', 'Фамилия', 'surname'],
	given: ['Аты', 'Имя', 'Given name'],
	patronymic: ['Әкесінің аты', 'Отчество', 'patronymic'],
	roles: ['Рөлдері', 'Роли', 'roles'],
	window: ['Терезесі', 'Окно', 'window']
} as const;
type Column = keyof typeof HEADERS;
const COLUMNS = Object.keys(HEADERS) as Column[];

/** Any text of a cell that a list can hold, with whatever means something in CSV. */
const cell = fc
	.string({ unit: fc.constantFrom(...'Әбвгд яI1-;,\t"\n'), maxLength: 8 })
	.map((text) => text.replace(/\r/g, '').trim());
const person = fc.record({
	number: fc.stringMatching(/^\d{3,6}$/),
	surname: cell,
	given: cell,
	patronymic: cell,
	roles: fc.uniqueArray(fc.constantFrom(...Object.keys(ROLES)), { minLength: 1 }),
	window: fc.constantFrom('', '1', 'А')
});
type Listed = { number: string; surname: string; given: string; patronymic: string; roles: string[]; window: string };
const form = fc.record({
	order: fc.shuffledSubarray(COLUMNS, { minLength: COLUMNS.length }),
	lang: fc.constantFrom(0, 1, 2),
	separator: fc.constantFrom(';', ',', '\t'),
	lineEnd: fc.constantFrom('\n', '\r\n'),
	between: fc.constantFrom('+', ' + ', ','),
	mark: fc.constantFrom('', '\uFEFF')
});
type Form = typeof form extends fc.Arbitrary<infer T> ? T : never;

function written(people: readonly Listed[], { order, lang, separator, lineEnd, between, mark }: Form): string {
	const quoted = (text: string) => (/[";,\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
	const rows = people.map((each) => ({ ...each, roles: each.roles.join(between) }));
	const lines = [
		order.map((column) => HEADERS[column][lang]!),
		...rows.map((row) => order.map((column) => row[column]))
	];
	return mark + lines.map((cells) => cells.map(quoted).join(separator)).join(lineEnd);
}

const meant = ({ number, surname, given, patronymic, roles, window }: Listed): Omit<PersonLine, 'line'> => ({
	number,
	name: { surname, given, patronymic },
	roles: roles.map((word) => ROLES[word]!),
	window: window || null
});

describe('a list of people', () => {
	it('I63 reads what was written, whatever the separator, the order and language of columns, the ends of lines', () => {
		fc.assert(
			fc.property(fc.array(person, { minLength: 1, maxLength: 8 }), form, (people, how) => {
				const answer = read(written(people, how));
				expect(answer.ok && answer.people.map(({ line: _, ...each }) => each)).toEqual(people.map(meant));
			})
		);
	});

	it('I63 answers any text, and names lines that it has', () => {
		const parts = fc.constantFrom(
			'Нөмірі',
			'Тегі',
			'Аты',
			'Рөлдері',
			';',
			',',
			'\t',
			'"',
			'\n',
			'\r',
			'admin',
			'?',
			' '
		);
		fc.assert(
			fc.property(fc.array(fc.oneof(parts, fc.string()), { maxLength: 40 }), (pieces) => {
				const text = pieces.join('');
				const answer = read(text);
				const lines = text.split(/\r\n|\n|\r/).length;
				for (const { line } of answer.ok ? answer.people : answer.mistakes) {
					expect(line).toBeGreaterThanOrEqual(1);
					expect(line).toBeLessThanOrEqual(lines);
				}
			})
		);
	});

	it('I64 names every wrong line with its place and its reason', () => {
		const text = [
			'Нөмірі;Тегі;Аты;Рөлдері',
			'301;Ахметов;Ержан;admin',
			'',
			'302;Сәрсен;Айжан;бухгалтер + admin + курьер',
			'303;Ким;Анна;admin;4',
			'304;?ділов;Нұрлан;admin'
		].join('\n');
		expect(mistakesOf(text)).toEqual([
			'4 roleUnknown бухгалтер',
			'4 roleUnknown курьер',
			'5 cellsTooMany 4',
			'6 lettersLost ?ділов'
		]);
	});

	it.each([
		['a file without lines', '', ['1 empty']],
		['a header alone', 'Нөмірі;Тегі;Аты;Рөлдері\n', ['1 empty']],
		['a header that lacks columns', 'Нөмірі;Тегі\n301;Ким', ['1 columnMissing given', '1 columnMissing roles']],
		['a column twice', 'Нөмірі;Номер;Тегі;Аты;Рөлдері\n1;1;А;Б;admin', ['1 columnTwice Номер']],
		['a quote that stays open', 'Нөмірі;Тегі;Аты;Рөлдері\n301;"Ким;Анна;admin\n302;А;Б;admin', ['2 quoteOpen']]
	])('I64 says what is wrong with %s', (_what, text, mistakes) => {
		expect(mistakesOf(text)).toEqual(mistakes);
	});

	it('I64 takes as many people as the server takes in one act, and names the first line beyond', () => {
		const list = (count: number) =>
			['Нөмірі;Тегі;Аты;Рөлдері', ...Array.from({ length: count }, (_, at) => `${1000 + at};А;Б;admin`)].join('\n');
		expect(read(list(MOST_PEOPLE_OF_LIST)).ok).toBe(true);
		expect(mistakesOf(list(MOST_PEOPLE_OF_LIST + 1))).toEqual([`${MOST_PEOPLE_OF_LIST + 2} tooMany`]);
	});
});
