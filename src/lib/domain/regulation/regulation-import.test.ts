import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readings } from '#lib/law/all-readings.ts';
import { regulations } from '#lib/law/catalog.ts';
import { jsonMistake } from './json-mistake.ts';
import { type Regulation } from './regulation.ts';
import { type ImportReading, readRegulation } from './regulation-import.ts';

const benefit = regulations[2]!;
const ground = {
	versionsOf: (id: string) => regulations.filter((each) => each.id === id),
	inForce: (id: string) => regulations.find((each) => each.id === id),
	readingIds: readings.map(({ id }) => id)
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
		data['number'] = 9;
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

	it('G39 refuses an unknown service, another’s number, and a version that is not higher than all known', () => {
		expect(read({ ...second(), id: 'no-such-service' })).toEqual({
			ok: false,
			why: 'unknownId',
			id: 'no-such-service'
		});
		expect(read({ ...second(), number: 4 })).toEqual({ ok: false, why: 'wrongNumber', number: 4, expected: 3 });
		expect(read(benefit)).toEqual({ ok: false, why: 'oldVersion', version: 1, last: 1 });
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
