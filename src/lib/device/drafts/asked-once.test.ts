import { describe, expect, it } from 'vitest';
import { type FactId } from '#lib/domain/fact/ids.ts';
import { AskedOnce } from './asked-once.ts';

const asked = () => {
	let count = 0;
	return new AskedOnce(() => `fact-${(count += 1)}` as FactId);
};

describe('the fact that a form asks for', () => {
	it('F80 is the same while the form says the same, pressed as often as you like', () => {
		const form = asked();
		expect([form.idOf(['photo']), form.idOf(['photo']), form.idOf(['photo'])]).toEqual(['fact-1', 'fact-1', 'fact-1']);
	});

	it('F80 is another with anything changed, also when it is changed back', () => {
		const form = asked();
		const first = form.idOf({ missing: ['photo'], name: '' });
		expect(form.idOf({ missing: ['photo'], name: 'Оспанов' })).toBe('fact-2');
		expect(form.isLast(first)).toBe(false);
		expect(form.idOf({ missing: ['photo'], name: '' })).toBe('fact-3');
	});

	it('F80 is another once it was recorded: the next person may lack the same paper', () => {
		const form = asked();
		const first = form.idOf('photo');
		expect(form.isLast(first)).toBe(true);
		form.done();
		expect(form.isLast(first)).toBe(false);
		expect(form.idOf('photo')).toBe('fact-2');
	});
});
