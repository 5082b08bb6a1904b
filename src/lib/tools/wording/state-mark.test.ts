import { describe, expect, it } from 'vitest';
import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import { placeName, stateMark } from './search-row-words.ts';

type Row = Pick<ApplicationSummary, 'state' | 'next' | 'packetAt' | 'resultAt'>;
const word = (more: Partial<Row>) =>
	stateMark(
		{ state: 'open', next: 'registered', packetAt: 'chancery/body-15', resultAt: null, ...more },
		'center-04' as OrgId
	).word;

describe('the state of a row', () => {
	it('W38 is what has been reached, never the step that is next', () => {
		expect(word({ next: 'collected', packetAt: 'window/center-04/1' })).toBe('Қабылданды');
		expect(word({ next: 'registered' })).toBe('Органға түсті');
		expect(word({ next: 'signed' })).toBe('Қол қоюда');
		expect(word({ next: null })).toBe('Жүріп жатыр');
	});

	it('W38 a paper on its way was sent and is on the way, in both directions', () => {
		expect(word({ next: 'arrived', packetAt: 'transit/body-15/9000' })).toBe('Жөнелтілді, жолда');
		expect(word({ next: 'resultsArrived', packetAt: 'archive/body-15', resultAt: 'transit/center-04/9000' })).toBe(
			'Орталыққа жөнелтілді, жолда'
		);
	});

	it('W38 a paper that nobody has is looked for, and a result in the own Center is ready', () => {
		expect(word({ next: 'arrived', packetAt: 'unknown/missing' })).toBe('Іздестірілуде');
		expect(word({ next: 'handedOut', resultAt: 'collection/center-04' })).toBe('Беруге дайын');
	});

	it('W38 a person of another org is never shown by the code of a staff number', () => {
		expect(placeName('executor/body-15/staff-203')).not.toContain('203');
	});
});
