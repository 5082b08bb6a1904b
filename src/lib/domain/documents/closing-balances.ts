import { type Bilingual, type TallyRow } from './paper-model';

/*
 * The two accounts of a closing sheet. Each ends with a line that writes the sum out with its sign, so that a reader
 * can add up for himself.
 */

/** Numbers given on the devices of the sheet, and the records that stand for them. */
export type NumbersBalance = {
	/** First and last serial given, as printed («0001»); null for many devices, or for none given. */
	readonly range: { readonly first: string; readonly last: string } | null;
	readonly issued: number;
	readonly saved: number;
	readonly sent: number;
	readonly waiting: number;
	/** Serials given of which no record came: the first ones, by device and in order. */
	readonly missing: readonly { readonly device: number; readonly serial: number }[];
	/** What was annulled: serial or number, and why. */
	readonly annulled: readonly { readonly number: string; readonly reason: Bilingual }[];
	readonly reprints: number;
	/** Receipts or talons written by hand. */
	readonly handwritten: number;
};

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

/** Papers of one kind in one place, from opening to closing. */
export type PapersBalance = {
	readonly paper: 'packet' | 'result';
	readonly at: 'window' | 'collection' | 'chancery' | 'center' | 'body';
	readonly start: number;
	readonly came: readonly { readonly way: PaperIn; readonly count: number }[];
	readonly went: readonly { readonly way: PaperOut; readonly count: number }[];
	/** Counted at the closing, not reckoned. */
	readonly left: number;
};

