import { type Bilingual, type PaperText } from './paper-model.ts';

/* Texts that several papers share. A variable never has an ending: label, colon, value. */

export const APPLICATION_NUMBER: Bilingual = { kk: 'Өтініштің нөмірі', ru: 'Номер заявления' };
export const ROW_NUMBER: Bilingual = { kk: 'Р/с №', ru: '№ п/п' };
export const CONSUMER_NAME: Bilingual = {
	kk: 'Тұтынушының тегі, аты, әкесінің аты',
	ru: 'Фамилия, имя, отчество потребителя'
};
export const SERVICE_COLUMN: Bilingual = { kk: 'Қызмет', ru: 'Услуга' };
export const SERVICE_KIND: Bilingual = { kk: 'Қызмет түрі', ru: 'Вид услуги' };
export const DUE: Bilingual = { kk: 'Мерзімі', ru: 'Срок' };
export const SHEETS: Bilingual = { kk: 'Парақ', ru: 'Листов' };
export const DOCUMENTS_AND_SHEETS: Bilingual = { kk: 'Құжат / парақ', ru: 'Док. / листов' };
export const MARK: Bilingual = { kk: 'Белгі', ru: 'Отметка' };
export const REMARK: Bilingual = { kk: 'Ескертпе', ru: 'Прим.' };
export const FROM: Bilingual = { kk: 'Қайдан', ru: 'Откуда' };
export const TO: Bilingual = { kk: 'Қайда', ru: 'Куда' };
export const COMPILED: Bilingual = { kk: 'Жасалған', ru: 'Составлен' };
export const HANDING_SIDE: Bilingual = { kk: 'Тапсырушы тарап', ru: 'Сдающая сторона' };
export const TAKING_SIDE: Bilingual = { kk: 'Қабылдаушы тарап', ru: 'Принимающая сторона' };
export const COURIER: Bilingual = { kk: 'Курьер', ru: 'Курьер' };
/** Lower case: it follows a name. */
export const COLLECTION_INSPECTOR: Bilingual = {
	kk: 'жинақтау бөлімінің инспекторы',
	ru: 'инспектор накопительного отдела'
};
export const NOTICE: Bilingual = { kk: 'хабарлама', ru: 'уведомление' };
export const REFUSAL: Bilingual = { kk: 'дәлелді бас тарту', ru: 'мотивированный отказ' };

/** A packet whose label was read here while its acceptance is still on another device. */
export const KNOWN_BY_NUMBER: Bilingual = { kk: 'Тек нөмірі белгілі', ru: 'Известен только номер' };

/** An application is here whose service was brought in elsewhere, and its import has not come yet. */
export const SERVICE_UNKNOWN: Bilingual = { kk: 'Қызметі белгісіз', ru: 'Услуга неизвестна' };

/** «2-терезе · окно № 2» as two texts: an ending on a fixed word after the variable is allowed. */
export function windowName(window: number | string): Bilingual {
	return { kk: `${window}-терезе`, ru: `окно № ${window}` };
}

/** An example is marked as one: it must not be taken for the law's list. */
export function asExample(name: PaperText): PaperText {
	if (typeof name === 'string') return `${name} (мысал · пример)`;
	return { kk: `${name.kk} (мысал)`, ru: `${name.ru} (пример)` };
}

/** Both languages in one line, `kk · ru`; once when they are equal. */
export function inline(text: Bilingual): string {
	return text.kk === text.ru ? text.kk : `${text.kk} · ${text.ru}`;
}

/** As the first word of a line: «Дәлелді бас тарту · Мотивированный отказ». */
export function capitalised({ kk, ru }: Bilingual): Bilingual {
	return { kk: kk.charAt(0).toUpperCase() + kk.slice(1), ru: ru.charAt(0).toUpperCase() + ru.slice(1) };
}

/** In the middle of a line: the regulation's name of its result, beside «дәлелді бас тарту». */
export function lowered({ kk, ru }: Bilingual): Bilingual {
	return { kk: kk.charAt(0).toLowerCase() + kk.slice(1), ru: ru.charAt(0).toLowerCase() + ru.slice(1) };
}
