import { formatNumber, type PaperNumber } from '../number/paper-number.ts';
import { labelQr } from './code-payloads.ts';
import { shortDate } from './paper-dates.ts';
import { type Bilingual, type PaperModel } from './paper-model.ts';
import { inline } from './paper-words.ts';
import { acrossSticker, besideQr } from './sticker-line.ts';

/** Without name and IIN: the label is visible on the shelf. */
export type PacketLabelInput = {
	readonly number: PaperNumber;
	/** Number of the service. */
	readonly service: number;
	/** The working name of the service, one language is enough for the shelf. */
	readonly serviceName: string;
	readonly sheets: number;
	/** Identity of the authorized body, for the QR. */
	readonly body: string;
	/** The Center staff's name of the body. */
	readonly bodyName: string;
	/** `YYYY-MM-DD`. */
	readonly acceptedOn: string;
	/** `YYYY-MM-DD`, or null where no total term is known. */
	readonly dueOn: string | null;
	readonly training: boolean;
};

const TITLE: Bilingual = { kk: 'Пакет жапсырмасы', ru: 'Наклейка пакета' };

/** The sticker of a packet, 58 × 40 mm: what a scanner and a carrier need, nothing about a person. */
export function packetLabel(input: PacketLabelInput): PaperModel {
	const due = input.dueOn === null ? [] : [`${inline({ kk: 'Мерзімі', ru: 'Срок' })}: ${shortDate(input.dueOn)}`];
	return {
		kind: 'packet-label',
		format: 'label-58x40',
		title: TITLE,
		number: input.number,
		codes: { code128: input.number, qr: labelQr(input.number, input.service, input.body, input.acceptedOn) },
		pageCount: false,
		training: input.training,
		blocks: [
			{
				type: 'sticker',
				grouped: formatNumber(input.number),
				lines: [
					acrossSticker(`${input.service} · ${input.serviceName}`),
					`Парақ · л.: ${input.sheets}`,
					besideQr(`Орган: ${input.bodyName}`),
					shortDate(input.acceptedOn),
					...due
				]
			}
		]
	};
}
