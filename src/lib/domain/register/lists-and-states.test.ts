import { describe, expect, it } from 'vitest';
import { aStory, BODY, CENTER, MORNING, NUMBER, REGISTER, RESULT, type Story } from '#tests/support/a-story.ts';
import { type FactId, type OrgId, type StaffId } from '../fact/ids.ts';
import { type StepFact } from '../regulation/route.ts';
import { arrive } from './list-acts.ts';
import { isOvertaken } from './list-rows.ts';
import { foldRegister } from './register.ts';
import { judgeScan, type Purpose } from './scan-verdict.ts';

function upTo(last: StepFact): Story {
	const story = aStory();
	story.whole();
	story.facts.splice(story.facts.findIndex(({ type }) => type === last) + 1);
	return story;
}
const scan = (story: Story, purpose: Purpose, org: OrgId) => {
	const paper = purpose === 'return' || purpose === 'resultsArrive' ? RESULT : NUMBER;
	const verdict = judgeScan(paper, story.fold(), { purpose, rows: [] }, { org });
	return verdict.kind === 'refused' ? verdict.refusal.code : verdict.kind;
};

describe('what a list takes', () => {
	it('R22 a result leaves for its Center only after its entry in the ledger', () => {
		expect(scan(upTo('drafted'), 'return', BODY)).toBe('notReady');
		expect(scan(upTo('signed'), 'return', BODY)).toBe('notReady');
		expect(scan(upTo('recorded'), 'return', BODY)).toBe('ok');
	});

	it('R23 what stands on another register is not taken onto a second one', () => {
		expect(scan(upTo('collected'), 'dispatch', CENTER)).toBe('ok');
		expect(scan(upTo('dispatched'), 'dispatch', CENTER)).toBe('alreadyInRegister');
		expect(scan(upTo('returned'), 'return', BODY)).toBe('alreadyInRegister');
	});

	it('R23 what was annulled or taken back goes on no cart', () => {
		const annulled = upTo('collected');
		annulled.annulled(annulled.facts[0]!.id);
		expect(scan(annulled, 'dispatch', CENTER)).toBe('annulled');
		const takenBack = (last: StepFact) => {
			const story = upTo(last);
			story.add('withdrawn', {}, {}, { text: '' });
			return story;
		};
		expect(scan(takenBack('accepted'), 'collect', CENTER)).toBe('withdrawn');
		expect(scan(takenBack('collected'), 'dispatch', CENTER)).toBe('withdrawn');
	});

	it('R24 what was collected, has arrived or was handed out is not taken a second time', () => {
		expect(scan(upTo('collected'), 'collect', CENTER)).toBe('alreadyCollected');
		expect(scan(upTo('arrived'), 'arrive', BODY)).toBe('alreadyArrived');
		expect(scan(upTo('assigned'), 'arrive', BODY)).toBe('alreadyArrived');
		expect(scan(upTo('resultsArrived'), 'resultsArrive', CENTER)).toBe('alreadyArrived');
		expect(scan(upTo('handedOut'), 'resultsArrive', CENTER)).toBe('alreadyHandedOut');
	});

	it('R24 a result that lies elsewhere is not taken', () => {
		expect(scan(upTo('resultsArrived'), 'return', BODY)).toBe('notHolder');
	});

	it('R25 a number that its application has left tells the new one; a row that is waited for under it is taken', () => {
		const moved = upTo('collected');
		moved.add('renumbered', { to: '1000010000207777' }, { on: [moved.facts[0]!.id] });
		expect(judgeScan(NUMBER, moved.fold(), { purpose: 'dispatch', rows: [] }, { org: CENTER })).toMatchObject({
			refusal: { code: 'renumbered', params: { number: '1000010000207777' } }
		});
		const waitedFor = { purpose: 'arrive', rows: [], expected: [NUMBER] } as const;
		expect(judgeScan(NUMBER, moved.fold(), waitedFor, { org: BODY }).kind).toBe('unknown');
	});

	it('R13 a packet that lies in the archive of this body has overtaken its row at arrival', () => {
		const at = (packetAt: string) => isOvertaken('arrive', { packetAt, resultAt: null, body: BODY }, BODY);
		for (const place of ['chancery', 'head', 'executor', 'archive']) expect(at(`${place}/${BODY}`)).toBe(true);
		expect(at(`transit/${BODY}/${REGISTER}`)).toBe(false);
		expect(at(`archive/body-01`)).toBe(false);
	});
});

describe('what is found of a register', () => {
	const clerk = {
		actor: 'me' as StaffId,
		role: 'chancery',
		org: BODY,
		now: MORNING,
		newId: () => 'x' as FactId
	} as const;

	it('R44 is told to whoever sent the register, and to nobody where it came by hand', () => {
		const story = upTo('dispatched');
		const sent = story.facts.at(-1)!;
		if (sent.subject.kind !== 'register') throw new Error('No register was sent');
		const bodyOf = (register: string | null) => {
			const rows = [{ paper: NUMBER, state: 'received' as const }];
			const verdict = arrive(
				'arrived',
				{ number: '9000010000100000', register, rows, remarks: {} },
				() => story.fold(),
				clerk
			);
			return verdict.ok ? verdict.value[0]!.body : null;
		};
		expect(bodyOf(sent.subject.number)).toMatchObject({ tell: [CENTER] });
		expect(bodyOf(null)).not.toHaveProperty('tell');
	});

	it('R10 what is damaged needs a word as what is missing does; what is received, extra or left for tomorrow does not', () => {
		const isTaken = (state: 'received' | 'missing' | 'extra' | 'damaged' | 'carried') =>
			arrive(
				'arrived',
				{ number: REGISTER, register: REGISTER, rows: [{ paper: NUMBER, state }], remarks: {} },
				() => undefined,
				clerk
			).ok;
		expect(['missing', 'damaged'].map((state) => isTaken(state as 'missing'))).toEqual([false, false]);
		expect(['received', 'extra', 'carried'].map((state) => isTaken(state as 'extra'))).toEqual([true, true, true]);
	});

	it('R11 what came and was not on it is added to its rows', () => {
		const story = upTo('dispatched');
		const extra = '1000990000100104';
		const rows = [
			{ paper: NUMBER, state: 'received' as const },
			{ paper: extra, state: 'extra' as const }
		];
		story.add('arrived', { rows, register: REGISTER }, { subject: { kind: 'register', number: REGISTER } });
		const dispatched = story.facts.filter(({ type }) => type !== 'collected');
		expect(foldRegister(REGISTER, dispatched)!.rows).toEqual(rows);
	});
});
