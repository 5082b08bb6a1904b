import { type Bilingual } from './paper-model.ts';

const ONES_KK = ['', 'бір', 'екі', 'үш', 'төрт', 'бес', 'алты', 'жеті', 'сегіз', 'тоғыз'] as const;
const TENS_KK = ['', 'он', 'жиырма', 'отыз', 'қырық', 'елу', 'алпыс', 'жетпіс', 'сексен', 'тоқсан'] as const;

const ONES_RU = ['', 'один', 'два', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять'] as const;
const TEENS_RU = [
	'десять',
	'одиннадцать',
	'двенадцать',
	'тринадцать',
	'четырнадцать',
	'пятнадцать',
	'шестнадцать',
	'семнадцать',
	'восемнадцать',
	'девятнадцать'
] as const;
const TENS_RU = [
	'',
	'десять',
	'двадцать',
	'тридцать',
	'сорок',
	'пятьдесят',
	'шестьдесят',
	'семьдесят',
	'восемьдесят',
	'девяносто'
] as const;
const HUNDREDS_RU = [
	'',
	'сто',
	'двести',
	'триста',
	'четыреста',
	'пятьсот',
	'шестьсот',
	'семьсот',
	'восемьсот',
	'девятьсот'
] as const;

/**
 * A count in words, printed in brackets after the digits so that no digit can be added later: 12 → «он екі» · «двенадцать».
 * @param count 0..9999, the most a paper can list
 * @throws RangeError outside of that
 */
export function numberWords(count: number): Bilingual {
	if (!Number.isInteger(count) || count < 0 || count > 9999) throw new RangeError(`No words for ${count}`);
	if (count === 0) return { kk: 'нөл', ru: 'ноль' };
	return { kk: kazakh(count), ru: russian(count) };
}

function kazakh(count: number): string {
	const [thousands, hundreds, tens, ones] = digitsOf(count);
	return spaced([
		thousands > 0 ? `${ONES_KK[thousands]} мың` : '',
		hundreds > 0 ? `${ONES_KK[hundreds]} жүз` : '',
		TENS_KK[tens] ?? '',
		ONES_KK[ones] ?? ''
	]);
}

function russian(count: number): string {
	const [thousands, hundreds, tens, ones] = digitsOf(count);
	const belowHundred = tens === 1 ? [TEENS_RU[ones] ?? ''] : [TENS_RU[tens] ?? '', ONES_RU[ones] ?? ''];
	return spaced([thousandsRu(thousands), HUNDREDS_RU[hundreds] ?? '', ...belowHundred]);
}

/** «тысяча» is feminine and takes its own endings: одна тысяча, две тысячи, пять тысяч. */
function thousandsRu(thousands: number): string {
	if (thousands === 0) return '';
	if (thousands === 1) return 'одна тысяча';
	if (thousands === 2) return 'две тысячи';
	return `${ONES_RU[thousands]} ${thousands <= 4 ? 'тысячи' : 'тысяч'}`;
}

function digitsOf(count: number): [thousands: number, hundreds: number, tens: number, ones: number] {
	return [Math.floor(count / 1000), Math.floor(count / 100) % 10, Math.floor(count / 10) % 10, count % 10];
}

function spaced(words: readonly string[]): string {
	return words.filter((word) => word !== '').join(' ');
}
