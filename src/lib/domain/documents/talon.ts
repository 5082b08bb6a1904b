import { formatNumber, type PaperNumber } from '../number/paper-number.ts';
import { receiptQr } from './code-payloads.ts';
import { fieldBelow, fieldInLine } from './fields.ts';
import { type Office, officeLetterhead } from './office-letterhead.ts';
import { dateWithWeekday, type LocalMoment, momentWithWeekday } from './paper-dates.ts';
import { type Bilingual, type FieldBlock, type PaperModel } from './paper-model.ts';
import { APPLICATION_NUMBER, SERVICE_KIND } from './paper-words.ts';
import { standingMarks, type PaperHistory, printFooter, type PrintRun } from './print-run.ts';

export type TalonInput = {
	readonly number: PaperNumber;
	/** Hash of the acceptance fact, as text. */
	readonly factHash: string;
	/** Time of the application, which in a body is the time of its registration. */
	readonly acceptedAt: LocalMoment;
	readonly body: Office;
	/** The service's full name, or its working name to keep the roll short. */
	readonly service: Bilingual;
	readonly documents: number;
	readonly sheets: number;
	/** `YYYY-MM-DD`; null unless the regulation's data contain a total term with its source (reading C34). */
	readonly dueOn: string | null;
	/** Surname and initials, «Тұрсынов Б.Қ.». */
	readonly acceptedBy: string;
	readonly history: PaperHistory;
	readonly run: PrintRun;
};

const TITLE: Bilingual = { kk: 'Талон', ru: 'Талон' };

/**
 * The talon (талон) of an authorized body, on the 80 mm roll: paragraph 13 asks for registration, the day of receiving the service,
 * surname and initials of the accepting person. In addition: number with codes, service, counts.
 */
export function talon(input: TalonInput): PaperModel {
	return {
		kind: 'talon',
		format: 'roll-80',
		title: TITLE,
		number: input.number,
		codes: { code128: input.number, qr: receiptQr(input.number, input.factHash) },
		pageCount: false,
		training: input.run.training,
		blocks: [
			officeLetterhead(input.body, standingMarks(input.run, input.history)),
			{ type: 'heading', level: 1, text: TITLE },
			{ type: 'number', label: APPLICATION_NUMBER, grouped: formatNumber(input.number) },
			fieldBelow({ kk: 'Тіркелген күні', ru: 'Дата регистрации' }, momentWithWeekday(input.acceptedAt)),
			...plannedDay(input.dueOn),
			fieldBelow(SERVICE_KIND, input.service),
			fieldInLine({ kk: 'Құжат', ru: 'Документов' }, String(input.documents)),
			fieldInLine({ kk: 'Парақ', ru: 'Листов' }, String(input.sheets)),
			{
				type: 'signatures',
				parties: [
					{
						role: {
							kk: 'Құжаттарды қабылдаған адамның тегі мен аты-жөні',
							ru: 'Фамилия и инициалы лица, принявшего документы'
						},
						name: input.acceptedBy,
						detail: null,
						lines: ['signature']
					}
				]
			},
			printFooter(input.run)
		]
	};
}

function plannedDay(dueOn: string | null): readonly FieldBlock[] {
	if (dueOn === null) return [];
	const label: Bilingual = { kk: 'Мемлекеттік қызметті алатын күні', ru: 'Дата получения государственной услуги' };
	return [{ type: 'field', label, value: dateWithWeekday(dueOn), weight: 'due', place: 'below' }];
}
