import { describe, expect, it } from 'vitest';
import { aJournal } from '../../../../tests/support/a-journal.ts';
import { acceptance, stamp } from '../../../../tests/support/fact-drafts.ts';
import { type FactDraft } from '#lib/domain/fact/fact.ts';
import { type FactId, type StaffId } from '#lib/domain/fact/ids.ts';
import { STATED_WORK, statedRecords } from './stated-records.ts';

const [AIGUL, DANA] = ['aigerim', 'dana'] as [StaffId, StaffId];
const session = 'session-1' as FactId;

describe('what was done under a stated number', () => {
	it('D108 is asked of its owner at that device: their records without a session since then, and nobody else’s', async () => {
		const { journal } = await aJournal();
		const accepts = (more: Parameters<typeof stamp>[0]) =>
			journal.append(({ next }) => [acceptance(next(1))], stamp({ actor: AIGUL, ...more }));
		await accepts({});
		const { head } = await journal.state();
		const value = { person: AIGUL, since: 1, journal: head.journal, after: head.seq };
		await journal.putDraft({ id: 'stated', kind: STATED_WORK, updatedAt: 1, value });
		await accepts({});
		await accepts({ actor: DANA });
		await accepts({ session });
		await accepts({});
		const asked = (person: StaffId) => journal.read((reader) => statedRecords(reader, person));
		const [range, ...more] = await asked(AIGUL);
		expect(more).toEqual([]);
		expect([range!.device, range!.from, range!.to, range!.facts.map(({ seq }) => seq)]).toEqual([
			head.journal,
			2,
			5,
			[2, 5]
		]);
		expect(await asked(DANA)).toEqual([]);

		const vouched: FactDraft = {
			type: 'vouched',
			subject: { kind: 'org', org: stamp().org },
			body: { device: head.journal, from: 2, to: 5, count: 2, own: true },
			details: null
		};
		await journal.append(() => [vouched], stamp({ actor: AIGUL, session }));
		expect(await asked(AIGUL)).toEqual([]);
	});
});
