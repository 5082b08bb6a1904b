import { makePaperNumber } from '../../number/paper-number.ts';
import { type ClosingSheetInput } from '../closing-sheet.ts';
import { type LedgerFate, type LedgerRow, type LedgerSheetInput } from '../ledger-sheet.ts';
import { type MorningSheetInput, type MorningStep, type MorningRow } from '../morning-sheet.ts';
import { BODY, CENTER, NAMES, RUN } from './sample-inputs.ts';

/* Sheets by which an office accounts for its work; people and counts are made up. */

const FATES: readonly LedgerFate[] = [
	{ kind: 'sentToCenter', on: '2026-12-05' },
	{ kind: 'handedOut', on: '2026-12-07' },
	{ kind: 'waiting' }
];

/** Rows of a ledger: every fourth is a refusal, every ninth was struck out. */
export function ledgerRows(count: number): readonly LedgerRow[] {
	return Array.from({ length: count }, (_, index) => ({
		entry: String(118 + index),
		recordedOn: '2026-12-04',
		number: makePaperNumber(1, 7, index + 1, (index * 37) % 1000),
		applicant: NAMES[index % NAMES.length] ?? '',
		decision: index % 4 === 3 ? 'refusal' : 'notice',
		executor: 'Тұрсынов Б.Қ.',
		signedBy: index % 5 === 4 ? 'Ким С.В. (м.а. · и.о.)' : 'Әлиева Г.Н.',
		fate:
			index % 9 === 8 ? { kind: 'annulled', on: '2026-12-05' } : (FATES[index % FATES.length] ?? { kind: 'waiting' })
	}));
}

export const LEDGER: LedgerSheetInput = {
	body: BODY,
	ledger: { kk: 'Есепке алу кітабы: Балаларға жәрдемақы', ru: 'Книга учёта: Пособие на детей' },
	paper: { kk: 'Хабарлама', ru: 'Уведомление' },
	from: '2026-12-01',
	to: '2026-12-31',
	rows: ledgerRows(12),
	keptBy: { role: { kk: 'Кеңсе қызметкері', ru: 'Сотрудник канцелярии' }, name: 'Тұрсынов Б.Қ.' },
	run: RUN
};

const HASH = '0ab1c2d3e4f567890ab1c2d3e4f567890ab1c2d3e4f567890ab1c2d3e4f56789';

/** The shift of a window, as in the design's mock-up: both accounts are even. */
export const SHIFT_CLOSING: ClosingSheetInput = {
	of: 'shift',
	office: CENTER,
	place: { window: { kk: '2-терезе', ru: 'окно № 2' }, device: 'W2' },
	responsible: { role: { kk: 'Инспектор', ru: 'Инспектор' }, name: 'Сейітова А.М.' },
	date: '2026-11-23',
	from: 540,
	until: 1080,
	numbers: {
		range: { first: '0001', last: '0061' },
		issued: 61,
		earlier: 0,
		saved: 61,
		sent: 58,
		waiting: 3,
		missing: [],
		annulled: [{ number: '0023', reason: { kk: 'қате', ru: 'ошибка ввода' } }],
		reprints: 2,
		spoiled: 0,
		handwritten: 0
	},
	papers: [
		{
			paper: 'packet',
			at: 'window',
			start: 4,
			came: [{ way: 'accepted', count: 60 }],
			went: [{ way: 'collected', count: 62 }],
			left: 2
		}
	],
	results: { came: 14, handedOut: 9, left: 5 },
	open: { parked: 1, elsewhere: [], discrepancies: 0 },
	acceptedBy: [
		{ name: 'Сейітова А.Б.', count: 52 },
		{ name: 'Юсупов Р.Ә.', count: 9 }
	],
	explanations: [],
	slots: [
		{ kind: 'collect', at: 630, doneAt: 632, lateMinutes: 0, reason: '' },
		{ kind: 'collect', at: 810, doneAt: 845, lateMinutes: 35, reason: 'Жинақтау бөлімі кешікті' },
		{ kind: 'collect', at: 1020, doneAt: 1020, lateMinutes: 0, reason: '' }
	],
	late: [],
	silent: [],
	covers: [{ journal: 'b3f1c9d2-7a54-4c1e-9d0b-52f6a1e7c344', device: 'W2', from: 1841, to: 2117, hash: HASH }],
	registry: { device: '77aa', seq: 341, hash: HASH },
	signers: [
		{ role: { kk: 'Инспектор', ru: 'Инспектор' }, name: 'Сейітова А.М.' },
		{ role: { kk: 'Жинақтау бөлімі', ru: 'Накопительный отдел' }, name: null },
		{ role: { kk: 'Орталық басшысы', ru: 'Руководитель Центра' }, name: null }
	],
	run: RUN
};

