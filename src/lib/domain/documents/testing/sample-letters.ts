import { makePaperNumber } from '../../number/paper-number.ts';
import { type ResultLetterInput } from '../result-letter.ts';
import {
	EXAMPLE_APPEAL,
	EXAMPLE_TEMPLATES,
	fillTemplate,
	paragraphsOf,
	type TemplateKind
} from '../result-template.ts';
import { type TalonInput } from '../talon.ts';
import { BODY, NAMES, NUMBER, RESULT_NUMBER, RUN } from './sample-inputs.ts';

/* Papers that an authorized body gives to an applicant; people and texts are made up. */

export const BODY_OFFICE = { name: BODY, address: 'Шымкент қаласы, Төлеби көшесі, № 21 үй', phone: '8(7252) 53-41-77' };
const WHEELCHAIR = {
	kk: 'Мүгедектерге кресло-арбаларды беру үшін оларға құжаттарды ресімдеу',
	ru: 'Оформление документов на инвалидов для предоставления им кресло-колясок'
};
const BENEFIT = {
	kk: '18 жасқа дейінгі балалары бар отбасыларға мемлекеттік жәрдемақылар тағайындау',
	ru: 'Назначение государственных пособий семьям, имеющим детей до 18 лет'
};

export const TALON: TalonInput = {
	number: makePaperNumber(1, 21, 3, 788),
	factHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
	acceptedAt: { date: '2026-11-23', minutes: 680 },
	body: BODY_OFFICE,
	service: WHEELCHAIR,
	documents: 4,
	sheets: 9,
	dueOn: '2026-12-07',
	acceptedBy: 'Тұрсынов Б.Қ.',
	history: { acceptedOffline: true, amendment: null },
	run: RUN
};

/** The example text of a kind in both languages, filled for the first of the made-up people. */
export function letterText(kind: TemplateKind): ResultLetterInput['text'] {
	const { text } = EXAMPLE_TEMPLATES[kind];
	const common = { applicant: NAMES[0], number: NUMBER.replace(/(\d{4})(?=\d)/g, '$1\u00a0') };
	const fields = {
		kk: { ...common, service: BENEFIT.kk, date: '2026 жылғы 23 қараша', body: BODY.kk },
		ru: { ...common, service: BENEFIT.ru, date: '23 ноября 2026 года', body: BODY.ru }
	};
	return {
		kk: paragraphsOf(fillTemplate(text.kk, fields.kk).text),
		ru: paragraphsOf(fillTemplate(text.ru, fields.ru).text)
	};
}

export const NOTICE_LETTER: ResultLetterInput = {
	number: RESULT_NUMBER,
	applicationNumber: NUMBER,
	acceptedOn: '2026-11-23',
	body: BODY_OFFICE,
	ledger: { number: '118', date: '2026-12-04' },
	applicant: { fullName: NAMES[0], iin: '900101300017', address: 'Шымкент қаласы, Сайрам көшесі, 14-үй, 8-пәтер' },
	service: BENEFIT,
	language: 'kk',
	text: letterText('notice'),
	outcome: { kind: 'notice', paper: { kk: 'Хабарлама', ru: 'Уведомление' } },
	head: { name: 'Әлиева Г.Н.', acting: false },
	executor: { name: 'Тұрсынов Б.Қ.', phone: '8(7252) 53-41-79' },
	run: { ...RUN, exampleData: true }
};

export const REFUSAL_LETTER: ResultLetterInput = {
	...NOTICE_LETTER,
	ledger: null,
	language: 'ru',
	text: letterText('refusal'),
	outcome: {
		kind: 'refusal',
		appeal: EXAMPLE_APPEAL,
		grounds: [
			{
				name: { kk: 'Құжаттар толық ұсынылмады', ru: 'Документы представлены не в полном объёме' },
				explanation: {
					kk: 'Отбасы құрамы туралы мәліметтер тапсырылмаған. Жетіспейтін құжат туралы 25.11.2026 күні телефонмен айтылды.',
					ru: 'Не сданы сведения о составе семьи. О недостающем документе сообщено по телефону 25.11.2026.'
				},
				example: true
			},
			{
				name: { kk: 'Отбасының табысы белгіленген шектен асады', ru: 'Доход семьи выше установленного предела' },
				explanation: {
					kk: 'Есептеу тоқсаны бойынша бір адамға шаққандағы орташа табыс отбасы ұсынған мәліметтер негізінде есептелді.',
					ru: 'Среднедушевой доход за расчётный квартал посчитан по сведениям, которые представила семья.'
				},
				example: false
			}
		]
	},
	head: { name: 'Ким С.В.', acting: true }
};
