import { badgeDigitsOf } from '../../number/badge.ts';
import { makePaperNumber } from '../../number/paper-number.ts';
import { type AcknowledgementInput } from '../acknowledgement.ts';
import { type BadgeCardInput } from '../badge-card.ts';
import { type CollectionSheetInput } from '../collection-sheet.ts';
import { type IncompleteSlipInput } from '../incomplete-slip.ts';
import { type JournalSheetInput } from '../journal-sheet.ts';
import { type MovementSheetInput } from '../movement-sheet.ts';
import { type PacketLabelInput } from '../packet-label.ts';
import { type Bilingual } from '../paper-model.ts';
import { NOTICE, REFUSAL } from '../paper-words.ts';
import { type PrintRun } from '../print-run.ts';
import { type ReceiptInput } from '../receipt.ts';
import { type RegisterSheetRow, type RegisterSheetInput } from '../register-sheet.ts';
import { type ResultLabelInput } from '../result-label.ts';
import { type ResultRegisterSheetInput } from '../result-register-sheet.ts';

/* Made-up people and papers for tests. Together the names contain all nine letters that Russian lacks. */

export const NUMBER = makePaperNumber(1, 7, 42, 731);
export const RESULT_NUMBER = makePaperNumber(2, 7, 42, 731);
export const REGISTER_NUMBER = makePaperNumber(9, 7, 2, 45);
export const NAMES = [
	'Оспанов Ержан Қайратұлы',
	'Әбдірахманова Гүлжаһан Нұрмұхаммедқызы',
	'Ли Анна',
	'Тұрсынбекова Ұлбосын Өмірзаққызы',
	'Ким Сергей Владимирович',
	'Ыңғайбаев Һәкім Іңкәрұлы'
] as const;

export const CENTER: Bilingual = {
	kk: 'Шымкент қаласының № 4 қалалық бөлімі (ХҚКО)',
	ru: 'Центр обслуживания населения, городской отдел № 4 г. Шымкента'
};
export const BODY: Bilingual = {
	kk: 'Шымкент қаласының жұмыспен қамту және әлеуметтік бағдарламалар бөлімі',
	ru: 'Отдел занятости и социальных программ г. Шымкента'
};
const SERVICE_NAME: Bilingual = { kk: 'Балаларға жәрдемақы', ru: 'Пособие на детей' };
const AT = { date: '2026-11-23', minutes: 642 };

export const RUN: PrintRun = {
	copy: 1,
	reprintReason: null,
	printedAt: { date: '2026-11-23', minutes: 643 },
	exampleData: false,
	training: false
};

export const BADGE: BadgeCardInput = {
	digits: badgeDigitsOf('1234567890123456789012345678901234'),
	fullName: NAMES[5],
	staffNumber: '107',
	office: CENTER
};

export const RECEIPT: ReceiptInput = {
	number: NUMBER,
	factHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
	acceptedAt: AT,
	center: {
		name: CENTER,
		address: 'Шымкент қаласы, Сайрам көшесі, нөмірсіз үй',
		phone: '8-7252-48-13-38',
		hours: '9:00–18:00'
	},
	applicant: { fullName: NAMES[0], iin: '900101300017', identityDocument: null },
	representative: null,
	service: {
		kk: '18 жасқа дейінгі балалары бар отбасыларға мемлекеттік жәрдемақылар тағайындау',
		ru: 'Назначение государственных пособий семьям, имеющим детей до 18 лет'
	},
	documents: [
		{
			name: { kk: 'Баланың туу туралы куәлігі', ru: 'Свидетельство о рождении ребёнка' },
			form: 'copy',
			sheets: 1,
			example: true
		},
		{
			name: { kk: 'Отбасы құрамы туралы мәліметтер', ru: 'Сведения о составе семьи' },
			form: 'original',
			sheets: 2,
			example: false
		},
		{ name: 'Жеке куәлік', form: 'copy', sheets: 1, example: false }
	],
	dueOn: '2026-12-10',
	inspector: { fullName: 'Сейітова Айгүл Маратқызы', window: 2 },
	history: { acceptedOffline: true, amendment: null },
	run: RUN
};

export const PACKET_LABEL: PacketLabelInput = {
	number: NUMBER,
	service: 3,
	serviceName: SERVICE_NAME.kk,
	sheets: 4,
	body: 'shymkent',
	bodyName: 'Шымкент',
	acceptedOn: '2026-11-23',
	dueOn: '2026-12-10',
	training: false
};

export const RESULT_LABEL: ResultLabelInput = {
	number: RESULT_NUMBER,
	service: 3,
	serviceName: SERVICE_NAME.kk,
	sheets: 1,
	body: 'shymkent',
	centerName: '№ 4 қалалық бөлім',
	recordedOn: '2026-12-04',
	training: false
};

