import { describe, expect, it } from 'vitest';
import { RoleSchema } from '../fact/ids.ts';
import { importersOf, onlyImporters } from './importers.ts';

describe('who brings in regulations', () => {
	it('I160 the authority’s administrators alone, where there are some; else those of a Center', () => {
		const allowed = (hasAuthority: boolean) =>
			RoleSchema.options.filter((role) => onlyImporters(hasAuthority, { role }) === null);
		expect(allowed(true)).toEqual(['authorityAdmin']);
		expect(allowed(false)).toContain('admin');
		expect(allowed(false)).not.toContain('centerHead');
	});

	it('I160 a refusal names whose it is here', () => {
		expect(onlyImporters(true, { role: 'admin' })).toMatchObject({
			code: 'noRight',
			params: { role: 'authorityAdmin' }
		});
		expect(onlyImporters(false, { role: 'centerHead' })).toMatchObject({ params: { role: importersOf(false)[0] } });
	});
});
