import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ninthService } from '#tests/support/ninth-service.ts';
import { readings } from '#lib/law/all-readings.ts';
import { regulations } from '#lib/law/catalog.ts';
import { plainDate } from '../time/plain-date.ts';
import { jsonMistake } from './json-mistake.ts';
import { type Regulation } from './regulation.ts';
import { type ImportReading, readRegulation } from './regulation-import.ts';

const benefit = regulations[2]!;
const ground = {
	versionsOf: (id: string) => regulations.filter((each) => each.id === id),
	inForce: (id: string) => regulations.find((each) => each.id === id),
	services: () => regulations,
	readingIds: readings.map(({ id }) => id),
	today: plainDate('2026-11-23')
};
const read = (value: unknown): ImportReading => readRegulation(JSON.stringify(value), ground);
const second = (change: (copy: Regulation) => void = () => undefined): Regulation => {
	const copy = { ...structuredClone(benefit), version: 2 };
	change(copy);
	return copy;
};

describe('reading a new version of a regulation', () => {
	it('G36 shows a good one with what it changes and no failures', () => {
		const reading = read(second(({ table1 }) => (table1.actions[5]!.limit.amount = 7)));
		expect(reading).toMatchObject({ ok: true, failures: [] });
		expect(reading.ok && reading.base).toBe(benefit);
		expect(reading.ok && reading.diff.map(({ path }) => path.join('.'))).toEqual([
			'version',
			'table1.actions.6.limit.amount'
		]);
	});

	it('G36 holds it against the version in force, also where a later one is known already', () => {
		const third = { ...second(({ table1 }) => (table1.actions[5]!.limit.amount = 7)), version: 3 };
		const coming = second(({ table1 }) => (table1.actions[5]!.limit.amount = 5));
		const reading = readRegulation(JSON.stringify(third), { ...ground, versionsOf: () => [benefit, coming] });
		expect(reading.ok && reading.base).toBe(benefit);
		expect(reading.ok && reading.diff.at(-1)).toMatchObject({
			before: benefit.table1.actions[5]!.limit.amount,
			after: 7
		});
		const repealed = readRegulation(JSON.stringify(third), {
			...ground,
			versionsOf: () => [benefit, coming],
			inForce: () => undefined
		});
		expect(repealed.ok && repealed.base).toBe(coming);
	});

	it('G37 names every cross-check that fails, with its place', () => {
		const reading = read(
			second(({ table1, routes }) => {
				table1.actions[5]!.limit.amount = 7;
				table1.actions[4]!.next = 9;
				routes.body.pop();
			})
		);
		expect(reading.ok && reading.failures.map(({ check, place }) => `${check} ${place}`)).toEqual([
			'next-action table1.5',
			'hand-out-last routes.body'
		]);
	});

	it('G38 tells every field that is wrong, its place and what may stand there', () => {
		const { ledger: _, ...rest } = second();
		const data = structuredClone(rest) as Record<string, unknown> & Pick<Regulation, 'table1' | 'name'>;
		data['pause'] = 10;
		data['validFrom'] = 20121214;
		data['validTo'] = '2012-02-30';
		data['number'] = 100;
		data.name.kk = '';
		data['readings'] = ['C01', 'first'];
		Object.assign(data.table1.actions[2]!.limit, { unit: 'fortnights' });
		const reading = read(data);
		const told = reading.ok || reading.why !== 'fields' ? [] : reading.problems;
		expect(told.map(({ path, kind }) => `${path.join('.')} ${kind}`).toSorted()).toEqual([
			'ledger missing',
			'name.kk empty',
			'number range',
			'pause unknown',
			'readings.#2 form',
			'table1.actions.#3.limit.unit choice',
			'validFrom type',
			'validTo date'
		]);
		expect(told.find(({ kind }) => kind === 'choice')?.expected).toContain('workingDays');
		expect(told.find(({ kind }) => kind === 'type')?.expected).toEqual(['string']);
	});

	it('G39 refuses another’s number, a version that does not follow the last known one, and a validity that is over', () => {
		expect(read({ ...second(), number: 4 })).toEqual({ ok: false, why: 'wrongNumber', number: 4, expected: 3 });
		expect(read(benefit)).toEqual({ ok: false, why: 'oldVersion', version: 1, last: 1 });
		expect(read({ ...second(), version: 4 })).toEqual({ ok: false, why: 'versionGap', version: 4, expected: 2 });
		expect(read({ ...second(), validTo: '2026-11-22' })).toMatchObject({ ok: false, why: 'over' });
		expect(read({ ...second(), validTo: '2026-11-23' })).toMatchObject({ ok: true, failures: [] });
	});

	it('G40 says where a text stops being JSON', () => {
		expect(readRegulation(' \n', ground)).toEqual({ ok: false, why: 'empty' });
		expect(readRegulation('{"a": 1,\n "b": }', ground)).toEqual({
			ok: false,
			why: 'syntax',
			at: { line: 2, column: 7 }
		});
		expect(jsonMistake('[1, 2,]')).toEqual({ line: 1, column: 7 });
		expect(jsonMistake('{"a" 1}')).toEqual({ line: 1, column: 6 });
		expect(jsonMistake('{"a": "1')).toEqual({ line: 1, column: 7 });
		expect(jsonMistake('[1] 2')).toEqual({ line: 1, column: 5 });
		expect(readRegulation(`\uFEFF${JSON.stringify(second())}`, ground).ok).toBe(true);
	});

	it('G40 finds a mistake exactly where an engine does not read the text', () => {
		const isJson = (text: string) => {
			try {
				JSON.parse(text);
				return true;
			} catch {
				return false;
			}
		};
		fc.assert(
			fc.property(
				fc.json(),
				fc.nat(),
				fc.constantFrom('', ',', '}', '"', ':', '0', 'x', ' ', '\n'),
				(json, nat, extra) => {
					const at = nat % (json.length + 1);
					const text = json.slice(0, at) + extra + json.slice(extra === '' ? at + 1 : at);
					expect(jsonMistake(text) === null).toBe(isJson(text));
				}
			)
		);
	});
});