const IN: Readonly<Record<PaperIn, Bilingual>> = {
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
const OUT: Readonly<Record<PaperOut, Bilingual>> = {
	collected: { kk: 'Жинақтау бөліміне тапсырылды', ru: 'Сдано в накопительный отдел' },
	dispatched: { kk: 'Уәкілетті органға жөнелтілді', ru: 'Отправлено в уполномоченный орган' },
	sentToCenter: { kk: 'Орталыққа жөнелтілді', ru: 'Отправлено в Центр' },
	handedOut: { kk: 'Берілді', ru: 'Выдано' },
	redirected: { kk: 'Басқа органға жөнелтілді', ru: 'Отправлено в другой орган' },
	filed: { kk: 'Іске тігілді', ru: 'Подшито в дело' },
	toHead: { kk: 'Тіркеліп, басшыға берілді', ru: 'Зарегистрировано и передано руководителю' },
	givenBack: { kk: 'Өтініш берушіге қайтты', ru: 'Возвращено заявителю' },
	lost: { kk: 'Іздестірілуде', ru: 'В розыске' },
	annulled: { kk: 'Жазбаның күші жойылды', ru: 'Запись аннулирована' },
	later: { kk: 'Кейін келген жазбалар бойынша', ru: 'По записям, поступившим позже' },
	total: { kk: 'Кеткені', ru: 'Выбыло' },
	other: { kk: 'Басқа жазба бойынша кетті', ru: 'Выбыло по другой записи' }
};
const PLACES: Readonly<Record<PapersBalance['at'], { readonly start: Bilingual; readonly end: Bilingual }>> = {
	window: {
		start: { kk: 'Ауысым басында терезеде', ru: 'На начало смены в окне' },
		end: { kk: 'Ауысым соңында терезеде', ru: 'На конец смены в окне' }
	},
	collection: {
		start: { kk: 'Ауысым басында бөлімде', ru: 'На начало смены в отделе' },
		end: { kk: 'Ауысым соңында бөлімде', ru: 'На конец смены в отделе' }
	},
	chancery: {
		start: { kk: 'Ауысым басында кеңседе', ru: 'На начало смены в канцелярии' },
		end: { kk: 'Ауысым соңында кеңседе', ru: 'На конец смены в канцелярии' }
	},
	center: {
		start: { kk: 'Күн басында Орталықта', ru: 'На начало дня в Центре' },
		end: { kk: 'Күн соңында Орталықта', ru: 'На конец дня в Центре' }
	},
	body: {
		start: { kk: 'Күн басында органда', ru: 'На начало дня в органе' },
		end: { kk: 'Күн соңында органда', ru: 'На конец дня в органе' }
	}
};

/** Whether every number given has its record, and every record is sent or waits to be. */
export function numbersBalance({ issued, saved, sent, waiting }: NumbersBalance): boolean {
	return issued === saved && saved === sent + waiting;
}

/** Whether what was there and came is what went and is left. */
export function papersBalance({ start, came, went, left }: PapersBalance): boolean {
	return start + sumOf(came) === sumOf(went) + left;
}

/** The account of numbers: issued = saved = sent + waiting. */
export function numbersRows(balance: NumbersBalance): readonly TallyRow[] {
	const { range, issued, saved, sent, waiting, annulled } = balance;
	const sum = `${issued} ${compared(issued, saved)} ${saved} ${compared(saved, sent + waiting)} ${sent} + ${waiting}`;
	return [
		row(
			{ kk: 'Берілген нөмір', ru: 'Выдано номеров' },
			issued,
			range === null ? null : `${range.first} – ${range.last}`
		),
		row({ kk: 'Сақталған жазба', ru: 'Сохранено записей' }, saved),
		{ ...row({ kk: 'оның ішінде жіберілді', ru: 'в том числе передано' }, sent), part: true },
		{ ...row({ kk: 'күтіп тұр', ru: 'ожидает передачи' }, waiting), part: true },
		verdict(sum, numbersBalance(balance)),
		...withoutRecord(balance),
		row({ kk: 'Күші жойылған', ru: 'Аннулировано' }, annulled.length, reasons(annulled)),
		row({ kk: 'Қайта басылған', ru: 'Напечатано повторно' }, balance.reprints),
		row({ kk: 'Қолмен жазылған', ru: 'Написано от руки' }, balance.handwritten)
	];
}

/** The account of papers: start + came = went + left. */
export function papersRows(balance: PapersBalance): readonly TallyRow[] {
	const { at, start, came, went, left } = balance;
	const even = papersBalance(balance);
	const before = [start, ...came.map(({ count }) => count)].join(' + ');
	const after = [...went.map(({ count }) => count), left].join(' + ');
	return [
		row(PLACES[at].start, start),
		...came.map(({ way, count }) => row(IN[way], count)),
		...went.map(({ way, count }) => row(OUT[way], count)),
		row(PLACES[at].end, left),
		verdict(`${before} ${even ? '=' : '≠'} ${after}`, even)
	];
}

/** One line of an account. */
export function row(label: Bilingual, value: number | string, remark: TallyRow['remark'] = null): TallyRow {
	return { label, value: String(value), remark };
}

/** Which numbers have no record: only where there are any. */
function withoutRecord({ issued, saved, missing, range }: NumbersBalance): readonly TallyRow[] {
	if (missing.length === 0) return [];
	const count = Math.max(issued - saved, missing.length);
	const listed = [...Map.groupBy(missing, ({ device }) => device)].map(([device, ones]) => {
		const serials = serialRanges(ones.map(({ serial }) => serial));
		return range === null ? `${device}: ${serials}` : serials;
	});
	const label: Bilingual = { kk: 'Жазбасы келмеген нөмірлер', ru: 'Номера, записи которых не поступили' };
	return [{ ...row(label, count, listed.join('; ') + (count > missing.length ? '; …' : '')), sign: 'bad' }];
}

/** «0003 – 0005, 0009». */
function serialRanges(serials: readonly number[]): string {
	const ranges: { from: number; to: number }[] = [];
	for (const serial of serials) {
		const last = ranges.at(-1);
		if (last && serial === last.to + 1) last.to = serial;
		else ranges.push({ from: serial, to: serial });
	}
	const shown = (serial: number) => String(serial).padStart(4, '0');
	return ranges.map(({ from, to }) => (from === to ? shown(from) : `${shown(from)} – ${shown(to)}`)).join(', ');
}

function verdict(sum: string, even: boolean): TallyRow {
	return {
		label: { kk: 'Салыстыру', ru: 'Сверка' },
		value: '',
		remark: { label: even ? { kk: 'тең', ru: 'равно' } : { kk: 'тең емес', ru: 'не равно' }, value: sum },
		sign: even ? 'good' : 'bad'
	};
}

function compared(a: number, b: number): string {
	return a === b ? '=' : '≠';
}

function reasons(annulled: NumbersBalance['annulled']): Bilingual | null {
	if (annulled.length === 0) return null;
	const listed = (lang: keyof Bilingual) =>
		annulled.map(({ number, reason }) => `${number}: ${reason[lang]}`).join('; ');
	return { kk: listed('kk'), ru: listed('ru') };
}

function sumOf(ways: readonly { readonly count: number }[]): number {
	return ways.reduce((sum, { count }) => sum + count, 0);
}
