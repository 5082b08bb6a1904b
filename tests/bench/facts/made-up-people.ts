import { type Applicant } from '#lib/domain/fact/application-facts.ts';

const SURNAMES = [
	'Оспанов',
	'Әбдірахманов',
	'Тұрсынбеков',
	'Жүнісов',
	'Сейітов',
	'Қалиев',
	'Ыңғайбаев',
	'Ким',
	'Петренко'
];
const GIVEN = ['Ержан', 'Гүлжаһан', 'Ұлбосын', 'Айгүл', 'Нұрлан', 'Әсел', 'Өмірзақ', 'Сергей', 'Дина', 'Һәкім'];
const PATRONYMICS = ['Қайратұлы', 'Нұрмұхаммедқызы', 'Өмірзаққызы', 'Бекенқызы', 'Сәкенқызы', 'Владимирович'];
const STREETS = ['Сайрам', 'Тәуке хан', 'Байтұрсынов', 'Қонаев', 'Республика', 'Жібек жолы'];

const pick = (list: readonly string[], nr: number): string => list[nr % list.length]!;

/** A made-up applicant with everything that an inspector types in, and four documents. The same number, the same person. */
export function applicantOf(nr: number): Applicant {
	const day = String(1 + (nr % 28)).padStart(2, '0');
	const month = String(1 + (nr % 12)).padStart(2, '0');
	return {
		surname: pick(SURNAMES, nr),
		given: pick(GIVEN, Math.floor(nr / 9)),
		patronymic: pick(PATRONYMICS, Math.floor(nr / 90)),
		iin: `85${month}${day}4${String(nr % 100_000).padStart(5, '0')}`,
		birthDate: `1985-${month}-${day}`,
		sex: nr % 3 === 0 ? 'male' : 'female',
		address: `Шымкент қаласы, ${pick(STREETS, nr)} көшесі, ${1 + (nr % 180)} үй, ${1 + (nr % 60)} пәтер`,
		phone: `+7 701 ${String(nr % 10_000_000).padStart(7, '0')}`,
		documents: [
			'Жеке куәлік',
			'Баланың (балалардың) туу туралы куәлігі',
			'Отбасы құрамы туралы мәліметтер',
			'Отбасы мүшелерінің табыстары туралы мәліметтер'
		]
	};
}
