import { formatNumber, makePaperNumber } from '#lib/domain/number/paper-number.ts';
import { type PaperModel } from '#lib/domain/documents/paper-model.ts';

const NUMBER = makePaperNumber(1, 1, 1, 0);
const TEXT = { kk: 'Қолхат', ru: 'Расписка' };

/** Nobody sees it: drawing it once parses the faces and compiles the code, so the first real paper takes a third. */
export const WARM_UP_PAPER: PaperModel = {
	kind: 'receipt',
	format: 'A4',
	title: TEXT,
	number: NUMBER,
	codes: { code128: NUMBER, qr: 'TRZ1' },
	pageCount: true,
	training: false,
	blocks: [
		{ type: 'letterhead', name: TEXT, lines: [], marks: [] },
		{ type: 'heading', level: 1, text: TEXT },
		{ type: 'number', label: TEXT, grouped: formatNumber(NUMBER) },
		{
			type: 'table',
			columns: [{ label: TEXT, width: 'fill', align: 'start' }],
			rows: [[TEXT]]
		},
		{ type: 'note', arrangement: 'lines', text: TEXT }
	]
};
