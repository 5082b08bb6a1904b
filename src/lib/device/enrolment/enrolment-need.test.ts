import { describe, expect, it } from 'vitest';
import { enrolmentNeed } from './enrolment-need.ts';

const enrolled = { keptNumber: 7, keptToken: 'new', token: 'new', refused: false };

describe('a device that lost its number or its token', () => {
	it('N64 asks for a new number after its journal forked', () => {
		expect(enrolmentNeed({ ...enrolled, keptNumber: null })).toBe('ask');
		expect(enrolmentNeed({ ...enrolled, keptNumber: null, keptToken: 'old' })).toBe('ask');
	});

	it('N64 asks again where the server does not know it any more', () => {
		expect(enrolmentNeed({ ...enrolled, refused: true })).toBe('ask');
	});

	it('N64 only reads what another tab has got meanwhile, whether it was refused or not', () => {
		expect(enrolmentNeed({ ...enrolled, token: 'old' })).toBe('take');
		expect(enrolmentNeed({ ...enrolled, token: 'old', refused: true })).toBe('take');
	});

	it('N64 asks nothing while all is well', () => {
		expect(enrolmentNeed(enrolled)).toBe('nothing');
	});
});
