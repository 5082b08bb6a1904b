import { describe, expect, it } from 'vitest';
import { CHECK_NAMES } from '#lib/domain/regulation/regulation-checks.ts';
import { messagesKk } from '#lib/i18n/messages-kk.ts';
import { messagesRu } from '#lib/i18n/messages-ru.ts';
import { regulations } from '#lib/law/catalog.ts';
import { checkWords, fieldWords, pathWords, refusalWords, valueWords } from './regulation-words.ts';
import { readingsOf } from './readings-of.ts';
import { regulationAt, regulationRows } from './regulation-rows.ts';
import { plainDate } from '#lib/domain/time/plain-date.ts';

/** Names of all fields that a regulation has somewhere. */
function fieldsOf(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	const own = Array.isArray(value) ? [] : Object.keys(value);
	return [...own, ...Object.values(value).flatMap(fieldsOf)];
}

describe('a regulation in the words of its reader', () => {
	it('G46 every cross-check has its sentence in both languages', () => {
		for (const { checks } of [messagesKk.regulations, messagesRu.regulations])
			expect(Object.keys(checks).toSorted()).toEqual([...CHECK_NAMES].toSorted());
	});

	it('G46 every field of every regulation has its name in both languages', () => {
		const fields = new Set(regulations.flatMap((regulation) => fieldsOf(regulation)));
		expect([...fields].filter((field) => !(field in messagesKk.regulations.fields))).toEqual([]);
		expect([...fields].filter((field) => !(field in messagesRu.regulations.fields))).toEqual([]);
	});

	it('G46 places are told as a reader counts', () => {
		expect(pathWords(['table1', 'actions', '6', 'limit', 'amount'], 'ru')).toBe(
			'таблица 1 › действия › № 6 › предел › количество'
		);
		expect(pathWords(['routes', 'center', 'drafted'], 'kk')).toBe('жолдар › Орталық › Қарау');
		expect(pathWords(['pause'], 'ru')).toBe('«pause»');
		const at = (check: 'next-action' | 'fact-once' | 'table1-count', place: string) =>
			checkWords({ check, place, message: '' }, 'ru').place;
		expect(at('next-action', 'table1.5')).toBe('таблица 1 › № 5');
		expect(at('fact-once', 'routes.body.3')).toBe('пути › орган › № 4');
		expect(at('table1-count', 'table1.2')).toBe('таблица 1 › № 3');
	});

	it('G46 values are told by the names that screens give them', () => {
		expect(valueWords('head', 'ru')).toBe('Руководитель');
		expect(valueWords({ amount: 12, unit: 'workingDays' }, 'ru')).toBe('количество: 12, единица: рабочие дни');
		expect(valueWords('copy', 'kk')).toBe('көшірме');
		expect(valueWords(true, 'kk')).toBe('иә');
		expect(valueWords('2026-11-27', 'kk')).toBe('27.11.2026');
		expect(valueWords(undefined, 'ru')).toBe('нет');
		expect(valueWords({ kk: 'а', ru: 'б' }, 'ru')).toBe('на казахском: а, на русском: б');
	});

	it('G46 a wrong field says what may stand there; a refusal says what to do', () => {
		expect(fieldWords({ path: ['version'], kind: 'type', expected: ['number'] }, 'ru')).toEqual({
			place: 'версия',
			sentence: 'Значение другого вида. Нужно: число.'
		});
		expect(refusalWords({ ok: false, why: 'syntax', at: { line: 2, column: 7 } }, 'ru')).toContain('строка 2, знак 7');
		expect(refusalWords({ ok: false, why: 'oldVersion', version: 1, last: 1 }, 'kk')).toContain('Нұсқа: 1.');
	});

	it('G47 the list has the eight services with the version in force; an address without a known version gets it', () => {
		const day = plainDate('2026-11-23');
		expect(regulationRows(day).map(({ regulation }) => [regulation.number, regulation.version])).toEqual(
			[1, 2, 3, 4, 5, 6, 7, 8].map((number) => [number, 1])
		);
		const benefit = regulations[2]!;
		expect(regulationAt(benefit.id, null, day)).toBe(benefit);
		expect(regulationAt(benefit.id, '9', day)).toBe(benefit);
		expect(regulationAt('no-such-service', null, day)).toBeUndefined();
	});

	it('G48 the page of a regulation tells every reading that its data name', () => {
		for (const regulation of regulations) {
			const told = readingsOf(regulation).map(({ id }) => id);
			const named =
				JSON.stringify(regulation)
					.match(/"C\d\d"/g)
					?.map((id) => id.slice(1, -1)) ?? [];
			expect(told).toEqual([...new Set(named)].toSorted());
		}
	});
});
