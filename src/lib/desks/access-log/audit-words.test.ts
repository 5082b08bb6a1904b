import { describe, expect, it } from 'vitest';
import { AUDIT_TYPES, auditDetail, auditTitle } from './audit-words.ts';

describe('acts of the list in plain words', () => {
	it('I84 every kind of act has its words', () => {
		expect(AUDIT_TYPES.length).toBeGreaterThan(10);
		expect(AUDIT_TYPES.filter((type) => auditTitle(type) === auditTitle('ofTheFuture'))).toEqual([]);
	});

	it.each([
		['roleGiven', { staff: 's', role: 'centerHead' }, 'Орталықтың басшысы'],
		['windowSet', { window: '5' }, '5-терезе · ашылды'],
		['windowSet', { window: '5', closed: true }, '5-терезе · жабылды'],
		['credentialsReset', { staff: 's', what: 'pin' }, 'PIN'],
		['deviceRevoked', { device: 'd', reason: 'Сынған' }, 'Себебі: Сынған'],
		['deviceMoved', { device: 'd', place: 'window', window: '2' }, '2-терезе'],
		[
			'roundsSet',
			{ from: '2026-11-30', collect: [660, 990], dispatch: [720] },
			'Терезелерден жинау: 11:00, 16:30 · Уәкілетті органға жөнелту: 12:00 · Қай күннен бастап күшінде: 30.11.2026'
		],
		[
			'hoursSet',
			{
				from: '2026-11-30',
				hours: {
					open: 540,
					close: 1080,
					lunch: { from: 780, to: 840 },
					weekdays: [1, 6],
					short: [{ weekday: 6, open: 600, close: 840, lunch: null }]
				}
			},
			'09:00–18:00, түскі үзіліс: 13:00–14:00 · дүйсенбі, сенбі · сенбі: 10:00–14:00 · Қай күннен бастап күшінде: 30.11.2026'
		]
	])('I84 %s says its particulars', (type, body, words) => {
		expect(auditDetail({ type, body })).toBe(words);
	});

	it('I84 an act of a newer program is named as such, and nothing is guessed of it', () => {
		expect(auditDetail({ type: 'ofTheFuture', body: { window: '5' } })).toBe('');
		expect(auditDetail({ type: 'windowSet', body: { window: 5 } })).toBe('');
	});
});
