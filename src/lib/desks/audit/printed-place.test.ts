import { describe, expect, it } from 'vitest';
import { readPlace } from './printed-place.ts';

const HASH = '0ab1c2d3e4f56789';

describe('a place typed from a sheet', () => {
	it('I155 is read grouped, in either case, and under a Cyrillic layout', () => {
		const read = { ok: true, journal: 'ab12', seq: '1234', hash: HASH };
		expect(readPlace({ journal: 'ab12', seq: '1 234', hash: '0ab1 c2d3 e4f5 6789' })).toEqual(read);
		expect(readPlace({ journal: 'аb12', seq: '1234', hash: '0АВ1 С2D3 Е4F5 6789' })).toEqual(read);
	});

	it('I155 names every field that is wrong at once', () => {
		expect(readPlace({ journal: 'ab1', seq: '', hash: '' })).toEqual({ ok: false, wrong: ['journal', 'seq', 'hash'] });
		expect(readPlace({ journal: 'ab12', seq: '0', hash: HASH })).toEqual({ ok: false, wrong: ['seq'] });
		expect(readPlace({ journal: 'ab12', seq: '12,5', hash: HASH.slice(1) })).toEqual({
			ok: false,
			wrong: ['seq', 'hash']
		});
		expect(readPlace({ journal: 'ab12', seq: '7', hash: `${HASH}0` })).toEqual({ ok: false, wrong: ['hash'] });
		expect(readPlace({ journal: 'ab12', seq: '7', hash: '0аб1c2d3e4f56789' })).toEqual({ ok: false, wrong: ['hash'] });
	});
});
