import { describe, expect, it } from 'vitest';
import { heardOf, newsOf, NOTHING_TOLD, quietly, readTold } from './device-news.ts';

describe('what a device tells its people once', () => {
	it('S30 a fork is told when a journal was sealed that nobody was told of', () => {
		expect(newsOf({ sealed: 0, epoch: 'a', contradicted: 0 }, { sealed: 1, epoch: 'a', contradicted: 0 })).toEqual([
			'forked'
		]);
		expect(newsOf({ sealed: 1, epoch: 'a', contradicted: 0 }, { sealed: 1, epoch: 'a', contradicted: 0 })).toEqual([]);
	});

	it('S30 a restored server is told when its epoch is another, never at the first answer', () => {
		expect(newsOf({ sealed: 0, epoch: 'a', contradicted: 0 }, { sealed: 0, epoch: 'b', contradicted: 0 })).toEqual([
			'serverRestored'
		]);
		expect(newsOf(NOTHING_TOLD, { sealed: 0, epoch: 'b', contradicted: 0 })).toEqual([]);
		const first = quietly(NOTHING_TOLD, { sealed: 0, epoch: 'b', contradicted: 0 });
		expect(newsOf(first, { sealed: 0, epoch: 'c', contradicted: 0 })).toEqual(['serverRestored']);
	});

	it('S30 both may happen at once, and a fork is not forgotten by a restore that is heard quietly', () => {
		expect(newsOf({ sealed: 0, epoch: 'a', contradicted: 0 }, { sealed: 2, epoch: 'b', contradicted: 0 })).toEqual([
			'forked',
			'serverRestored'
		]);
		expect(quietly({ sealed: 0, epoch: 'a', contradicted: 0 }, { sealed: 2, epoch: 'b', contradicted: 0 })).toEqual({
			sealed: 0,
			epoch: 'a',
			contradicted: 0
		});
	});

	it('S30 one that was read leaves the other standing', () => {
		const [told, now] = [
			{ sealed: 0, epoch: 'a', contradicted: 0 },
			{ sealed: 1, epoch: 'b', contradicted: 0 }
		];
		expect(newsOf(heardOf('forked', told, now), now)).toEqual(['serverRestored']);
		expect(newsOf(heardOf('serverRestored', told, now), now)).toEqual(['forked']);
	});

	it('N192 another history than before is told, and stays told until it was read, whatever else is read', () => {
		const told = { sealed: 0, epoch: 'a', contradicted: 1 };
		const now = { sealed: 1, epoch: 'a', contradicted: 2 };
		expect(newsOf(told, now)).toEqual(['contradicted', 'forked']);
		expect(newsOf(heardOf('forked', quietly(told, now), now), now)).toEqual(['contradicted']);
		expect(newsOf(heardOf('contradicted', told, now), now)).toEqual(['forked']);
		expect(readTold('{"sealed":2,"epoch":"a","contradicted":3}').contradicted).toBe(3);
	});

	it('S30 what was kept and cannot be read counts as nothing told', () => {
		expect(readTold('{"sealed":')).toEqual(NOTHING_TOLD);
		expect(readTold(null)).toEqual(NOTHING_TOLD);
		expect(readTold('{"sealed":2,"epoch":"a"}')).toEqual({ sealed: 2, epoch: 'a', contradicted: 0 });
	});
});
