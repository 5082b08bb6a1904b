import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { discreetError } from './discreet-error.ts';

const IIN = '900101300017';
const told = (error: unknown) => JSON.stringify(discreetError(error));
function caught(work: () => unknown): unknown {
	try {
		return work();
	} catch (error) {
		return error;
	}
}

describe('an error in the log', () => {
	it.each([
		['a parser', () => caught(() => JSON.parse(`{"surname":"Ospanov","iin":"${IIN}" "}`))],
		['a schema', () => caught(() => v.parse(v.object({ iin: v.number() }), { iin: IIN, surname: 'Ospanov' }))],
		[
			'a database',
			() =>
				Object.assign(new Error(`invalid input syntax for type bigint: "Ospanov ${IIN}"`), {
					detail: `Failing row contains (${IIN}, Ospanov, +7 701 123 45 67).`,
					parameters: ['Ospanov', IIN],
					where: `unnamed portal parameter $1 = '${IIN}'`
				})
		],
		['a program', () => new Error(`Оспанов Ержан (Ospanov), ${IIN}, +7 701 123-45-67 has no place`)],
		['what another one caused', () => new Error('Not written', { cause: new Error(`key (Ospanov)=(${IIN})`) })],
		['what is no error', () => `Ospanov ${IIN}`]
	])('N313 of %s says nothing of people', (_, make) => {
		expect(told(make())).not.toMatch(/ospanov|оспанов|9001013|701 123/i);
	});

	it('N313 it says what happened and where, in the words of systems', () => {
		const full = Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 });
		const { stack, ...rest } = discreetError(new TypeError('Not written', { cause: full }));
		expect(rest).toMatchObject({
			...{ type: 'TypeError', message: 'Not written' },
			cause: { type: 'Error', message: 'database or disk is full', code: 'ERR_SQLITE_ERROR', errcode: 13 }
		});
		expect(stack).toMatch(/^\s+at .*discreet-error\.test\.ts:\d+/);
	});

	it('N313 an error that names itself as its cause is told to an end', () => {
		const error = new Error('round');
		error.cause = error;
		expect(told(error).length).toBeLessThan(20_000);
	});
});
