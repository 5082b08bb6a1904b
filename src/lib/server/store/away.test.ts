import { describe, expect, it } from 'vitest';
import { isAway } from './away.ts';
import { isNoRoom } from './no-room.ts';

const failure = (code: string | undefined, message = '') => Object.assign(new Error(message), { code });

describe('a database that is away', () => {
	it.each(['ECONNREFUSED', 'ECONNRESET', '57P01', '57P02', '57P03', '08006', '25006', '53300', '57014', '25P03'])(
		'N361 %s passes by itself, whatever wraps it',
		(code) => {
			expect(isAway(new Error('wrapped', { cause: failure(code) }))).toBe(true);
		}
	);

	it('N361 so does a connection that ended, of which the client says so in words only', () => {
		expect(isAway(failure(undefined, 'Connection terminated unexpectedly'))).toBe(true);
	});

	it('N361 so does a standby that is about to be the primary, but not any other thing that is not ready', () => {
		expect(isAway(failure('55000', 'recovery is in progress'))).toBe(true);
		expect(isAway(failure('55000', 'currval is not yet defined in this session'))).toBe(false);
	});

	it.each(['23505', '42P01', '22021', 'ERR_SQLITE_ERROR', undefined])('N361 %s is a fault of ours', (code) => {
		expect(isAway(failure(code, 'duplicate key'))).toBe(false);
	});

	it('N361 a full disk of PostgreSQL is told as one, and as nothing else', () => {
		expect([isNoRoom(failure('53100')), isAway(failure('53100'))]).toEqual([true, false]);
	});
});
