import { formatNumber, type PaperNumber } from '../number/paper-number.ts';
import { type LocalMoment, shortDate, shortMoment } from './paper-dates.ts';
import { type Bilingual, type PaperModel, type PaperText } from './paper-model.ts';
import { APPLICATION_NUMBER, ROW_NUMBER } from './paper-words.ts';
import { marksBlock, printFooter, type PrintRun } from './print-run.ts';

export type MovementStep = {
	readonly at: LocalMoment;
	readonly action: Bilingual;
	readonly holder: Bilingual;
	/** Surname and post. */
	readonly person: PaperText;
	/** The limit as text («1 жұмыс күні · 1 раб. дн.»), or null where there is none. */
	readonly limit: Bilingual | null;
	readonly taken: Bilingual | null;
	readonly inTime: boolean | null;
};

export type MovementSheetInput = {
	readonly number: PaperNumber;
	readonly steps: readonly MovementStep[];
	/** Whether the chain of the journal's hashes was checked on this device. */
	readonly chainChecked: boolean;
	/** `YYYY-MM-DD`. */
	readonly compiledOn: string;
	readonly compiledBy: { readonly name: string; readonly role: Bilingual };
	readonly run: PrintRun;
};

const TITLE: Bilingual = { kk: 'Пакеттің қозғалыс парағы', ru: 'Лист движения пакета' };
const CHECKED: Bilingual = {
	kk: 'Журнал жазбаларынан құрастырылды, тізбегі тексерілді',
	ru: 'Составлено по записям журнала, цепочка проверена'
};
const UNCHECKED: Bilingual = { kk: 'Журнал жазбаларынан құрастырылды', ru: 'Составлено по записям журнала' };
const IN_TIME: Bilingual = { kk: 'иә', ru: 'да' };
const LATE: Bilingual = { kk: 'жоқ', ru: 'нет' };

/** Where a packet was, with whom and for how long: to answer a complaint. */
export function movementSheet(input: MovementSheetInput): PaperModel {
	return {
		kind: 'movement-sheet',
		format: 'A4-landscape',
		title: TITLE,
		number: input.number,
		codes: { code128: input.number },
		pageCount: true,
		training: input.run.training,
		blocks: [
			{ type: 'heading', level: 1, text: TITLE },
			...marksBlock(input.run),
			{ type: 'number', label: APPLICATION_NUMBER, grouped: formatNumber(input.number) },
			{
				type: 'table',
				columns: [
					{ label: ROW_NUMBER, width: 14, align: 'end' },
					{ label: { kk: 'Күні, уақыты', ru: 'Дата, время' }, width: 28, align: 'start' },
					{ label: { kk: 'Әрекет', ru: 'Действие' }, width: 'fill', align: 'start' },
					{ label: { kk: 'Кімде болды', ru: 'У кого находился' }, width: 42, align: 'start' },
					{ label: { kk: 'Тегі, лауазымы', ru: 'Фамилия, должность' }, width: 46, align: 'start' },
					{ label: { kk: 'Шегі', ru: 'Предел' }, width: 27, align: 'start' },
					{ label: { kk: 'Нақты', ru: 'Фактически' }, width: 27, align: 'start' },
					{ label: { kk: 'Мерзімінде', ru: 'В срок' }, width: 25, align: 'center' }
				],
				rows: input.steps.map((step, index) => [
					String(index + 1),
					shortMoment(step.at),
					step.action,
					step.holder,
					step.person,
					step.limit ?? '—',
					step.taken ?? '—',
					step.inTime === null ? '—' : step.inTime ? IN_TIME : LATE
				])
			},
			{ type: 'note', arrangement: 'line', text: input.chainChecked ? CHECKED : UNCHECKED },
			{
				type: 'signatures',
				parties: [
					{
						role: input.compiledBy.role,
						name: input.compiledBy.name,
						detail: { label: { kk: 'Күні', ru: 'Дата' }, value: shortDate(input.compiledOn) },
						lines: ['signature']
					}
				]
			},
			printFooter(input.run)
		]
	};
}