describe('reading a service that is not known', () => {
	const service = (own: Partial<Regulation> = {}) => ninthService({ validFrom: ground.today, ...own });

	it('G85 shows all of it, and nothing to compare it with', () => {
		const reading = read(service());
		expect(reading).toMatchObject({ ok: true, base: null, failures: [] });
		const told = reading.ok ? reading.diff : [];
		expect(told.every(({ before }) => before === undefined)).toBe(true);
		const kept = told.map(({ path }) => path.join('.'));
		expect(kept).toEqual(
			expect.arrayContaining(['id', 'number', 'workingName', 'table1.actions.6', 'routes.body.drafted'])
		);
		expect(new Set(kept).size).toBe(kept.length);
		const whole = JSON.stringify(told.map(({ after }) => after));
		for (const words of JSON.stringify(service()).matchAll(/"(?:kk|ru|literal|source)":("(?:[^"\\]|\\.)*")/gu))
			expect(whole).toContain(words[1]);
	});

	it('G85 with a cross-check that fails may not be saved', () => {
		const reading = read(service({ readings: ['C99'] }));
		expect(reading.ok && reading.failures.map(({ check, place }) => `${check} ${place}`)).toEqual([
			'reading-known readings'
		]);
	});

	it('G86 wants a number and a name of its own, its first version, and a first day that is not past', () => {
		expect(read(service({ number: 6 }))).toMatchObject({ ok: false, why: 'numberTaken', number: 6, free: 9 });
		expect(read(service({ workingName: benefit.workingName }))).toMatchObject({
			ok: false,
			why: 'nameTaken',
			by: benefit
		});
		expect(read(service({ version: 2 }))).toEqual({ ok: false, why: 'notFirst', version: 2 });
		expect(read(service({ validFrom: plainDate('2026-11-22') }))).toMatchObject({ ok: false, why: 'begunBefore' });
		expect(read(service({ validFrom: plainDate('2027-01-01') }))).toMatchObject({ ok: true, failures: [] });
	});

	it('G86 has letters of its own, for the examples of the program are written for its own services', () => {
		const { letters: _, ...bare } = service();
		expect(read(bare)).toEqual({
			ok: false,
			why: 'fields',
			problems: [{ path: ['letters'], kind: 'missing', expected: [] }]
		});
	});

	it('G86 once it is known its next version is compared with it, as that of any other', () => {
		const known = service();
		const withNinth = {
			...ground,
			versionsOf: (id: string) => (id === known.id ? [known] : ground.versionsOf(id)),
			services: () => [...regulations, known]
		};
		const next = (own: Partial<Regulation>) => readRegulation(JSON.stringify(service(own)), withNinth);
		expect(next({ version: 2, annex: 4 })).toMatchObject({ ok: true, base: known, failures: [] });
		expect(next({ version: 3 })).toMatchObject({ ok: false, why: 'versionGap', expected: 2 });
		expect(next({ version: 2, number: 10 })).toMatchObject({ ok: false, why: 'wrongNumber', expected: 9 });
		expect(next({ id: 'another-aid' })).toMatchObject({ ok: false, why: 'numberTaken', by: known, free: 10 });
	});

	it('G86 has a name that no reader takes for another’s: not by blanks, capitals or letters that look alike', () => {
		const { kk, ru } = benefit.workingName;
		for (const workingName of [
			{ kk: ` ${kk.toUpperCase()} `, ru: 'Другое' },
			{ kk: 'Басқа', ru: ru.replace('о', 'o').replace(' ', '\u00a0') }
		])
			expect(read(service({ workingName }))).toMatchObject({ ok: false, why: 'nameTaken', by: benefit });
	});

	it('G94 is not taken with blanks for a text, or with a short name that is no line', () => {
		const [document] = service().requiredDocuments;
		const problemsOf = (own: Partial<Regulation>) => {
			const reading = read(service(own));
			return !reading.ok && reading.why === 'fields'
				? reading.problems.map(({ path, kind }) => `${path.join('.')} ${kind}`)
				: [];
		};
		expect(problemsOf({ workingName: { kk: ' ', ru: '\u00a0\n' } })).toEqual([
			'workingName.kk empty',
			'workingName.ru empty'
		]);
		expect(problemsOf({ requiredDocuments: [{ ...document!, ru: '\t' }] })).toEqual(['requiredDocuments.#1.ru empty']);
		for (const kk of ['Отынға\nкөмек', 'Отынға \u202Eкөмек', 'ә'.repeat(61)])
			expect(problemsOf({ workingName: { kk, ru: 'Помощь' } })).toEqual(['workingName.kk form']);
		expect(read(service({ workingName: { kk: 'ә'.repeat(60), ru: 'Помощь' } }))).toMatchObject({ ok: true });
	});

	it('G94 is not taken longer than its fact holds, or nested deeper than any data', () => {
		expect(read(service({ source: 'ә'.repeat(100_000) }))).toMatchObject({ ok: false, why: 'tooLong', most: 100_000 });
		const deep = '['.repeat(20_000);
		for (const text of [deep, `${deep}${']'.repeat(20_000)}`, '{"a":'.repeat(5000)])
			expect(readRegulation(text, ground)).toMatchObject({ ok: false, why: 'syntax', at: { line: 1 } });
	});

	it('G94 is not taken with a limit whose due time is no date', () => {
		const { table1 } = service();
		const actions = table1.actions.map((each) => ({ ...each, limit: { ...each.limit, amount: 10_000_000 } }));
		const reading = read(service({ table1: { ...table1, actions } }));
		expect(reading).toMatchObject({ ok: false, why: 'fields' });
		expect(!reading.ok && reading.why === 'fields' && reading.problems[0]).toEqual({
			path: ['table1', 'actions', '#1', 'limit', 'amount'],
			kind: 'range',
			expected: []
		});
	});

	it('G87 has an id that fits addresses, keys and codes, and a number of two digits', () => {
		for (const id of ['', 'Aid', 'a|b', 'a:b', 'a b', '9aid', 'көмек', 'import', 'constructor', 'a'.repeat(61)])
			expect(read(service({ id })), id).toMatchObject({
				ok: false,
				why: 'fields',
				problems: [{ path: ['id'], kind: 'form' }]
			});
		expect(read(service({ id: 'imported-aid-2' })).ok).toBe(true);
		for (const number of [0, 100, 9.5])
			expect(read(service({ number }))).toMatchObject({
				why: 'fields',
				problems: [{ path: ['number'], kind: 'range' }]
			});
		expect(read(service({ number: 99 })).ok).toBe(true);
	});
});
