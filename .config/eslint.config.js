import boundaries from 'eslint-plugin-boundaries';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from '../svelte.config.js';

/** What every part of the browser's half may use. */
const BELOW_DEVICE = ['domain', 'law', 'protocol', 'i18n', 'journal', 'sync', 'scanner', 'print', 'screens', 'ui'];

/** Import arrows of the house: each part may import only the parts named beside it. See ARCHITECTURE.md. */
const arrows = {
	domain: ['domain'],
	law: ['domain', 'law'],
	protocol: ['domain', 'protocol'],
	i18n: ['domain', 'i18n'],
	journal: ['domain', 'law', 'protocol', 'journal'],
	sync: ['domain', 'law', 'protocol', 'journal', 'sync'],
	scanner: ['domain', 'scanner'],
	print: ['domain', 'print'],
	server: ['domain', 'law', 'protocol', 'i18n', 'server'],
	screens: ['domain', 'i18n', 'screens'],
	ui: ['domain', 'i18n', 'ui'],
	device: [...BELOW_DEVICE, 'device'],
	tools: [...BELOW_DEVICE, 'device', 'tools'],
	desks: [...BELOW_DEVICE, 'device', 'tools'],
	routes: [...BELOW_DEVICE, 'device', 'tools', 'desks', 'routes'],
	endpoints: ['domain', 'law', 'protocol', 'server', 'endpoints']
};

/** SvelteKit still makes this alias; only `#lib/….ts` is read by Node, the builder and the tests alike. */
const ALIAS = { regex: '^\\$lib(?:/|$)' };
/** Rooms of `lib` by name. As a regex: in a `group`, which is read as gitignore is, `#` begins a comment. */
const rooms = (...names) => ({ regex: `^#lib/(?:${names.join('|')})/` });
const ban = (...patterns) => ['error', { patterns }];

export default ts.config(
	{ ignores: ['.svelte-kit/**', 'build/**', 'data/**', 'node_modules/**', 'test-results/**', 'static/**'] },
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{
		languageOptions: {
			globals: { ...globals.browser, ...globals.node, ...globals.serviceworker, Temporal: 'readonly' }
		},
		rules: {
			'no-console': 'error',
			'no-undef': 'off',
			eqeqeq: 'error',
			'no-restricted-imports': ban(ALIAS),
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			// Kit's resolve() is for a base path; Tereze is always served from the root of its host.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		files: ['**/*.svelte'],
		languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } }
	},
	{
		// Read as plain TypeScript: the parser of components would have the types of the whole program worked out a second time.
		files: ['**/*.svelte.ts'],
		languageOptions: { parser: ts.parser }
	},
	{
		// Needs types, which the parser of components does not have.
		files: ['src/**/*.ts'],
		ignores: ['**/*.test.ts'],
		languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: `${import.meta.dirname}/..` } },
		rules: {
			// Whoever adds a kind of something is asked at each switch over it, also where a default would have taken it in silence.
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: false }
			]
		}
	},
	{
		files: ['src/lib/domain/**/*.ts'],
		ignores: ['**/*.test.ts'],
		rules: {
			'no-restricted-globals': [
				'error',
				'fetch',
				'process',
				'window',
				'document',
				'localStorage',
				'navigator',
				'setTimeout',
				'performance'
			],
			'no-restricted-properties': [
				'error',
				{ object: 'Date', property: 'now', message: 'Time comes in as an argument.' },
				{ object: 'Math', property: 'random', message: 'Randomness comes in as an argument.' },
				{ object: 'Temporal', property: 'Now', message: 'Time comes in as an argument.' }
			],
			'no-restricted-syntax': [
				'error',
				{ selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time comes in as an argument.' }
			]
		}
	},
	{
		files: ['src/**/*.ts', 'src/**/*.svelte'],
		ignores: ['**/*.test.ts'],
		plugins: { boundaries },
		settings: {
			'import/resolver': { typescript: { project: 'tsconfig.json' } },
			'boundaries/elements': [
				{ type: 'endpoints', pattern: 'src/routes/api' },
				{ type: 'routes', pattern: 'src/routes' },
				// One element each: a desk never imports another.
				{ type: 'desks', pattern: 'src/lib/desks/*', capture: ['desk'] },
				...[
					'domain',
					'law',
					'protocol',
					'journal',
					'sync',
					'scanner',
					'print',
					'server',
					'screens',
					'ui',
					'device',
					'tools',
					'i18n'
				].map((part) => ({
					type: part,
					pattern: `src/lib/${part}`
				}))
			]
		},
		rules: {
			'boundaries/dependencies': [
				'error',
				{
					default: 'disallow',
					policies: [
						...Object.entries(arrows).map(([from, to]) => ({
							from: { element: { type: from } },
							allow: { to: { element: { type: to } } }
						})),
						{
							from: { element: { type: 'desks' } },
							allow: { to: { element: { type: 'desks', captured: { desk: '{{ from.element.captured.desk }}' } } } }
						}
					]
				}
			]
		}
	},
	// The service worker and the hook at the root of src belong to no folder, so their arrows are given by path.
	{
		files: ['src/service-worker/**/*.ts'],
		rules: { 'no-restricted-imports': ban(ALIAS, rooms('server', 'screens', 'ui', 'device', 'tools', 'desks')) }
	},
	{
		files: ['src/hooks.server.ts'],
		rules: {
			'no-restricted-imports': ban(
				ALIAS,
				rooms('journal', 'sync', 'scanner', 'print', 'screens', 'ui', 'device', 'tools', 'desks')
			)
		}
	}
);
