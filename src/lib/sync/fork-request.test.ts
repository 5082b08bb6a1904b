import { describe, expect, it } from 'vitest';
import { aJournal } from '#tests/support/a-journal.ts';
import { acceptance, stamp } from '#tests/support/fact-drafts.ts';
import { isSignedBy } from '#lib/protocol/device-key.ts';
import { forkRequest } from './fork-request.ts';

const { subtle } = crypto;

describe('the question of a device after a fork', () => {
	it('N150 names where the new journal goes on, signed by the key of the store', async () => {
		const { journal } = await aJournal(undefined, { subtle });
		for (let count = 0; count < 3; count += 1)
			await journal.append((numbers) => [acceptance(numbers.next(1))], stamp());
		const { head, sync } = await journal.state();
		const [, second] = await journal.read((reader) => reader.ownAfterSeq(head.journal, 0, 9));
		expect(await forkRequest(journal, subtle)).toBeNull();
		await journal.seal({ journal: head.journal, commonSeq: 2, heldIds: [] }, sync);
		const asked = (await forkRequest(journal, subtle))!;
		const { signature, ...said } = asked;
		const now = (await journal.state()).head.journal;
		expect(said).toEqual({ continues: head.journal, commonSeq: 2, hash: second!.hash, journal: now });
		const { key } = (await journal.deviceKey())!;
		expect(await isSignedBy(key, signature, { purpose: 'fork', ...said })).toBe(true);
		expect(await forkRequest(journal, undefined)).toBeNull();
	});
});
