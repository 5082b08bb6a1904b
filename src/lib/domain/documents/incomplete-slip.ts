import { fieldInLine } from './fields.ts';
import { type LocalMoment, shortMoment } from './paper-dates.ts';
import { type Bilingual, type PaperModel } from './paper-model.ts';
import { asExample, inline, SERVICE_COLUMN } from './paper-words.ts';
import { marksBlock, type PrintRun } from './print-run.ts';

export type IncompleteSlipInput = {
	readonly serviceName: Bilingual;
	/** At least one; as the inspector named them, or from the catalogue. */
	readonly missing: readonly { readonly name: string | Bilingual; readonly example: boolean }[];
	readonly cameAt: LocalMoment;
	/** 0 at a counter without a number. */
	readonly window: number;
	readonly phone: string;
	readonly run: PrintRun;
};

const TITLE: Bilingual = { kk: 'Жетіспейтін құжаттар тізбесі', ru: 'Перечень недостающих документов' };

/** Information for a person who came with an incomplete set. It has no number, because nothing was accepted. */
export function incompleteSlip(input: IncompleteSlipInput): PaperModel {
	return {
		kind: 'incomplete-slip',
		format: 'roll-80',
		title: TITLE,
		number: null,
		codes: {},
		pageCount: false,
		training: input.run.training,
		blocks: [
			{ type: 'heading', level: 1, text: TITLE },
			...marksBlock(input.run),
			fieldInLine(SERVICE_COLUMN, inline(input.serviceName)),
			{
				type: 'table',
				columns: [
					{ label: { kk: '№', ru: '№' }, width: 8, align: 'end' },
					{ label: { kk: 'Атауы', ru: 'Наименование' }, width: 'fill', align: 'start' }
				],
				rows: input.missing.map(({ name, example }, index) => [`${index + 1}`, example ? asExample(name) : name])
			},
			fieldInLine({ kk: 'Келген күні', ru: 'Дата обращения' }, shortMoment(input.cameAt)),
			...(input.window > 0 ? [fieldInLine({ kk: 'Терезе', ru: 'Окно' }, String(input.window))] : []),
			fieldInLine({ kk: 'Тел.', ru: 'Тел.' }, input.phone),
			{
				type: 'note',
				arrangement: 'lines',
				text: { kk: 'Бұл – бас тарту емес, анықтамалық ақпарат.', ru: 'Это не отказ, а справочная информация.' }
			}
		]
	};
}
