import { describe, expect, it } from 'vitest';
import { plainLaw } from '../../../../tests/support/plain-law.ts';
import { CHECK_NAMES } from '#lib/domain/regulation/regulation-checks.ts';
import { messagesKk } from '#lib/i18n/messages-kk.ts';
import { messagesRu } from '#lib/i18n/messages-ru.ts';
import { regulations } from '#lib/law/catalog.ts';
import { type UnfitImport } from '#lib/domain/regulation/regulation-import.ts';
import { checkWords, fieldWords, pathWords, partLines, refusalWords, valueWords } from './regulation-words.ts';
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
		const syntax = refusalWords({ ok: false, why: 'syntax', at: { line: 2, column: 7 } }, 'ru');
		expect(syntax).toMatchObject({ place: '', sentence: expect.stringContaining('строка 2, знак 7') as string });
		const old = refusalWords({ ok: false, why: 'oldVersion', version: 1, last: 1 }, 'kk');
		expect(old).toMatchObject({ place: 'нұсқасы', sentence: expect.stringContaining('Нұсқа: 1.') as string });
	});

	it('G86 a new service that may not come in has its place and what to do, in both languages', () => {
		const day = plainDate('2026-11-23');
		const by = regulations[5]!;
		const unfit: readonly UnfitImport[] = [
			{ ok: false, why: 'numberTaken', number: 6, by, free: 9 },
			{ ok: false, why: 'nameTaken', by },
			{ ok: false, why: 'notFirst', version: 2 },
			{ ok: false, why: 'begunBefore', validFrom: plainDate('2026-11-01'), today: day },
			{ ok: false, why: 'versionGap', version: 5, expected: 2 },
			{ ok: false, why: 'over', validTo: plainDate('2026-11-01'), today: day }
		];
		for (const lang of ['kk', 'ru'] as const)
			for (const each of unfit) {
				const { place, sentence } = refusalWords(each, lang);
				expect([place, sentence].join(': ')).not.toMatch(/[{}«]|undefined|importRefused/u);
				expect(place).not.toBe('');
			}
		expect(refusalWords(unfit[0]!, 'kk')).toEqual({
			place: 'нөмірі',
			sentence: expect.stringMatching(/Кресло-арба \(disabled-wheelchair\).*: 9\./u) as string
		});
		expect(fieldWords({ path: ['id'], kind: 'form', expected: [] }, 'ru').sentence).toContain('local-social-aid');
	});

	it('G85 a part is read line by line', () => {
		expect(partLines({ unit: 'head', action: { kk: 'а', ru: 'б' } }, 'ru')).toBe(
			'единица: Руководитель\nдействие: на казахском: а, на русском: б'
		);
		expect(partLines(12, 'kk')).toBe('12');
		expect(partLines({ kind: 'money' }, 'kk')).toBe('түрі: сома');
		expect(partLines([], 'ru')).toBe('Не указано');
	});

	it('G47 the list has the services with the version in force; an address without a known version gets it', () => {
		const day = plainDate('2026-11-23');
		expect(regulationRows(plainLaw, day).map(({ regulation }) => [regulation.number, regulation.version])).toEqual(
			[1, 2, 3, 4, 5, 6, 7, 8].map((number) => [number, 1])
		);
		const benefit = regulations[2]!;
		expect(regulationAt(plainLaw, { id: benefit.id, version: null }, day)).toBe(benefit);
		expect(regulationAt(plainLaw, { id: benefit.id, version: '9' }, day)).toBe(benefit);
		expect(regulationAt(plainLaw, { id: 'no-such-service', version: null }, day)).toBeUndefined();
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