/** The day of a body that is not even, with every section of such a sheet. */
export const BODY_CLOSING: ClosingSheetInput = {
	...SHIFT_CLOSING,
	of: 'day',
	office: BODY,
	place: null,
	responsible: { role: { kk: 'Басшы', ru: 'Руководитель' }, name: 'Әлиева Г.Н.' },
	numbers: {
		range: null,
		issued: 12,
		earlier: 0,
		saved: 11,
		sent: 11,
		waiting: 0,
		missing: [{ device: 12, serial: 7 }],
		annulled: [],
		reprints: 0,
		spoiled: 0,
		handwritten: 1
	},
	papers: [
		{
			paper: 'packet',
			at: 'body',
			start: 31,
			came: [
				{ way: 'accepted', count: 12 },
				{ way: 'arrived', count: 24 }
			],
			went: [
				{ way: 'redirected', count: 1 },
				{ way: 'filed', count: 18 }
			],
			left: 47
		},
		{
			paper: 'result',
			at: 'body',
			start: 5,
			came: [{ way: 'signed', count: 18 }],
			went: [
				{ way: 'sentToCenter', count: 15 },
				{ way: 'handedOut', count: 3 }
			],
			left: 5
		}
	],
	results: null,
	open: { parked: 0, elsewhere: [], discrepancies: 1 },
	acceptedBy: [],
	explanations: [
		{
			number: makePaperNumber(1, 7, 12, 5),
			what: { kk: 'Пакет түспеді', ru: 'Пакет не поступил' },
			text: 'Орталықта қалған, ертең бірінші жөнелтумен келеді.',
			by: 'Тұрсынов Б.Қ.'
		}
	],
	slots: [{ kind: 'dispatch', at: 960, doneAt: null, lateMinutes: 0, reason: 'Курьер келмеді' }],
	late: [
		{
			forDay: '2026-11-20',
			device: 'B3',
			person: 'Тұрсынов Б.Қ.',
			facts: 3,
			arrivedAt: { date: '2026-11-23', minutes: 548 },
			applications: [makePaperNumber(1, 7, 40, 11), makePaperNumber(1, 7, 41, 12)]
		}
	],
	silent: [{ device: 'B4', person: 'Ким С.В.', heardAt: { date: '2026-11-23', minutes: 905 } }],
	covers: [
		{ journal: 'b3f1c9d2-7a54-4c1e-9d0b-52f6a1e7c344', device: 'B1', from: 411, to: 480, hash: HASH },
		{ journal: '0d5e7c11-93aa-4f27-8b60-ee1c2b7790f1', device: 'B2', from: 1, to: 64, hash: HASH },
		{ journal: 'f27b6a3c-10c8-4d92-a7f5-91b0c4d8e265', device: 'B3', from: 95, to: 120, hash: null }
	],
	signers: [
		{ role: { kk: 'Кеңсе қызметкері', ru: 'Сотрудник канцелярии' }, name: 'Тұрсынов Б.Қ.' },
		{ role: { kk: 'Басшы', ru: 'Руководитель' }, name: 'Әлиева Г.Н.' }
	]
};

const STEPS: readonly MorningStep[] = [
	{
		step: { kk: 'Тіркеу', ru: 'Регистрация' },
		unit: { kk: 'Кеңсе қызметкері', ru: 'Сотрудник канцелярии' },
		waiting: 6,
		late: 1,
		today: 3,
		tomorrow: 2
	},
	{
		step: { kk: 'Бұрыштама', ru: 'Резолюция' },
		unit: { kk: 'Басшы', ru: 'Руководитель' },
		waiting: 4,
		late: 0,
		today: 4,
		tomorrow: 0
	},
	{
		step: { kk: 'Құжаттарды қарау, хабарламаны дайындау', ru: 'Рассмотрение документов, подготовка уведомления' },
		unit: { kk: 'Жауапты орындаушы', ru: 'Ответственный исполнитель' },
		waiting: 38,
		late: 2,
		today: 5,
		tomorrow: 6
	},
	{
		step: { kk: 'Қол қою', ru: 'Подписание' },
		unit: { kk: 'Басшы', ru: 'Руководитель' },
		waiting: 3,
		late: 1,
		today: 1,
		tomorrow: 0
	},
	{
		step: { kk: 'Кітапқа тіркеу', ru: 'Внесение в книгу' },
		unit: { kk: 'Кеңсе қызметкері', ru: 'Сотрудник канцелярии' },
		waiting: 2,
		late: 0,
		today: 2,
		tomorrow: 0
	}
];

/** Applications by urgency: the first four are late. */
export function urgentRows(count: number): readonly MorningRow[] {
	return Array.from({ length: count }, (_, index) => ({
		number: makePaperNumber(1, 7, index + 1, (index * 37) % 1000),
		applicant: NAMES[index % NAMES.length] ?? '',
		service: 3,
		step: index % 2 === 0 ? { kk: 'Қарау', ru: 'Рассмотрение' } : { kk: 'Қол қою', ru: 'Подписание' },
		holder: index % 2 === 0 ? 'Тұрсынов Б.Қ.' : 'Әлиева Г.Н.',
		due: { date: '2026-11-23', minutes: 600 + index * 15 },
		lateness: index < 4 ? { kk: 'Кешігу: 2 жұмыс күні', ru: 'Просрочка: 2 раб. дн.' } : null
	}));
}

export const MORNING: MorningSheetInput = {
	office: BODY,
	at: { date: '2026-11-23', minutes: 540 },
	steps: STEPS,
	urgent: urgentRows(14),
	run: RUN
};
