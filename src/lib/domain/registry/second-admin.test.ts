import { describe, expect, it } from 'vitest';
import { anOfficeUnder } from '#tests/support/an-authority.ts';
import { FIRST_DAY, OF_AUTHORITY, STAFF } from '#tests/support/an-office.ts';
import { type StaffId } from '../fact/ids.ts';

const [CHIEF, SECOND] = [OF_AUTHORITY.actor, 'second' as StaffId];
const reset = { kind: 'resetCredentials', staff: STAFF, what: 'password' } as const;
const badge = { kind: 'issueBadge', staff: STAFF, badge: 'a'.repeat(32), key: 'key-a'.padEnd(120, 'a') } as const;

describe('two administrators of the authority', () => {
	it.each([reset, badge])('I17 $kind in another org needs the second of two, who is another one', (command) => {
		const office = anOfficeUnder(CHIEF, SECOND);
		expect(office.asks(command, FIRST_DAY, OF_AUTHORITY)).toBe('secondNeeded');
		expect(office.asks({ ...command, second: CHIEF }, FIRST_DAY, OF_AUTHORITY)).toBe('secondWrong');
		expect(office.asks({ ...command, second: STAFF }, FIRST_DAY, OF_AUTHORITY)).toBe('secondWrong');
		office.does({ ...command, second: SECOND }, FIRST_DAY, OF_AUTHORITY);
		expect(office.facts.filter((fact) => 'second' in fact.body)).toMatchObject([
			{ body: { staff: STAFF, second: SECOND } }
		]);
	});

	it('I17 where the authority has one, or the other one left, one is enough', () => {
		anOfficeUnder(CHIEF).does(reset, FIRST_DAY, OF_AUTHORITY);
		const left = anOfficeUnder(CHIEF, SECOND);
		left.does({ kind: 'leave', staff: SECOND }, FIRST_DAY, OF_AUTHORITY);
		left.does(reset, FIRST_DAY, OF_AUTHORITY);
	});

	it('I17 the org’s own administrator needs nobody, nor does the authority among its own people', () => {
		const office = anOfficeUnder(CHIEF, SECOND);
		office.does(reset);
		office.does({ ...reset, staff: SECOND }, FIRST_DAY, OF_AUTHORITY);
	});
});
