import { describe, expect, it } from 'vitest';
import { readFlat } from './read-flat.ts';

describe('the draft of a dialog', () => {
	const blank = { text: '', ticked: false, chosen: null as string | null };

	it('U63 comes back as it was typed', () => {
		expect(readFlat({ text: 'а', ticked: true, chosen: 'x' }, blank)).toEqual({ text: 'а', ticked: true, chosen: 'x' });
	});

	it('U63 begins anew where it cannot be read, field by field', () => {
		expect(readFlat('???', blank)).toEqual(blank);
		expect(readFlat({ text: 1, ticked: true, other: 'x' }, blank)).toEqual({ ...blank, ticked: true });
	});
});
