import { type Sex } from '../number/iin.ts';
import { normaliseName } from './person-name.ts';

/** Each of these endings is used for one sex only: the Kazakh ones, those of the neighbours, the Russian ones. */
const MALE = ['ұлы', 'улы', 'ұғлы', 'угли', 'ўғли', 'оғлы', 'оглы', 'оғли', 'огли', 'ич'];
const FEMALE = ['қызы', 'кызы', 'қизи', 'кизи', 'ғызы', 'гызы', 'вна', 'чна'];

/** The sex by a patronymic, written in one word or two («Марат ұлы»); null where its ending does not show it. */
export function sexOfPatronymic(patronymic: string): Sex | null {
	const name = normaliseName(patronymic)
		.toLowerCase()
		.replace(/[^\p{L}]+/gu, '');
	const ends = (endings: readonly string[]) => endings.some((ending) => name.endsWith(ending) && name !== ending);
	if (ends(MALE)) return 'male';
	return ends(FEMALE) ? 'female' : null;
}
