import { describe, expect, it } from 'vitest';
import { loggedErrors } from './logged-errors.ts';

const line = (level: number, msg: string, code?: string) => JSON.stringify({ level, msg, err: { code } });

describe('what servers wrote down as errors', () => {
	it('N374 is counted by what was said and the code of the database, without warnings and what is no log', () => {
		const one = ['  Терезе: http://localhost:1', line(50, 'unexpected', '55000'), line(40, 'away', '57P01')].join('\n');
		const other = [line(50, 'The disk is full', '53100'), line(50, 'unexpected', '55000'), line(60, 'ended')].join(
			'\n'
		);
		expect(loggedErrors([one, other])).toEqual({ 'unexpected 55000': 2, 'The disk is full 53100': 1, ended: 1 });
	});
});
