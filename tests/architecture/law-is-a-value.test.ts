import { describe, expect, it } from 'vitest';
import { projectFiles } from './project-files.ts';

const program = projectFiles('src/**/*.{ts,svelte}').filter(({ path }) => !/\.test\.ts$|\/testing\//.test(path));
const inLaw = (path: string) => path.startsWith('src/lib/law/');
const pathsOf = (files: typeof program) => files.map(({ path }) => path);

/** Files that import a module of `src/lib/law`, those of the folder itself left out. */
const importersOf = (module: string) =>
	pathsOf(program.filter(({ path, text }) => !inLaw(path) && text.includes(`'#lib/law/${module}'`)));

/** Who makes a law, of the facts of a store. All others are given one. */
const MAKERS = [
	'src/lib/device/live/law.svelte.ts',
	'src/lib/journal/law-facts-kept.ts',
	'src/lib/server/sync/law-in-store.ts',
	'src/lib/server/sync/refold-for-law.ts',
	'src/start/law-of-database.ts'
];

/** What the modules of the law remember: pure, so that to forget it costs time only. The list may only become shorter. */
const MEMOS = [
	'src/lib/law/imported.ts checkedImports',
	'src/lib/law/law-facts.ts readTexts',
	'src/lib/law/law-of.ts made',
	'src/lib/law/law-of.ts routes'
];

describe('the law is a value', () => {
	it('no module of the law has a variable of its own, and none remembers more than is listed', () => {
		const modules = program.filter(({ path }) => inLaw(path));
		expect(pathsOf(modules.filter(({ text }) => /^(?:export )?(?:let|var) /mu.test(text)))).toEqual([]);
		const memos = modules.flatMap(({ path, text }) =>
			[...text.matchAll(/^(?:export )?const (\w+)[^\n]*= new (?:Weak)?(?:Map|Set)\b/gmu)].map(
				([, name]) => `${path} ${name}`
			)
		);
		expect(memos).toEqual(MEMOS);
	});

	it('what is built in is read by the law itself, and by commands of the terminal, which open no journal', () => {
		const readers = [
			...importersOf('catalog.ts'),
			...pathsOf(program.filter(({ text }) => /resolution-370\//.test(text)))
		];
		expect(readers.filter((path) => !inLaw(path) && !path.startsWith('src/start/'))).toEqual([]);
	});

	it('it is made where facts are read, and nowhere else', () => {
		expect(importersOf('law-of.ts')).toEqual(MAKERS);
	});

	it('nobody falls back to a law that was not given', () => {
		const fallsBack = /\blaw\?: (?:Law|readonly StoredFact)|\blaw(?:: Law)? = (?:lawOf|lawHere)\b/u;
		const present = /\b(?:currentLaw|takeLaw|asLaw|takeImported)\b/u;
		expect(pathsOf(program.filter(({ text }) => fallsBack.test(text) || present.test(text)))).toEqual([]);
	});
});
