import { describe, expect, it } from 'vitest';

/** An element that is marked as Kazakh and holds, at least where a name is missing, words of the page. */
const MARKED_WORDS = /lang="kk"[^>]*>\s*\{[^{}]*(?:\?\?|:) (?:t|language\.loose)\(/gu;

const screens = import.meta.glob<string>('/src/**/*.svelte', { query: '?raw', import: 'default', eager: true });

describe('parts in another language', () => {
	it('W70 a part is marked as Kazakh only where it is: never the words that stand for a missing name', () => {
		expect(Object.keys(screens).length).toBeGreaterThan(100);
		const wrong = Object.entries(screens).flatMap(([path, text]) =>
			[...text.matchAll(MARKED_WORDS)].map(([part]) => `${path}: ${part}`)
		);
		expect(wrong).toEqual([]);
	});
});
