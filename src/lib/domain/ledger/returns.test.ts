import { describe, expect, it } from 'vitest';
import { plainLaw } from '#tests/support/plain-law.ts';
import { aStory, BODY, CENTER, RESULT } from '#tests/support/a-story.ts';
import { foldApplication } from '../application/fold.ts';
import { type FactId, type OrgId, type StaffId } from '../fact/ids.ts';
import { sendBackToCenter } from '../register/list-acts.ts';
import { judgeScan } from '../register/scan-verdict.ts';
import { readyByCenter } from './returns.ts';

const row = (
	number: string,
	next: 'returned' | 'recorded' | 'handedOut',
	center: OrgId | null,
	decision = 'notice'
) => ({
	number,
	next,
	center,
	decision
});

describe('results on their way to a Center', () => {
	it('L17 are told by Center, refusals too; those of the body are never among them', () => {
		const other = 'center-07' as OrgId;
		const ready = readyByCenter([
			row('1', 'returned', CENTER),
			row('2', 'returned', other),
			row('3', 'returned', CENTER, 'refusal'),
			row('4', 'recorded', CENTER),
			row('5', 'handedOut', null),
			row('6', 'returned', null)
		]);
		expect([...ready].map(([center, rows]) => [center, rows.map(({ number }) => number)])).toEqual([
			[CENTER, ['1', '3']],
			[other, ['2']]
		]);
	});

	it('L17 a result that was applied for at the body is refused by the register, scanned or sent', () => {
		const story = aStory();
		const accepted = story.accepted({ org: BODY, role: 'chancery' }, { entry: 'body', center: null });
		story.recorded(story.signed(story.drafted(story.assigned(accepted))));
		const application = foldApplication(story.fold().number, story.facts, plainLaw);
		expect(judgeScan(RESULT, application, { purpose: 'return', rows: [] }, { org: BODY })).toMatchObject({
			kind: 'refused',
			refusal: { code: 'handedOutHere' }
		});
		const context = { actor: 'a' as StaffId, role: 'chancery', org: BODY, now: 0, newId: () => 'n' as FactId } as const;
		const list = { number: '', papers: [RESULT], toCenter: CENTER, courier: 'Ли' };
		expect(sendBackToCenter(list, () => application, context)).toMatchObject({ ok: false, code: 'handedOutHere' });
		expect(sendBackToCenter(list, () => undefined, context).ok).toBe(true);
	});
});
