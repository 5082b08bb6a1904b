import { describe, expect, it } from 'vitest';
import { aStory, BODY, CENTER, context as foldContext, type Story } from '#tests/support/a-story.ts';
import { type FactId, type OrgId, type Role, type StaffId } from '../fact/ids.ts';
import { makePaperNumber } from '../number/paper-number.ts';
import { type DecideContext } from './context.ts';
import { decide } from './decide.ts';
import { foldApplication } from './fold.ts';

const NEW = makePaperNumber(1, 9, 5, 321);
const as = (role: Role, org: OrgId = CENTER): DecideContext => ({
	actor: 'staff-1' as StaffId,
	role,
	org,
	now: 0,
	newId: () => 'new' as FactId
});
const ask = (story: Story, who: DecideContext, text = '') =>
	decide(story.fold(), { kind: 'renumber', to: NEW, text }, who);

/** Two acceptances under one number, as by a device whose store was copied. */
function collision(second: { window?: string; org?: OrgId } = { window: '1' }) {
	const story = aStory();
	const first = story.accepted();
	return { story, first, rival: story.accepted(second) };
}

describe('two applications under one number', () => {
	it('D69 the later one gets the new number; the note is optional', () => {
		const { story, rival } = collision();
		expect(ask(story, as('centerInspector'), ' Екі құрылғы ')).toMatchObject({
			ok: true,
			value: [{ type: 'renumbered', on: [rival], body: { to: NEW }, details: { text: 'Екі құрылғы' } }]
		});
		expect(ask(story, as('centerHead'))).toMatchObject({ ok: true, value: [{ details: null }] });
	});

	it('D69 only the org that accepted it gives it a number, by whom gives numbers or by its head', () => {
		const { story } = collision({ org: BODY });
		expect(ask(story, as('chancery', BODY)).ok).toBe(true);
		expect(ask(story, as('head', BODY)).ok).toBe(true);
		expect(ask(story, as('executor', BODY))).toMatchObject({ code: 'noRight' });
		expect(ask(story, as('centerHead'))).toMatchObject({ code: 'wrongOrg', params: { org: BODY } });
	});

	it('D69 where there is one application, nothing is renumbered', () => {
		const story = aStory();
		story.accepted();
		expect(ask(story, as('centerInspector'))).toMatchObject({ code: 'notAllowedNow' });
	});

	it('D69 afterwards nothing collides, and the earlier application goes on under its number', () => {
		const { story, first, rival } = collision();
		story.add('renumbered', { to: NEW }, { on: [rival] });
		const kept = story.fold();
		expect(kept).toMatchObject({ acceptance: { fact: first }, rivals: [], renumberedTo: null, anomalies: [] });
		expect(decide(kept, { kind: 'withdraw', text: 'Өтініші бойынша' }, as('centerInspector')).ok).toBe(true);
		const moved = foldApplication(
			NEW,
			story.facts.filter(({ id, type }) => id === rival || type === 'renumbered'),
			foldContext
		);
		expect(moved).toMatchObject({ acceptance: { fact: rival }, state: 'open', anomalies: [] });
	});

	it('D69 a number that its only application has left says where that went', () => {
		const { story, first, rival } = collision();
		story.add('renumbered', { to: NEW }, { on: [first, rival] });
		expect(story.fold()).toMatchObject({ acceptance: null, renumberedTo: NEW });
		expect(decide(story.fold(), { kind: 'withdraw', text: '?' }, as('centerInspector'))).toMatchObject({
			code: 'renumbered'
		});
	});
});
