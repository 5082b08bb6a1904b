import { describe, expect, it } from 'vitest';
import { roleNamed } from './role-named.ts';

describe('roles in lists of people', () => {
	it.each([
		['Жинақтау бөлімінің  инспекторы', 'accumulationInspector'],
		['инспектор центра', 'centerInspector'],
		['Center inspector', 'centerInspector'],
		['centerHead', 'centerHead'],
		['Бухгалтер', null]
	])('I63 reads «%s»', (word, role) => {
		expect(roleNamed(word)).toBe(role);
	});
});
