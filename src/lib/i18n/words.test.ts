import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messagesKk } from './messages-kk.ts';
import { messagesRu } from './messages-ru.ts';

type Text = { at: string; text: string };

const LIB = join(import.meta.dirname, '..');

/** Every string of a tree: messages, or data of the regulations that screens and papers show. */
const textsOf = (tree: unknown, at: string): Text[] =>
	typeof tree === 'string'
		? [{ at, text: tree }]
		: Object.entries(tree ?? {}).flatMap(([key, value]) => textsOf(value, `${at}.${key}`));

const messages = [...textsOf(messagesKk, 'kk'), ...textsOf(messagesRu, 'ru')];
const law = globSync('law/**/*.json', { cwd: LIB }).flatMap((path) =>
	textsOf(JSON.parse(readFileSync(join(LIB, path), 'utf8')), path)
);

/** Words that stand in the program itself: of papers, of the law's routes, of the demonstration. */
const inCode = globSync(['{domain,regulations,state,server,print,ui}/**/*.{ts,svelte}'], { cwd: LIB })
	.filter((path) => !path.endsWith('.test.ts') && !path.includes('/testing/'))
	.flatMap((path) =>
		[...readFileSync(join(LIB, path), 'utf8').matchAll(/'([^'\n]*)'|`([^`]*)`/g)].map(([, quoted, template]) => ({
			at: path,
			text: quoted ?? template ?? ''
		}))
	)
	.filter(({ text }) => /\p{Script=Cyrillic}/u.test(text));

const everything = [...messages, ...law, ...inCode];
const breaking = (texts: Text[], wrong: RegExp) =>
	texts.filter(({ text }) => wrong.test(text)).map(({ at, text }) => `${at}: ${text}`);

describe('words of screens and papers', () => {
	it('W60 no text names a reading by its code; data name one by the code alone', () => {
		expect(law.length).toBeGreaterThan(2000);
		expect(inCode.length).toBeGreaterThan(300);
		expect(
			breaking(
				everything.filter(({ text }) => !/^C\d\d$/.test(text)),
				/(?<![\p{L}\d])C\d\d(?!\d)/u
			)
		).toEqual([]);
		expect(messages.filter(({ text }) => /^C\d\d$/.test(text))).toEqual([]);
	});

	it('W61 a person is addressed as «Вы» and «Сіз», with a capital letter', () => {
		expect(breaking(everything, /(?<!\p{L})(?:вы|вас|вам|вами|ваш\p{Ll}*)(?!\p{L})/u)).toEqual([]);
		expect(breaking(everything, /(?<!\p{L})(?:сіз|сізге|сізді|сізде|сізден|сіздің)(?!\p{L})/u)).toEqual([]);
	});

	it.each([
		[/фильтр|сүзгі/iu, 'отбор · іріктеу'],
		[/прочтени|оқылу(?![\p{L}])|оқылуы(?=\p{Zs}(?:барлық|бар))/iu, 'толкование · түсініктеме'],
		[/батырма/iu, 'түйме'],
		[/полк[аеиу] отложенн/iu, 'отложенные бумаги'],
		[/(?<!\p{L})сейчас у кого/iu, 'у кого сейчас'],
		[/міндет атқарушы/iu, 'міндетін атқарушы'],
		[/в части «/iu, 'в разделе «…»']
	] as const)('W62 one thing has one word: not %s but %s', (wrong, _right) => {
		expect(breaking(messages, wrong)).toEqual([]);
	});
});
