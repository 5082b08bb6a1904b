import { formatNumber, type PaperNumber } from '../number/paper-number.ts';
import { fieldInLine } from './fields.ts';
import { type LocalMoment, shortMoment } from './paper-dates.ts';
import { type Bilingual, type Block, type BoxesBlock, type PaperModel, type SignaturesBlock } from './paper-model.ts';
import { COMPILED, COURIER, FROM, HANDING_SIDE, TAKING_SIDE, TO } from './paper-words.ts';
import { marksBlock, printFooter, type PrintRun } from './print-run.ts';

/** What a register needs besides its rows, in both directions. */
export type RegisterFrame = {
	readonly number: PaperNumber;
	readonly from: Bilingual;
	readonly to: Bilingual;
	readonly compiledAt: LocalMoment;
	/** Surname and initials. */
	readonly compiledBy: string;
	readonly courier: string | null;
	readonly run: PrintRun;
};

/** What differs between the register of packets and that of results. */
type RegisterContent = {
	readonly kind: 'register-sheet' | 'result-register-sheet';
	readonly title: Bilingual;
	/** Number of the dispatch on its day, and the minimum by the regulation; null where there is none. */
	readonly ofDay: { readonly count: number; readonly least: number } | null;
	readonly table: Block;
	readonly totals: Block;
	/** Role of the compiler. */
	readonly senderRole: Bilingual;
	/** Label of the line for unlisted papers. */
	readonly extras: Bilingual;
};

/** A register as a paper, A4 landscape: head, rows, meaning of the boxes, sums, signatures of the transfer. */
export function registerPaper(frame: RegisterFrame, content: RegisterContent): PaperModel {
	const { number, run } = frame;
	const { kind, title, ofDay, table, totals, senderRole, extras } = content;
	return {
		kind,
		format: 'A4-landscape',
		title,
		number,
		codes: { code128: number },
		pageCount: true,
		training: run.training,
		blocks: [
			{ type: 'heading', level: 1, text: title },
			...marksBlock(run),
			{ type: 'number', label: { kk: 'Тізілім нөмірі', ru: 'Номер реестра' }, grouped: formatNumber(number) },
			...registerHead({ ...frame, ofDay }),
			table,
			ARRIVAL_BOXES,
			totals,
			...registerFoot({ name: frame.compiledBy, role: senderRole }, frame.courier, extras),
			printFooter(run)
		]
	};
}

/** From where to where, when, and which dispatch of the day. */
function registerHead(head: {
	readonly from: Bilingual;
	readonly to: Bilingual;
	readonly compiledAt: LocalMoment;
	readonly ofDay: RegisterContent['ofDay'];
}): readonly Block[] {
	const { ofDay } = head;
	return [
		fieldInLine(COMPILED, shortMoment(head.compiledAt)),
		fieldInLine(FROM, head.from),
		fieldInLine(TO, head.to),
		...(ofDay === null
			? []
			: [
					fieldInLine(
						{ kk: 'Бүгінгі жөнелту', ru: 'Отправка за день' },
						`${ofDay.count} (кемінде · не менее: ${ofDay.least})`
					)
				])
	];
}

/** What the three boxes of every row mean; ticked by hand at arrival when there is no scanner. */
const ARRIVAL_BOXES: BoxesBlock = {
	type: 'boxes',
	label: { kk: 'Белгі', ru: 'Отметка' },
	options: [
		{ text: { kk: 'түсті', ru: 'поступило' }, checked: false },
		{ text: { kk: 'түспеді', ru: 'не поступило' }, checked: false },
		{ text: { kk: 'бүлінген', ru: 'повреждено' }, checked: false }
	]
};

/** Seal, the three signatures of the transfer, and the line for unlisted papers. */
function registerFoot(
	sender: { readonly name: string; readonly role: Bilingual },
	courier: string | null,
	extras: Bilingual
): readonly Block[] {
	return [
		{ type: 'blank', label: { kk: 'Пломба / конверт №', ru: 'Пломба / конверт №' } },
		threeParties(sender, courier),
		{ type: 'blank', label: extras }
	];
}

function threeParties(
	sender: { readonly name: string; readonly role: Bilingual },
	courier: string | null
): SignaturesBlock {
	return {
		type: 'signatures',
		parties: [
			{ role: HANDING_SIDE, name: sender.name, detail: sender.role, lines: ['signature', 'date-time'] },
			{
				role: COURIER,
				name: courier,
				detail: null,
				lines: courier === null ? ['name', 'signature', 'date-time'] : ['signature', 'date-time']
			},
			{ role: TAKING_SIDE, name: null, detail: null, lines: ['name', 'signature', 'date-time', 'seal'] }
		]
	};
}
