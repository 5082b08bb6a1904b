import { numberWords } from './number-words.ts';
import { type NoteBlock } from './paper-model.ts';

/**
 * The total under a list of packets, the count also in words. Unknown counts of documents and sheets (a packet known by its number
 * only) are left out, which the total shows with «?».
 */
export function packetTotals(
	rows: readonly { readonly documents: number | null; readonly sheets: number | null }[]
): NoteBlock {
	const words = numberWords(rows.length);
	const documents = sumOf(rows.map((row) => row.documents));
	const sheets = sumOf(rows.map((row) => row.sheets));
	return {
		type: 'note',
		arrangement: 'line',
		text: {
			kk: `Барлығы: пакет ${rows.length} (${words.kk}), құжат ${documents}, парақ ${sheets}`,
			ru: `Итого: пакетов ${rows.length} (${words.ru}), документов ${documents}, листов ${sheets}`
		}
	};
}

function sumOf(counts: readonly (number | null)[]): string {
	const sum = counts.reduce<number>((total, count) => total + (count ?? 0), 0);
	return counts.includes(null) ? `${sum} + ?` : String(sum);
}
