import { type PaperModel } from '#lib/domain/documents/paper-model.ts';
import { formatNumber } from '#lib/domain/number/paper-number.ts';
import { language } from '#lib/device/live/language.svelte.ts';
import { type PaperWords } from '#lib/ui/paper-words.ts';

/** What a reader says where the printed paper shows an empty box or line, in the language of the screen. */
export function paperAloud({ number }: Pick<PaperModel, 'number'>): PaperWords {
	const { t } = language;
	return {
		table: t('papers.aloud.table'),
		toFill: t('papers.aloud.toFill'),
		toTick: t('papers.aloud.toTick'),
		ticked: t('papers.aloud.ticked'),
		notTicked: t('papers.aloud.notTicked'),
		barcode: t('papers.barcodeAlt', { number: number ? formatNumber(number) : '' })
	};
}
