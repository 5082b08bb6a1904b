import { type PaperFormat, type PaperModel } from './paper-model.ts';

/**
 * How a device prints. `together`: one file, split by the printer; `strip`: one A4 printer, so that every paper is a sheet and a
 * label is cut off the foot of one; `apart`: a label printer too, each size is a job of its own.
 */
export const PRINT_WAYS = ['together', 'strip', 'apart'] as const;
export type PrintWay = (typeof PRINT_WAYS)[number];

/** The printers that a place may have. */
export const PRINTERS = ['page', 'label', 'roll'] as const;
export type Printer = (typeof PRINTERS)[number];

/** Papers sent as one file to one printer. */
type PrintJob = { readonly printer: Printer; readonly papers: readonly PaperModel[] };

const PRINTER_OF: Readonly<Record<PaperFormat, Printer>> = {
	A4: 'page',
	'A4-dense': 'page',
	'A4-landscape': 'page',
	A5: 'page',
	'roll-80': 'roll',
	'label-58x40': 'label'
};

/** The jobs of a print, in the order of its papers. */
export function printJobs(papers: readonly PaperModel[], way: PrintWay): readonly PrintJob[] {
	const [first] = papers;
	if (!first) return [];
	if (way === 'together') return [{ printer: PRINTER_OF[first.format], papers }];
	if (way === 'strip') return [{ printer: 'page', papers: withStrips(papers) }];
	const jobs: PrintJob[] = [];
	for (const paper of papers) {
		const printer = PRINTER_OF[paper.format];
		const last = jobs.at(-1);
		if (last?.printer === printer) jobs[jobs.length - 1] = { printer, papers: [...last.papers, paper] };
		else jobs.push({ printer, papers: [paper] });
	}
	return jobs;
}

/** A label goes to the foot of the previous sheet if that is of the same application, else to the foot of a sheet of its own. */
function withStrips(papers: readonly PaperModel[]): readonly PaperModel[] {
	const drawn: PaperModel[] = [];
	for (const paper of papers) {
		const sheet = drawn.at(-1);
		const fits = sheet && !sheet.strip && sheet.number === paper.number;
		if (paper.format !== 'label-58x40') drawn.push(onSheet(paper));
		else if (fits) drawn[drawn.length - 1] = withStrip(sheet, paper);
		else drawn.push(withStrip({ ...paper, format: 'A4', blocks: [] }, paper));
	}
	return drawn;
}

/** A roll format would be scaled to the width of a sheet, or cut. */
function onSheet(paper: PaperModel): PaperModel {
	return paper.format === 'roll-80' ? { ...paper, format: 'A4-dense' } : paper;
}

/** The strip takes height from the sheet, so its text is denser. */
function withStrip(sheet: PaperModel, strip: PaperModel): PaperModel {
	return { ...sheet, format: sheet.format === 'A4' ? 'A4-dense' : sheet.format, strip };
}
