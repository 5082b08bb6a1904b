import { describe, expect, it } from 'vitest';
import { openSqlite } from './sqlite-connection.ts';

describe('a number that JavaScript cannot hold', () => {
	it('S121 in a database of before it comes out as the nearest one, and takes no other row with it', () => {
		const db = openSqlite(':memory:');
		db.raw.exec(
			'create table t (a bigint, b text); insert into t values (1000000000000000001, ?1), (7, null)'.replace(
				'?1',
				"'x'"
			)
		);
		const all = () => db.prepare('select a, b from t order by a').all([]);
		expect(all()).toEqual([
			{ a: 7, b: null },
			{ a: 1e18, b: 'x' }
		]);
		expect(all()).toHaveLength(2);
		db.close();
	});
});
