import { describe, expect, it } from 'vitest';
import { placeOfTask } from './task-place.ts';

describe('where a task is done', () => {
	it('K8 leads to the screen where its role does it, and to the application where nobody here can', () => {
		const about = { number: '1', draft: null };
		expect(placeOfTask({ ...about, kind: 'dispatch' }, 'accumulationInspector')).toBe('/collection/registers');
		expect(placeOfTask({ ...about, kind: 'dispatch' }, 'centerHead')).toBe('/application/1');
		expect(placeOfTask({ ...about, kind: 'draft', draft: 'd1' }, 'centerInspector')).toBe('/window/accept?draft=d1');
		expect(placeOfTask({ ...about, number: null, kind: 'settle' }, 'centerHead')).toBe('/control/discrepancies');
		expect(placeOfTask({ ...about, kind: 'examine' }, 'executor')).toBe('/body/examine/1');
		expect(placeOfTask({ ...about, number: null, kind: 'examine' }, 'executor')).toBe('/body/examine');
	});
});
