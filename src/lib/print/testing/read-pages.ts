import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text on a page; points from the upper left corner, `y` of its base line. */
type PieceOnPage = { readonly text: string; readonly x: number; readonly y: number; readonly width: number };

export type PageOfPdf = { readonly width: number; readonly height: number; readonly pieces: readonly PieceOnPage[] };

/** Reads a PDF as a viewer does: what stands where on each page. */
export async function readPages(pdf: string): Promise<readonly PageOfPdf[]> {
	const task = getDocument({ data: new Uint8Array(Buffer.from(pdf, 'latin1')), useSystemFonts: false, verbosity: 0 });
	const file = await task.promise;
	const pages: PageOfPdf[] = [];
	for (let number = 1; number <= file.numPages; number++) {
		const page = await file.getPage(number);
		const { width, height } = page.getViewport({ scale: 1 });
		const { items } = await page.getTextContent();
		const pieces = items.flatMap((item): PieceOnPage[] => {
			if (!('str' in item) || item.str.trim() === '') return [];
			const [, , , , x = 0, y = 0] = item.transform as number[];
			return [{ text: item.str, x, y: height - y, width: item.width }];
		});
		pages.push({ width, height, pieces });
	}
	await task.destroy();
	return pages;
}

/**
 * All letters of a paper without white space, in the order in which they were drawn.
 * @param head points at the top of every page but the first that hold its head, and `foot` at the bottom of each
 */
export function lettersOf(pages: readonly PageOfPdf[], head: number, foot: number): string {
	const body = pages.flatMap(({ height, pieces }, index) =>
		pieces.filter(({ y }) => y < height - foot && (index === 0 || y > head))
	);
	return body
		.map(({ text }) => text)
		.join('')
		.replace(/\s/gu, '');
}

/** Whether a word is among the letters: in one piece, or, where it runs over pages, in as many pieces as there are pages. */
export function isReadable(word: string, letters: string, pages: number): boolean {
	let [rest, pieces] = [word, 0];
	while (rest !== '' && pieces < pages) {
		let [found, most] = [0, rest.length];
		while (found < most) {
			const half = Math.ceil((found + most) / 2);
			if (letters.includes(rest.slice(0, half))) found = half;
			else most = half - 1;
		}
		if (found === 0) return false;
		rest = rest.slice(found);
		pieces += 1;
	}
	return rest === '';
}
