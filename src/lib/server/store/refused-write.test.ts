import { describe, expect, it } from 'vitest';
import { isWriteRefused } from './refused-write.ts';

const sqlite = (errcode: number) => Object.assign(new Error('disk I/O error'), { errcode });

describe('a write that the system refuses', () => {
	it.each([
		// What EDQUOT and EFBIG become: SQLite passes on only ENOSPC as want of room.
		['ioerr_write', sqlite(778), true],
		['ioerr_fsync', sqlite(1034), true],
		['ioerr_shmsize', sqlite(4874), true],
		['readonly', sqlite(8), true],
		['cantopen', sqlite(14), true],
		['wrapped', new Error('outer', { cause: sqlite(778) }), true],
		['full', sqlite(13), false],
		['busy', sqlite(5), false],
		['constraint', sqlite(19), false],
		['no error of SQLite', new Error('x'), false],
		['no error', null, false]
	])('N375 %s', (_, error, expected) => {
		expect(isWriteRefused(error)).toBe(expected);
	});
});
