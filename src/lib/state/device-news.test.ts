import { describe, expect, it } from 'vitest';
import { heardOf, newsOf, NOTHING_TOLD, quietly, readTold } from './device-news.ts';

describe('what a device tells its people once', () => {
	it('S30 a fork is told when a journal was sealed that nobody was told of', () => {
		expect(newsOf({ sealed: 0, epoch: 'a' }, { sealed: 1, epoch: 'a' })).toEqual(['forked']);
		expect(newsOf({ sealed: 1, epoch: 'a' }, { sealed: 1, epoch: 'a' })).toEqual([]);
	});

	it('S30 a restored server is told when its epoch is another, never at the first answer', () => {
		expect(newsOf({ sealed: 0, epoch: 'a' }, { sealed: 0, epoch: 'b' })).toEqual(['serverRestored']);
		expect(newsOf(NOTHING_TOLD, { sealed: 0, epoch: 'b' })).toEqual([]);
		const first = quietly(NOTHING_TOLD, { sealed: 0, epoch: 'b' });
		expect(newsOf(first, { sealed: 0, epoch: 'c' })).toEqual(['serverRestored']);
	});

	it('S30 both may happen at once, and a fork is not forgotten by a restore that is heard quietly', () => {
		expect(newsOf({ sealed: 0, epoch: 'a' }, { sealed: 2, epoch: 'b' })).toEqual(['forked', 'serverRestored']);
		expect(quietly({ sealed: 0, epoch: 'a' }, { sealed: 2, epoch: 'b' })).toEqual({ sealed: 0, epoch: 'a' });
	});

	it('S30 one that was read leaves the other standing', () => {
		const [told, now] = [
			{ sealed: 0, epoch: 'a' },
			{ sealed: 1, epoch: 'b' }
		];
		expect(newsOf(heardOf('forked', told, now), now)).toEqual(['serverRestored']);
		expect(newsOf(heardOf('serverRestored', told, now), now)).toEqual(['forked']);
	});

	it('S30 what was kept and cannot be read counts as nothing told', () => {
		expect(readTold('{"sealed":')).toEqual(NOTHING_TOLD);
		expect(readTold(null)).toEqual(NOTHING_TOLD);
		expect(readTold('{"sealed":2,"epoch":"a"}')).toEqual({ sealed: 2, epoch: 'a' });
	});
});
