import { describe, expect, it } from 'vitest';
import { projectFiles } from './project-files.ts';

/** The keeper; rows of lists, which two tabs write side by side; the beginning of work under a stated number, on the whole journal. */
const WRITERS = [
	'src/lib/device/drafts/kept-draft.ts',
	'src/lib/device/stated/stated-work.svelte.ts',
	'src/lib/tools/scan-list/list-desk-store.ts'
];
/** The keeper; settings of lists; and the page that looks for a number in all drafts. Each reads what it finds by a parser. */
const READERS = [
	'src/lib/desks/application/SeenHere.svelte',
	'src/lib/device/drafts/kept-draft.ts',
	'src/lib/tools/scan-list/list-desk-store.ts'
];

const filesWith = (call: RegExp): string[] =>
	projectFiles('src/lib/{device,tools,desks}/**/*.{ts,svelte}', 'src/routes/**/*.{ts,svelte}')
		.filter(({ path, text }) => !path.endsWith('.test.ts') && call.test(text))
		.map(({ path }) => path);

describe('the one keeper of drafts', () => {
	it('nothing else writes a draft', () => {
		expect(filesWith(/\.putDraft\(/)).toEqual(WRITERS);
	});

	it('nothing else reads one, so that nothing stored is used unparsed', () => {
		expect(filesWith(/\breader\.drafts?\(/)).toEqual(READERS);
	});
});
