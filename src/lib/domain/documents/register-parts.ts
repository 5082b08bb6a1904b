import { fieldInLine } from './fields';
import { type LocalMoment, shortMoment } from './paper-dates';
import { type Bilingual, type Block, type BoxesBlock, type SignaturesBlock } from './paper-model';
import { COMPILED, COURIER, FROM, HANDING_SIDE, TAKING_SIDE, TO } from './paper-words';

/** From where to where, when, and which dispatch of the day: the head of both registers. */
export function registerHead(head: {
	readonly from: Bilingual;
	readonly to: Bilingual;
	readonly compiledAt: LocalMoment;
	/** Which dispatch of the day this is, and the least that the regulation asks for; null where it asks for none. */
	readonly ofDay: { readonly count: number; readonly least: number } | null;
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
export const ARRIVAL_BOXES: BoxesBlock = {
	type: 'boxes',
	label: { kk: 'Белгі', ru: 'Отметка' },
	options: [
		{ text: { kk: 'түсті', ru: 'поступило' }, checked: false },
		{ text: { kk: 'түспеді', ru: 'не поступило' }, checked: false },
		{ text: { kk: 'бүлінген', ru: 'повреждено' }, checked: false }
	]
};

/** Seal, the three signatures of the way, and the line for what nobody listed. */
export function registerFoot(
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
