import { type Instant } from '../fact/ids.ts';
import { ALMATY, localOf } from '../time/zone.ts';
import { type LocalMoment, shortMoment } from './paper-dates.ts';
import { type Bilingual, type FooterBlock, type Labelled, type MarksBlock } from './paper-model.ts';

/** What is known only at printing. */
export type PrintRun = {
	/** 1 for the first print. */
	readonly copy: number;
	/** Number of originals printed at once: 2 for a register, one of which comes back signed. Default 1. */
	readonly originals?: number;
	/** Why it is printed again; null for an original. */
	readonly reprintReason: Bilingual | null;
	readonly printedAt: LocalMoment;
	/** Some of its data are examples, not law. */
	readonly exampleData: boolean;
	/** Printed in the training mode: its numbers are void. */
	readonly training: boolean;
};

/** A first copy that is counted nowhere: of a paper read on the screen, or of a list that may be printed at any time. */
export const firstRun = (now: Instant): PrintRun => ({
	copy: 1,
	reprintReason: null,
	printedAt: localOf(now, ALMATY),
	exampleData: false,
	training: false
});

/** Events of the application that every later copy must show. */
export type PaperHistory = {
	readonly acceptedOffline: boolean;
	readonly amendment: { readonly at: LocalMoment; readonly what: Bilingual } | null;
};

const TRAINING: Bilingual = {
	kk: 'Үйрену режимі. Нөмірлер жарамсыз',
	ru: 'Учебный режим. Номера недействительны'
};
const EXAMPLE: Bilingual = { kk: 'Мысал деректер', ru: 'Примерные данные' };
const OFFLINE: Bilingual = { kk: 'Желісіз қабылданды', ru: 'Принято без связи' };

/** The marks as a block of their own, for papers without a letterhead; no block without marks. */
export function marksBlock(run: PrintRun): readonly MarksBlock[] {
	const marks = standingMarks(run);
	return marks.length > 0 ? [{ type: 'marks', marks }] : [];
}

/** The standing marks of a paper in the order of their weight. */
export function standingMarks(run: PrintRun, history?: PaperHistory): readonly Bilingual[] {
	const marks: Bilingual[] = [];
	if (run.training) marks.push(TRAINING);
	if (history?.amendment) marks.push(amended(history.amendment));
	if (history?.acceptedOffline) marks.push(OFFLINE);
	if (run.exampleData) marks.push(EXAMPLE);
	return marks;
}

/** Which copy it is, why it was printed again, and when. A reprint shows this instead of the plain copy number. */
export function printFooter(run: PrintRun): FooterBlock {
	const printed: Labelled = {
		label: { kk: 'Басылған уақыты', ru: 'Напечатано' },
		value: shortMoment(run.printedAt)
	};
	return { type: 'footer', lines: [copyLine(run), printed] };
}

function copyLine({ copy, originals = 1, reprintReason }: PrintRun): Bilingual | Labelled {
	if (reprintReason === null && copy <= originals) {
		return { label: { kk: 'Дана', ru: 'Экземпляр' }, value: String(copy) };
	}
	if (reprintReason === null) throw new RangeError(`Copy ${copy} is a reprint and needs its reason`);
	return {
		kk: `${copy}-дана. Қайта басылған. Себебі: ${reprintReason.kk}`,
		ru: `Экземпляр ${copy}. Повторная печать. Причина: ${reprintReason.ru}`
	};
}

function amended({ at, what }: NonNullable<PaperHistory['amendment']>): Bilingual {
	return {
		kk: `Өзгертілді: ${shortMoment(at)}. ${what.kk}`,
		ru: `Изменено: ${shortMoment(at)}. ${what.ru}`
	};
}
