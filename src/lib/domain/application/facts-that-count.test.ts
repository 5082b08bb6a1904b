import { describe, expect, it } from 'vitest';
import { aStory, BODY, CENTER, MORNING, REGISTER, RESULT, type Story } from '#tests/support/a-story.ts';
import { type FactId, type OrgId, type StaffId } from '../fact/ids.ts';
import { type StepFact } from '../regulation/route.ts';
import { decide } from './decide.ts';

const here = (story: Story) => {
	const { steps, position } = story.fold();
	return steps[position]?.step.fact ?? 'end';
};
const kinds = (story: Story) => story.fold().anomalies.map(({ kind }) => kind);
const deadOf = (story: Story, id: FactId) => story.fold().story.find(({ fact }) => fact.id === id)?.dead ?? null;

/** A story as it stands after a step, with the ids of its facts. */
function upTo(last: StepFact) {
	const story = aStory();
	const ids = story.whole();
	story.facts.splice(story.facts.findIndex(({ type }) => type === last) + 1);
	return { story, ids };
}

describe('the way', () => {
	it('A2 only what moves paper may be jumped: without a registration the way goes no further', () => {
		const story = aStory();
		const accepted = story.accepted();
		story.arrived(story.dispatched(story.collected(accepted)));
		story.assigned(accepted);
		expect(here(story)).toBe('registered');
	});

	it('A2 a result that was not found in the Center has not arrived there', () => {
		const { story, ids } = upTo('returned');
		const row = { paper: RESULT, on: ids.returned, state: 'missing' as const };
		const subject = { kind: 'register', number: REGISTER } as const;
		const missing = story.add('resultsArrived', { rows: [row], register: REGISTER }, { subject });
		expect(here(story)).toBe('resultsArrived');
		expect(story.fold().result!.holder).toEqual({ kind: 'unknown', why: 'missing', since: missing });
	});

	it('A3 what stands on an annulled assignment counts as little: draft, signature and entry', () => {
		const { story, ids } = upTo('recorded');
		story.annulled(ids.assigned, { role: 'head', org: BODY });
		expect(here(story)).toBe('assigned');
		expect(story.fold().decision).toBeNull();
		expect(kinds(story)).toEqual(['noPredecessor', 'noPredecessor', 'noPredecessor']);
	});

	it('A1 a hand-out without the receipt ends the way as one with it does', () => {
		const { story, ids } = upTo('resultsArrived');
		story.add(
			'handedOutWithoutReceipt',
			{ to: 'applicant', sheets: 1, originals: { documents: 0, sheets: 0 } },
			{ on: [ids.recorded, ids.resultsArrived] },
			{ receiver: { surname: 'Оспанов', given: 'Ержан' }, identityDocument: { kind: 'жеке куәлік', number: '1' } }
		);
		expect(story.fold()).toMatchObject({ state: 'handedOut', result: { holder: { kind: 'applicant' } } });
		expect(here(story)).toBe('end');
	});

	it('A27 the limit of the visit runs from its beginning, not from the acceptance that ends it', () => {
		const story = aStory();
		const accepted = story.accepted({ at: MORNING + 15 * 60_000 }, { visitStartedAt: MORNING });
		expect(story.fold().steps[0]).toMatchObject({ startedAt: MORNING, done: { fact: accepted } });
	});

	it('A15 what was entered late from paper happened when it says', () => {
		const story = aStory();
		const clock = { offsetMs: 3 * 3_600_000, ageMs: 0 };
		story.accepted({ occurredAt: MORNING - 86_400_000, clock });
		expect(story.fold().acceptance!.at).toBe(MORNING - 86_400_000);
		expect(kinds(story)).toEqual([]);
	});
});

