import { describe, expect, it } from 'vitest';
import { makePaperNumber } from '#lib/domain/number/paper-number.ts';
import { placeOfScan } from './scan-place.ts';

const packet = makePaperNumber(1, 7, 42, 731);
const result = makePaperNumber(2, 7, 42, 731);
const register = makePaperNumber(9, 7, 42, 731);
const badge = makePaperNumber(8, 7, 42, 731);

describe('a scan on an idle screen', () => {
	it('X20 opens the application of a packet or a result, whoever scans it', () => {
		expect(placeOfScan(packet, 'centerInspector', null)).toBe(`/application/${packet}`);
		expect(placeOfScan(result, 'head', null)).toBe(`/application/${packet}`);
	});

	it('X20 opens a register where the role works with it', () => {
		expect(placeOfScan(register, 'chancery', 'dispatch')).toBe('/body/desk');
		expect(placeOfScan(register, 'accumulationInspector', 'dispatch')).toBe('/collection/registers');
		expect(placeOfScan(register, 'accumulationInspector', 'collection')).toBe('/collection/collect');
		expect(placeOfScan(register, 'accumulationInspector', 'return')).toBe('/collection/arrivals');
	});

	it('X20 takes an unknown register for one that has just come back', () => {
		expect(placeOfScan(register, 'accumulationInspector', null)).toBe('/collection/arrivals');
	});

	it('X20 opens nothing for a badge, or for a register that is not this role’s work', () => {
		expect(placeOfScan(badge, 'chancery', null)).toBeNull();
		expect(placeOfScan(register, 'centerInspector', 'dispatch')).toBeNull();
	});
});
