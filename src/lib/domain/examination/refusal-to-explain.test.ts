import { describe, expect, it } from 'vitest';
import { regulations } from '#lib/law/catalog.ts';
import { aStory, BODY } from '#tests/support/a-story.ts';
import { refusalToExplain } from './refusal-to-explain.ts';

const regulation = regulations[2]!;
const body = { kk: 'Шымкент бөлімі', ru: 'Отдел Шымкента' };
const ground = { kk: 'Толық емес', ru: 'Не полно', explanation: 'Анықтама жоқ' };

function refused(decision: 'notice' | 'refusal', grounds = [ground], withLetter = true) {
	const story = aStory();
	const assigned = story.assigned(story.registered(story.arrived(story.dispatched(story.collected(story.accepted())))));
	const details = withLetter ? { text: '', letter: { kk: 'а', ru: 'б', grounds } } : null;
	story.add('drafted', { decision }, { on: [assigned], org: BODY, role: 'executor' }, details);
	return story.fold();
}

describe('what is explained with a refusal', () => {
	it('L30 each ground with its explanation in both languages, and how to appeal, with the body’s name', () => {
		const told = refusalToExplain(
			refused('refusal', [ground, { ...ground, explanationRu: 'Нет справки' } as typeof ground]),
			regulation,
			body
		);
		expect(told?.grounds).toEqual([
			{ name: { kk: 'Толық емес', ru: 'Не полно' }, explanation: { kk: 'Анықтама жоқ', ru: 'Анықтама жоқ' } },
			{ name: { kk: 'Толық емес', ru: 'Не полно' }, explanation: { kk: 'Анықтама жоқ', ru: 'Нет справки' } }
		]);
		expect(told?.appeal?.kk).not.toMatch(/[{}]/);
		expect(told?.appeal?.ru.length).toBeGreaterThan(20);
	});

	it('L30 nothing for a notice, or where the letter is not at hand: the paper tells', () => {
		expect(refusalToExplain(refused('notice'), regulation, body)).toBeNull();
		expect(refusalToExplain(refused('refusal', [ground], false), regulation, body)).toBeNull();
		expect(refusalToExplain(refused('refusal', []), regulation, body)).toBeNull();
		expect(refusalToExplain(refused('refusal'), undefined, body)?.appeal).toBeNull();
	});
});
