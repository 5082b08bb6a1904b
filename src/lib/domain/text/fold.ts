/**
 * Latin letters and the Cyrillic ones that look the same, case by case: «H» looks like «Н» but «h» like «һ», «Y» like
 * «Ү» but «y» like «у». The resolution itself writes «мемлекеттiк» with a Latin i.
 */
const LOOK_ALIKES = new Map<string, string>(
	Object.entries({
		...{ a: 'а', c: 'с', e: 'е', k: 'к', o: 'о', p: 'р', x: 'х', y: 'у', i: 'і', ə: 'ә', h: 'һ' },
		...{
			A: 'А',
			B: 'В',
			C: 'С',
			E: 'Е',
			H: 'Н',
			K: 'К',
			M: 'М',
			O: 'О',
			P: 'Р',
			T: 'Т',
			X: 'Х',
			Y: 'Ү',
			I: 'І',
			Ə: 'Ә'
		}
	})
);

/** What stands on a Russian keyboard for a Kazakh letter. */
const TYPED_ON_RUSSIAN_LAYOUT: Readonly<Record<string, string>> = {
	ә: 'а',
	ғ: 'г',
	қ: 'к',
	ң: 'н',
	ө: 'о',
	ұ: 'у',
	ү: 'у',
	һ: 'х',
	і: 'и'
};

/**
 * Puts Cyrillic letters in the place of Latin look-alikes inside words that hold a Cyrillic letter; words of Latin
 * letters only (a foreign name in a passport) stay as they are. Letter case is kept.
 */
export function withoutLatinLookAlikes(text: string): string {
	return text.normalize('NFC').replace(/[\p{L}\p{M}]+/gu, (word) => {
		if (!/\p{Script=Cyrillic}/u.test(word)) return word;
		return [...word].map((letter) => LOOK_ALIKES.get(letter) ?? letter).join('');
	});
}

/**
 * The key by which texts are searched: NFC, lower case, ё as е, Latin look-alikes as Cyrillic, spaces collapsed.
 * Never shown and never printed: documents keep the typed form.
 */
export function fold(text: string): string {
	// Never a locale here: Turkish rules would make «І» and «I» into other letters.
	return withoutLatinLookAlikes(text).toLowerCase().replaceAll('ё', 'е').replace(/\s+/gu, ' ').trim();
}

/**
 * A coarser key: Kazakh letters as they are typed on a Russian layout, so that «Оспанов Кайрат» finds «Оспанов Қайрат».
 * Hits by this key alone are told as similar, not as equal.
 */
export function foldLoosely(text: string): string {
	return fold(text).replace(/[әғқңөұүһі]/gu, (letter) => TYPED_ON_RUSSIAN_LAYOUT[letter]!);
}
