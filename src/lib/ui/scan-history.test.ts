import { describe, expect, it } from 'vitest';
import { withVerdict } from './scan-history.ts';
import { type Verdict } from './verdict.ts';

const verdict = (word: string): Verdict => ({ kind: 'ok', word });

describe('the last verdicts of a scan line', () => {
	it('U120 are five, the latest first', () => {
		let history: { scan: number; verdict: Verdict }[] = [];
		for (let scan = 1; scan <= 7; scan += 1) history = withVerdict(history, scan, verdict(`${scan}`));
		expect(history.map(({ verdict: { word } }) => word)).toEqual(['7', '6', '5', '4', '3']);
	});

	it('U120 have a scan once, in the words in which it was judged last', () => {
		const history = withVerdict(withVerdict([], 1, verdict('Қосылды')), 1, verdict('Добавлено'));
		expect(history.map(({ verdict: { word } }) => word)).toEqual(['Добавлено']);
	});
});
