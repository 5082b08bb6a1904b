import { describe, expect, it } from 'vitest';
import { REFUSAL_CODES } from '#lib/domain/application/refusal.ts';
import { messagesKk } from './messages-kk.ts';
import { messagesRu } from './messages-ru.ts';

type Tree = { readonly [key: string]: string | Tree };

function leavesOf(tree: Tree, path = ''): [string, string][] {
	return Object.entries(tree).flatMap(([key, value]) => {
		const here = path === '' ? key : `${path}.${key}`;
		return typeof value === 'string' ? [[here, value] as [string, string]] : leavesOf(value, here);
	});
}

const kk = leavesOf(messagesKk);
const ru = leavesOf(messagesRu);
const everything = [...kk, ...ru];
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();
/** Keys of the texts that break a rule, so that a failing test names them. */
const breaking = (texts: [string, string][], isWrong: (text: string, key: string) => boolean) =>
	texts.filter(([key, text]) => isWrong(text, key)).map(([key, text]) => `${key}: ${text}`);
const withoutPlaceholders = (text: string) => text.replace(/\{\{\w+\}\}/g, '');

describe('texts in two languages', () => {
	it('W12 every key exists in both languages, in the same order', () => {
		expect(ru.map(([key]) => key)).toEqual(kk.map(([key]) => key));
		expect(kk.length).toBeGreaterThan(900);
	});

	it('W12 both languages put in the same values', () => {
		const russian = new Map(ru);
		expect(breaking(kk, (text, key) => placeholders(text).join() !== placeholders(russian.get(key)!).join())).toEqual(
			[]
		);
	});

	it('W12 no text is empty, has stray spaces or a half-written placeholder', () => {
		expect(breaking(everything, (text) => text.trim() !== text || text === '' || /\s{2}/.test(text))).toEqual([]);
		expect(breaking(everything, (text) => /[{}]/.test(withoutPlaceholders(text)))).toEqual([]);
	});

	it('W13 no Latin letter hides inside a Cyrillic word', () => {
		const mixed = /\p{Script=Cyrillic}\p{Script=Latin}|\p{Script=Latin}\p{Script=Cyrillic}/u;
		expect(breaking(everything, (text) => mixed.test(withoutPlaceholders(text)))).toEqual([]);
		expect(breaking(everything, (text) => text.normalize('NFC') !== text)).toEqual([]);
	});

	it('W13 Russian texts hold no Kazakh letters', () => {
		expect(breaking(ru, (text) => /[әғқңөұүһі]/iu.test(text))).toEqual([]);
	});

	it('W14 a variable carries no ending: only a fixed word may follow it', () => {
		const suffixed = /\}\}(?:[\p{L}]|-(?!терезе|дана|құжат))/u;
		expect(breaking(everything, (text) => suffixed.test(text))).toEqual([]);
	});

	it('W14 a Russian noun never follows a number, so no plural is needed', () => {
		const fixed = 'из|мин|ч|с|л\\.|дн\\.|раб\\.|календ\\.|МБ|мс|%';
		const counted = new RegExp(`\\{\\{[nmabhdk]\\}\\}\\s+(?!(?:${fixed})(?![\\p{L}]))[\\p{Ll}%]`, 'u');
		expect(breaking(ru, (text) => counted.test(text))).toEqual([]);
	});

	it('W15 Russian texts name no gender', () => {
		expect(breaking(ru, (text) => /\((?:а|на|ась|ла)\)/u.test(text))).toEqual([]);
	});

	it.each([
		['kk', /бас тарту$/iu, /outcome|drafted|refusal|Refusal/u, '«бас тарту» is the legal refusal, never Cancel'],
		['kk', /сәтсіз|қате орын алды/iu, /^$/u, 'an error says what is wrong'],
		['kk', /(?:^|\s)(?:арыз|өтінім|топтама)/iu, /^$/u, 'one word for an application and for a packet'],
		['kk', /тұтынушы/iu, /^papers\./u, 'on screens: өтініш беруші'],
		['kk', /көшірме/iu, /^applicant\.copy$|^sync\./u, '«көшірме» is what the applicant attaches'],
		['kk', /(?:^|\s)анықтама(?:$|\s)/iu, /^services\./u, '«анықтама» is the certificate of service 1'],
		['ru', /потребител/iu, /^papers\./u, 'on screens: заявитель'],
		['ru', /ошибка|неудач/iu, /^$/u, 'an error says what is wrong'],
		['ru', /^журнал учёта/iu, /^$/u, 'the ledger is «книга учёта»'],
		['ru', /^отказ$|^отменить$/iu, /^$/u, 'cancel is «Отмена»']
	] as const)('W16 one word, one meaning (%s, %s)', (lang, forbidden, allowedAt, _why) => {
		const texts = lang === 'kk' ? kk : ru;
		expect(breaking(texts, (text, key) => forbidden.test(text) && !allowedAt.test(key))).toEqual([]);
	});

	it('W17 a refusal and an error of a field say what to do, or name the value that tells it', () => {
		const oneSentence = (text: string) => !/[.?]\s+\p{Lu}|[:：]\s*\{\{|\?$|–/u.test(text);
		const refusals = everything.filter(([key]) => key.startsWith('refusals.'));
		expect(breaking(refusals, oneSentence)).toEqual([]);
	});

	it('W17 every code by which an act is refused has its sentences', () => {
		expect(REFUSAL_CODES.filter((code) => !(code in messagesKk.refusals))).toEqual([]);
	});
});
