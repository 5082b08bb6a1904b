import { describe, expect, it } from 'vitest';
import { type DocumentKind } from './paper-model.ts';
import { ALL_PAPERS } from './testing/all-papers.ts';
import { bilingualTexts } from './testing/paper-text.ts';

const KINDS = Object.keys(ALL_PAPERS) as DocumentKind[];
/** Letters that only Kazakh has; і is also Ukrainian, but not Russian. */
const KAZAKH_ONLY = /[әғқңөұүһі]/iu;

describe('every paper', () => {
	it.each(KINDS)('P8 %s says each text in both languages and never Kazakh in place of Russian', (kind) => {
		const texts = bilingualTexts([ALL_PAPERS[kind].title, ALL_PAPERS[kind].blocks]);
		expect(texts.length).toBeGreaterThan(0);
		for (const { kk, ru } of texts) {
			expect(kk.trim()).not.toBe('');
			expect(ru.trim()).not.toBe('');
			// A name of a person may stand in both texts as it is.
			if (kk !== ru) expect(ru).not.toMatch(KAZAKH_ONLY);
		}
	});

	it.each(KINDS)('P8 %s is plain data that a worker can take and a page can draw', (kind) => {
		expect(structuredClone(ALL_PAPERS[kind])).toEqual(ALL_PAPERS[kind]);
		expect(JSON.parse(JSON.stringify(ALL_PAPERS[kind]))).toEqual(ALL_PAPERS[kind]);
	});
});