describe('what takes a fact out of count', () => {
	it('A5 an annulment and what the table does not name stay in count, whatever names them', () => {
		const { story, ids } = upTo('collected');
		const printed = story.add('printed', { document: 'receipt', copy: 1, reason: 'first' }, { on: [ids.accepted] });
		const annulment = story.annulled(ids.collected);
		story.annulled(annulment);
		story.annulled(printed);
		expect(deadOf(story, annulment)).toBeNull();
		expect(deadOf(story, printed)).toBeNull();
		expect(deadOf(story, ids.collected)).toMatchObject({ by: annulment });
	});

	it('A8 only a fact of the same type takes another’s place', () => {
		const { story, ids } = upTo('assigned');
		story.drafted(ids.assigned, 'notice', { replaces: [ids.assigned] });
		expect(deadOf(story, ids.assigned)).toBeNull();
	});

	it('A7 an assignment is not annulled under a draft, but is when the draft is out of count', () => {
		const { story, ids } = upTo('drafted');
		const annul = () => {
			const head = {
				actor: 'chief' as StaffId,
				role: 'head',
				org: BODY,
				now: 0,
				newId: () => 'new' as FactId
			} as const;
			const verdict = decide(story.fold(), { kind: 'annul', fact: ids.assigned, reason: 'mistake', text: '' }, head);
			return verdict.ok ? 'allowed' : verdict.code;
		};
		expect(annul()).toBe('annulTooLate');
		story.annulled(ids.drafted, { role: 'executor', org: BODY });
		expect(annul()).toBe('allowed');
	});

	it('A7 a signature is taken back by the head or the clerk, never by who drafted', () => {
		const { story, ids } = upTo('signed');
		const by = (role: 'executor' | 'head' | 'chancery') =>
			decide(
				story.fold(),
				{ kind: 'annul', fact: ids.signed, reason: 'mistake', text: '' },
				{ actor: 'a' as StaffId, role, org: BODY, now: 0, newId: () => 'new' as FactId }
			).ok;
		expect([by('executor'), by('head'), by('chancery')]).toEqual([false, true, true]);
	});

	it('A9 of two entries in the ledger the one counts whose result was handed out', () => {
		const { story, ids } = upTo('assigned');
		const [first, second] = [story.drafted(ids.assigned, 'notice'), story.drafted(ids.assigned, 'refusal')];
		story.recorded(story.signed(first), 'notice');
		const recorded = story.recorded(story.signed(second), 'refusal');
		const arrived = story.resultsArrived(story.returned(recorded));
		expect(story.fold().decision).toMatchObject({ kind: 'notice', draft: first });
		story.handedOut([recorded, arrived]);
		expect(story.fold().decision).toMatchObject({ kind: 'refusal', draft: second, recorded });
	});
});

describe('what does not add up', () => {
	it('A14 a register checked at another body says nothing of a packet that was not in it', () => {
		const story = aStory();
		story.arrived(story.dispatched(story.collected(story.accepted())), 'missing', { org: 'body-01' as OrgId });
		expect(kinds(story)).toEqual(['missing']);
	});

	it('A16 a clerk who enters the head’s and the executor’s hand from paper has done nothing without right', () => {
		const { story, ids } = upTo('registered');
		const clerk = { role: 'chancery', org: BODY } as const;
		const hand = { fromPaper: { by: 'chief' as StaffId } };
		const assigned = story.add(
			'assigned',
			{ executor: 'staff-9' as StaffId, ...hand },
			{ on: [ids.registered], ...clerk }
		);
		expect(kinds(story)).toEqual([]);
		story.drafted(assigned, 'notice', clerk);
		expect(kinds(story)).toEqual(['noRight']);
	});

	const settled = (story: Story) =>
		story.fold().anomalies.map(({ kind, settled }) => `${kind} ${settled ? 'settled' : 'open'}`);

	it('A23 an explanation settles its own kind, not another of the same facts', () => {
		const story = aStory();
		const arrived = story.arrived(story.accepted(), 'damaged');
		expect(settled(story)).toEqual(['gap open', 'damaged open']);
		story.add('discrepancySettled', { way: 'explained', anomaly: 'gap' }, { on: [arrived] }, { text: 'Өзі әкелді' });
		expect(settled(story)).toEqual(['gap settled', 'damaged open']);
	});

	it('A23 an explanation names all of it, and one more fact opens it again', () => {
		const story = aStory();
		const accepted = story.accepted();
		const two = [story.collected(accepted), story.collected(accepted)];
		const verdict = decide(
			story.fold(),
			{ kind: 'settle', anomaly: 'repeat', facts: two.slice(0, 1), way: 'explained', text: 'Екі рет' },
			{ actor: 'a' as StaffId, role: 'centerHead', org: CENTER, now: 0, newId: () => 'new' as FactId }
		);
		expect(verdict).toMatchObject({ value: [{ type: 'discrepancySettled', on: two }] });
		story.add('discrepancySettled', { way: 'explained', anomaly: 'repeat' }, { on: two }, { text: 'Екі рет' });
		expect(settled(story)).toEqual(['repeat settled']);
		story.collected(accepted);
		expect(settled(story)).toEqual(['repeat open']);
	});
});
