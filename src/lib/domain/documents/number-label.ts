import { formatNumber, type PaperNumber, paperOf } from '../number/paper-number.ts';
import { labelQr } from './code-payloads.ts';
import { shortDate } from './paper-dates.ts';
import { type Bilingual, type PaperModel } from './paper-model.ts';
import { acrossSticker, besideQr } from './sticker-line.ts';

/** Content of the old label's small QR, if readable. */
type LabelPayload = { service: number; body: string; date: string };

type NumberLabelInput = {
	/** Of a packet or of a result. */
	readonly number: PaperNumber;
	readonly oldLabel: LabelPayload | null;
	/** The Center staff's name of the body on the old label. */
	readonly bodyName: string | null;
	/** `YYYY-MM-DD`: the date of this label. */
	readonly madeOn: string;
	readonly training: boolean;
};

const TITLES: Record<'packet' | 'result', Bilingual> = {
	packet: { kk: 'Пакет жапсырмасы', ru: 'Наклейка пакета' },
	result: { kk: 'Нәтиже жапсырмасы', ru: 'Наклейка результата' }
};

/** Reads the part of a label's QR after its number: `<service>:<body>:<date>`; null for anything else. */
export function labelPayload(payload: string | null): LabelPayload | null {
	const [service = '', body = '', date = '', ...more] = payload?.split(':') ?? [];
	if (more.length > 0 || !/^[1-9]\d?$/.test(service) || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
	return /^[a-z][a-z0-9-]*$/i.test(body) ? { service: Number(service), body: body.toLowerCase(), date } : null;
}

/**
 * The sticker of a paper of which this device has only the number, 58 × 40 mm: number and codes, nothing invented. Its QR repeats
 * the old one, or contains only the number.
 */
export function numberLabel({ number, oldLabel, bodyName, madeOn, training }: NumberLabelInput): PaperModel {
	const isResult = paperOf(number) === 'result';
	return {
		kind: isResult ? 'result-label' : 'packet-label',
		format: 'label-58x40',
		title: TITLES[isResult ? 'result' : 'packet'],
		number,
		codes: { code128: number, qr: oldLabel ? labelQr(number, oldLabel.service, oldLabel.body, oldLabel.date) : number },
		pageCount: false,
		training,
		blocks: [
			{
				type: 'sticker',
				grouped: formatNumber(number),
				lines: [
					acrossSticker(isResult ? 'Нәтиже · Результат' : 'Құжаттар пакеті · Пакет документов'),
					...(oldLabel ? [besideQr(`Қызмет · Услуга: ${oldLabel.service}`)] : []),
					...(bodyName ? [besideQr(`Орган: ${bodyName}`)] : []),
					...(oldLabel ? [shortDate(oldLabel.date)] : []),
					besideQr('Қайта жапсырылды'),
					besideQr(`Новая: ${shortDate(madeOn)}`)
				].slice(0, 5)
			}
		]
	};
}
