import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { type Draft } from '#lib/journal/device-store.ts';
import { readAs, readDrafts, readText } from './kept-draft.ts';

const aDraft = (id: string, value: unknown): Draft => ({ id, kind: 'note', updatedAt: 1, value });
const aReader = (...drafts: Draft[]) => ({
	drafts: async (kind?: string) => drafts.filter((each) => each.kind === kind)
});

describe('what is read of stored drafts', () => {
	it('D31 what cannot be read is as if it were not stored, and never used as it is', () => {
		expect(readText('typed')).toBe('typed');
		expect(readText({ text: 'typed' })).toBeUndefined();
		expect(readAs(v.object({ text: v.fallback(v.string(), '') }))({ text: 7, more: 1 })).toEqual({ text: '' });
	});

	it('D31 drafts of one kind come with their ids, without those that cannot be read', async () => {
		const reader = aReader(aDraft('a', 'typed'), aDraft('b', 7), { ...aDraft('c', 'other'), kind: 'other' });
		expect(await readDrafts(reader, 'note', readText)).toEqual([{ id: 'a', updatedAt: 1, value: 'typed' }]);
	});
});
