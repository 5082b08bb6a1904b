import { type Bilingual } from './paper-model.ts';

/* Names of the lines of a closing: the same on the screen before closing and on the sheet. */

/** Whose papers are balanced. */
export type ClosedAt = 'window' | 'collection' | 'chancery' | 'center' | 'body';

/** How papers came. */
export type PaperIn =
	| 'accepted'
	| 'collected'
	| 'arrived'
	| 'prepared'
	| 'signed'
	| 'broughtBack'
	| 'annulled'
	| 'later'
	| 'total'
	| 'other';
/** How papers went. */
export type PaperOut =
	| 'collected'
	| 'dispatched'
	| 'toHead'
	| 'sentToCenter'
	| 'handedOut'
	| 'givenBack'
	| 'redirected'
	| 'filed'
	| 'lost'
	| 'annulled'
	| 'later'
	| 'total'
	| 'other';

export const CAME: Readonly<Record<PaperIn, Bilingual>> = {
	accepted: { kk: 'Қабылданды', ru: 'Принято' },
	collected: { kk: 'Терезелерден жиналды', ru: 'Собрано из окон' },
	arrived: { kk: 'Түсті', ru: 'Поступило' },
	signed: { kk: 'Қол қойылды', ru: 'Подписано' },
	prepared: { kk: 'Дайындалды', ru: 'Подготовлено' },
	broughtBack: { kk: 'Табылды', ru: 'Найдено' },
	annulled: { kk: 'Жазбаның күші жойылып, қайта келді', ru: 'Вернулось: запись аннулирована' },
	later: { kk: 'Кейін келген жазбалар бойынша', ru: 'По записям, поступившим позже' },
	total: { kk: 'Келгені', ru: 'Поступило' },
	other: { kk: 'Басқа жазба бойынша келді', ru: 'Поступило по другой записи' }
};
export const WENT: Readonly<Record<PaperOut, Bilingual>> = {
	collected: { kk: 'Жинақтау бөліміне тапсырылды', ru: 'Сдано в накопительный отдел' },
	dispatched: { kk: 'Уәкілетті органға жөнелтілді', ru: 'Отправлено в уполномоченный орган' },
	sentToCenter: { kk: 'Орталыққа жөнелтілді', ru: 'Отправлено в Центр' },
	handedOut: { kk: 'Берілді', ru: 'Выдано' },
	redirected: { kk: 'Басқа органға жөнелтілді', ru: 'Отправлено в другой орган' },
	filed: { kk: 'Мұрағатта қалды', ru: 'Осталось в архиве' },
	toHead: { kk: 'Тіркеліп, басшыға берілді', ru: 'Зарегистрировано и передано руководителю' },
	givenBack: { kk: 'Өтініш берушіге берілді', ru: 'Возвращено заявителю' },
	lost: { kk: 'Іздестірілуде', ru: 'В розыске' },
	annulled: { kk: 'Жазбаның күші жойылды', ru: 'Запись аннулирована' },
	later: { kk: 'Кейін келген жазбалар бойынша', ru: 'По записям, поступившим позже' },
	total: { kk: 'Кеткені', ru: 'Выбыло' },
	other: { kk: 'Басқа жазба бойынша кетті', ru: 'Выбыло по другой записи' }
};
export const START: Readonly<Record<ClosedAt, Bilingual>> = {
	window: { kk: 'Ауысым басында терезеде', ru: 'На начало смены в окне' },
	collection: { kk: 'Ауысым басында бөлімде', ru: 'На начало смены в отделе' },
	chancery: { kk: 'Ауысым басында кеңседе', ru: 'На начало смены в канцелярии' },
	center: { kk: 'Күн басында Орталықта', ru: 'На начало дня в Центре' },
	body: { kk: 'Күн басында органда', ru: 'На начало дня в органе' }
};
export const LEFT: Readonly<Record<ClosedAt, Bilingual>> = {
	window: { kk: 'Ауысым соңында терезеде', ru: 'На конец смены в окне' },
	collection: { kk: 'Ауысым соңында бөлімде', ru: 'На конец смены в отделе' },
	chancery: { kk: 'Ауысым соңында кеңседе', ru: 'На конец смены в канцелярии' },
	center: { kk: 'Күн соңында Орталықта', ru: 'На конец дня в Центре' },
	body: { kk: 'Күн соңында органда', ru: 'На конец дня в органе' }
};
export const NUMBERS = {
	issued: { kk: 'Берілген нөмір', ru: 'Выдано номеров' },
	earlier: { kk: 'Бұрынғы күндердің нөмірлері', ru: 'Номера прежних дней' },
	saved: { kk: 'Сақталған жазба', ru: 'Сохранено записей' },
	sent: { kk: 'оның ішінде жіберілді', ru: 'в том числе передано' },
	waiting: { kk: 'күтіп тұр', ru: 'ожидает передачи' },
	missing: { kk: 'Жазбасы келмеген нөмірлер', ru: 'Номера, записи которых не поступили' },
	annulled: { kk: 'Күші жойылған', ru: 'Аннулировано' },
	reprinted: { kk: 'Қайта басылған', ru: 'Напечатано повторно' },
	spoiled: { kk: 'Бүлінген', ru: 'Испорчено' },
	handwritten: { kk: 'Қолмен жазылған', ru: 'Написано от руки' }
} as const satisfies Record<string, Bilingual>;
/** Parts of a closing besides its balances. */
export const PARTS = {
	slots: { kk: 'Жинау мен жөнелту уақыттары', ru: 'Время сборов и отправок' },
	late: { kk: 'Кеш түскен жазбалар', ru: 'Записи, поступившие поздно' },
	silent: { kk: 'Әлі жазба келмеген құрылғылар', ru: 'Устройства, от которых ещё нет записей' },
	covers: { kk: 'Жабылатын журналдар', ru: 'Закрываемые журналы' }
} as const satisfies Record<string, Bilingual>;
/** Change of the previous sheet's remaining count by later records. */
export const MOVED: Bilingual = CAME.later;
export const OPEN = {
	title: { kk: 'Ашық қалғандар', ru: 'Осталось открытым' },
	parked: { kk: 'Кейінге қалдырылған өтініш', ru: 'Отложенных заявлений' },
	unexplained: { kk: 'Түсіндірмесі жоқ сәйкессіздік', ru: 'Расхождений без пояснения' }
} as const satisfies Record<string, Bilingual>;