/** Rows of a register; with `unknown` every eighth packet is known by its number only. */
export function registerRows(count: number, unknown = false): readonly RegisterSheetRow[] {
	return Array.from({ length: count }, (_, index): RegisterSheetRow => {
		const number = makePaperNumber(1, 7, index + 1, (index * 37) % 1000);
		if (unknown && index % 8 === 7) {
			return { number, acceptedOn: null, applicant: null, service: null, documents: null, sheets: null, dueOn: null };
		}
		return {
			number,
			acceptedOn: '2026-11-23',
			applicant: NAMES[index % NAMES.length] ?? null,
			service: 3,
			documents: 2,
			sheets: 3,
			dueOn: '2026-12-10'
		};
	});
}

export const REGISTER: RegisterSheetInput = {
	number: REGISTER_NUMBER,
	from: {
		kk: 'Шымкент қ., № 4 қалалық бөлім, жинақтау бөлімі',
		ru: 'г. Шымкент, городской отдел № 4, накопительный отдел'
	},
	to: BODY,
	compiledAt: { date: '2026-11-23', minutes: 710 },
	ofDay: { count: 1, least: 2 },
	compiledBy: 'Әлиева Г.Н.',
	courier: null,
	rows: registerRows(12),
	run: RUN
};

export const RESULT_REGISTER: ResultRegisterSheetInput = {
	number: makePaperNumber(9, 8, 2, 45),
	from: BODY,
	to: CENTER,
	compiledAt: { date: '2026-12-04', minutes: 960 },
	compiledBy: 'Тұрсынов Б.Қ.',
	courier: 'Серіков Н.',
	rows: NAMES.map((applicant, index) => ({
		number: makePaperNumber(2, 7, index + 1, 3),
		applicant,
		service: 3,
		result: index === 2 ? REFUSAL : NOTICE,
		bookNumber: String(118 + index),
		bookDate: '2026-12-04',
		sheets: 1
	})),
	run: RUN
};

export const ACKNOWLEDGEMENT: AcknowledgementInput = {
	number: NUMBER,
	serviceName: SERVICE_NAME,
	result: {
		kind: 'granted',
		paper: { kk: 'Хабарлама', ru: 'Уведомление' },
		bookNumber: '118',
		bookDate: '2026-12-04',
		sheets: 1
	},
	recipient: { as: 'applicant', fullName: NAMES[0] },
	applicant: NAMES[0],
	signer: null,
	shownDocument: { kind: { kk: 'жеке куәлік', ru: 'удостоверение личности' }, number: '041234417' },
	returned: { documents: 1, sheets: 2 },
	handedOutAt: { date: '2026-12-07', minutes: 920 },
	inspector: { name: 'Сейітова А.М.', window: 2 },
	run: RUN
};

export const COLLECTION: CollectionSheetInput = {
	center: CENTER,
	window: 2,
	slot: 630,
	collectedAt: { date: '2026-11-23', minutes: 634 },
	handedBy: 'Сейітова А.М.',
	collectedBy: 'Әлиева Г.Н.',
	rows: registerRows(9, true),
	run: RUN
};

export const SLIP: IncompleteSlipInput = {
	serviceName: SERVICE_NAME,
	missing: [
		{ name: { kk: 'Баланың туу туралы куәлігі', ru: 'Свидетельство о рождении ребёнка' }, example: true },
		{ name: 'Жеке куәлік', example: false }
	],
	cameAt: { date: '2026-11-23', minutes: 605 },
	window: 2,
	phone: '8-7252-48-13-38',
	run: RUN
};

export const MOVEMENT: MovementSheetInput = {
	number: NUMBER,
	steps: [
		{
			at: AT,
			action: { kk: 'Өтініш қабылданды', ru: 'Заявление принято' },
			holder: { kk: 'терезеде', ru: 'в окне' },
			person: 'Сейітова А.М.',
			limit: { kk: '30 мин', ru: '30 мин' },
			taken: { kk: '12 мин', ru: '12 мин' },
			inTime: true
		},
		{
			at: { date: '2026-11-25', minutes: 600 },
			action: { kk: 'Уәкілетті органға түсті', ru: 'Поступило в уполномоченный орган' },
			holder: { kk: 'кеңседе', ru: 'в канцелярии' },
			person: 'Тұрсынов Б.Қ.',
			limit: { kk: '1 жұмыс күні', ru: '1 раб. дн.' },
			taken: { kk: '2 жұмыс күні', ru: '2 раб. дн.' },
			inTime: false
		}
	],
	chainChecked: true,
	compiledOn: '2026-12-11',
	compiledBy: { name: 'Әлиева Г.Н.', role: { kk: 'Басшы', ru: 'Руководитель' } },
	run: RUN
};

export const JOURNAL: JournalSheetInput = {
	center: CENTER,
	from: '2026-11-23',
	to: '2026-11-23',
	rows: registerRows(3).map((row, index) => ({
		number: row.number,
		acceptedOn: '2026-11-23',
		acceptedAtMinutes: 545 + index * 7,
		applicant: NAMES[index] ?? '',
		service: 3,
		documents: 2,
		sheets: 3,
		inspector: 'Сейітова А.М.',
		window: 2,
		collectedBy: index === 0 ? 'Әлиева Г.Н.' : null
	})),
	run: RUN
};
