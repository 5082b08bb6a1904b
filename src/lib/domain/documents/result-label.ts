import { formatNumber, type PaperNumber } from '../number/paper-number.ts';
import { labelQr } from './code-payloads.ts';
import { shortDate } from './paper-dates.ts';
import { type Bilingual, type PaperModel } from './paper-model.ts';
import { acrossSticker, besideQr } from './sticker-line.ts';

/** Without name and IIN, as on the packet, and without notice or refusal: that is private to the applicant. */
export type ResultLabelInput = {
	/** The number of the result paper (kind 2). */
	readonly number: PaperNumber;
	/** Number of the service. */
	readonly service: number;
	readonly serviceName: string;
	readonly sheets: number;
	/** Identity of the authorized body that made the result, for the QR. */
	readonly body: string;
	/** The staff's name of the Center that will hand it out. */
	readonly centerName: string;
	/** When the result was entered in the book of the body, `YYYY-MM-DD`. */
	readonly recordedOn: string;
	readonly training: boolean;
};

const TITLE: Bilingual = { kk: 'Нәтиже жапсырмасы', ru: 'Наклейка результата' };

/** The sticker of a result for its way back, 58 × 40 mm. */
export function resultLabel(input: ResultLabelInput): PaperModel {
	return {
		kind: 'result-label',
		format: 'label-58x40',
		title: TITLE,
		number: input.number,
		codes: { code128: input.number, qr: labelQr(input.number, input.service, input.body, input.recordedOn) },
		pageCount: false,
		training: input.training,
		blocks: [
			{
				type: 'sticker',
				grouped: formatNumber(input.number),
				lines: [
					acrossSticker(`${input.service} · ${input.serviceName}`),
					'Нәтиже · Результат',
					`Парақ · л.: ${input.sheets}`,
					besideQr(input.centerName),
					shortDate(input.recordedOn)
				]
			}
		]
	};
}
