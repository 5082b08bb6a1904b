import { describe, expect, it } from 'vitest';
import { aJournal } from '#tests/support/a-journal.ts';
import { acceptance, applicationNo, renumbering, stamp } from '#tests/support/fact-drafts.ts';
import { storiesOf } from '#lib/domain/application/story-facts.ts';

describe('what applications fold from', () => {
	it('F23 a renumbered application is read with its acceptance, the others as they stand', async () => {
		const [old, fresh] = [applicationNo(1), applicationNo(2)];
		const { journal, store } = await aJournal();
		const accepted = await journal.append(() => [acceptance(old)], stamp());
		const first = await journal.append(() => [acceptance(old, 'Қалиев')], stamp());
		if (!accepted.ok || !first.ok) throw new Error('not saved');
		const rival = first.facts[0]!.id;
		const moved = await journal.append(() => [renumbering(old, fresh, rival)], stamp());
		if (!moved.ok) throw new Error('not saved');
		const stories = await store.read((reader) => storiesOf((numbers) => reader.ofApplications(numbers), [old, fresh]));
		expect(stories.get(fresh)?.map(({ id }) => id)).toEqual([moved.facts[0]!.id, rival]);
		expect(stories.get(old)).toHaveLength(3);
	});
});
