import { PRINT_WAYS, type Printer, PRINTERS, type PrintWay } from '#lib/domain/documents/print-jobs.ts';

const WAY = 'tereze:print-way';
const wordsKey = (printer: Printer) => `tereze:printer:${printer}`;
/** Outside a page (a test of a paper's content) nothing is kept. */
const kept = (key: string): string | null => (typeof localStorage === 'undefined' ? null : localStorage.getItem(key));
const keptWords = (printer: Printer): string => kept(wordsKey(printer)) ?? '';

/** How this device prints, and where its printers stand, in the words of whoever works here; kept on the device. */
class Printers {
	way = $state<PrintWay>(PRINT_WAYS.find((way) => way === kept(WAY)) ?? 'together');
	words = $state<Record<Printer, string>>({
		page: keptWords('page'),
		label: keptWords('label'),
		roll: keptWords('roll')
	});

	choose(way: PrintWay): void {
		this.way = way;
		localStorage.setItem(WAY, way);
	}

	name(printer: Printer, words: string): void {
		this.words[printer] = words;
		if (PRINTERS.includes(printer)) localStorage.setItem(wordsKey(printer), words.trim());
	}
}

export const printers = new Printers();
