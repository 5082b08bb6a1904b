import { describe, expect, it } from 'vitest';
import { anOfficeUnder } from '#tests/support/an-authority.ts';
import { FIRST_DAY, OF_AUTHORITY, STAFF } from '#tests/support/an-office.ts';
import { type FactOf } from '../fact/fact.ts';
import { type FactId, type OrgId, type Role, type StaffId } from '../fact/ids.ts';
import { digestOfImport, lacksSecond } from './import-agreement.ts';
import { foldRegistry } from './registry.ts';

const [CHIEF, SECOND] = [OF_AUTHORITY.actor, 'second' as StaffId];
const ID = 'import-1' as FactId;
const TEXT = '{"id":"fuel-aid"}';
const agreement = {
	kind: 'agreeImport',
	...{ import: ID, digest: digestOfImport(TEXT), id: 'fuel-aid', version: 2 }
} as const;
const imported = (own: object = {}, body: object = {}): FactOf<'regulationImported'> =>
	({
		...{
			type: 'regulationImported',
			id: ID,
			actor: CHIEF,
			role: 'authorityAdmin' as Role,
			org: 'authority-01' as OrgId
		},
		body: { id: 'fuel-aid', version: 2, text: TEXT, second: SECOND, ...body },
		...own
	}) as FactOf<'regulationImported'>;

describe('an import of the authority that has two administrators', () => {
	it('I164 is agreed to by another administrator, who proved to be there, and by nobody else', () => {
		const office = anOfficeUnder(CHIEF, SECOND);
		expect(office.asks(agreement, FIRST_DAY, OF_AUTHORITY)).toBe('secondNeeded');
		expect(office.asks({ ...agreement, second: CHIEF }, FIRST_DAY, OF_AUTHORITY)).toBe('secondWrong');
		expect(office.asks({ ...agreement, second: STAFF }, FIRST_DAY, OF_AUTHORITY)).toBe('secondWrong');
		expect(office.asks({ ...agreement, second: SECOND })).toBe('noRight');
	});

	it('I164 has the right by what the server recorded of both, and by nothing that it says itself', () => {
		const office = anOfficeUnder(CHIEF, SECOND);
		const lacks = (fact: FactOf<'regulationImported'>) =>
			lacksSecond(fact, foldRegistry(office.facts), FIRST_DAY + 1000);
		expect(lacks(imported())).toBe(true);
		office.does({ ...agreement, second: SECOND }, FIRST_DAY, OF_AUTHORITY);
		expect(lacks(imported())).toBe(false);
		expect(lacks(imported({ id: 'import-2' }))).toBe(true);
		expect(lacks(imported({ actor: 'third' }))).toBe(true);
		expect(lacks(imported({}, { text: '{"id":"other-aid"}' }))).toBe(true);
		expect(lacks(imported({}, { second: STAFF }))).toBe(true);
		expect(lacks(imported({}, { second: undefined }))).toBe(true);
	});

	it('I164 needs nobody where the authority had one alone, nor where a Center brought it in', () => {
		const alone = foldRegistry(anOfficeUnder(CHIEF).facts);
		expect(lacksSecond(imported({}, { second: undefined }), alone, FIRST_DAY + 1000)).toBe(false);
		const two = foldRegistry(anOfficeUnder(CHIEF, SECOND).facts);
		expect(lacksSecond(imported({ role: 'admin', actor: STAFF }), two, FIRST_DAY + 1000)).toBe(false);
	});
});
