import { describe, expect, it } from 'vitest';
import { type Role, RoleSchema, type StaffId } from '../fact/ids.ts';
import { importersOf, onlyImporters } from './importers.ts';

const [CHIEF, SECOND] = ['chief' as StaffId, 'second' as StaffId];
const asked = (isThere: boolean, role: Role, admins: StaffId[] = [], second?: StaffId) =>
	onlyImporters({ isThere, admins }, second, { role, actor: CHIEF });

describe('who brings in regulations', () => {
	it('I160 the authority’s administrators alone, where there are some; else those of a Center', () => {
		const allowed = (hasAuthority: boolean) => RoleSchema.options.filter((role) => asked(hasAuthority, role) === null);
		expect(allowed(true)).toEqual(['authorityAdmin']);
		expect(allowed(false)).toContain('admin');
		expect(allowed(false)).not.toContain('centerHead');
	});

	it('I160 a refusal names whose it is here', () => {
		expect(asked(true, 'admin')).toMatchObject({
			code: 'noRight',
			params: { role: 'authorityAdmin' }
		});
		expect(asked(false, 'centerHead')).toMatchObject({ params: { role: importersOf(false)[0] } });
	});

	it('I163 of two administrators one alone is asked for the other one, who is another one', () => {
		expect(asked(true, 'authorityAdmin', [CHIEF])).toBeNull();
		expect(asked(true, 'authorityAdmin', [CHIEF, SECOND])).toMatchObject({ code: 'secondNeeded' });
		expect(asked(true, 'authorityAdmin', [CHIEF, SECOND], CHIEF)).toMatchObject({ code: 'secondWrong' });
		expect(asked(true, 'authorityAdmin', [CHIEF, SECOND], SECOND)).toBeNull();
	});
});
