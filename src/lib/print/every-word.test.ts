import { describe, expect, it } from 'vitest';
import { type PaperModel } from '#lib/domain/documents/paper-model.ts';
import { PAGE_FORMATS } from './page-formats.ts';
import { laterHeadHeight } from './page-head.ts';
import { makePdf } from './testing/make-pdf.ts';
import { RANDOM_KINDS, randomPaper } from './testing/random-papers.ts';
import { isReadable, lettersOf, type PageOfPdf, readPages } from './testing/read-pages.ts';

/*
 * `npm run drill -- papers` draws many more: PAPERS_FROM is the first seed, PAPERS_SEEDS how many of each kind.
 */
const FIRST = Number(process.env['PAPERS_FROM'] ?? 1);
const SEEDS = Number(process.env['PAPERS_SEEDS'] ?? 1);

const SIGNED = 'Қолы·Подпись';
/** Points between a text and the edge of the paper: no printer prints nearer. */
const EDGE = 8;
const bare = (text: string) => text.replace(/\s/gu, '');
const bodyOf = ({ pieces, height }: PageOfPdf, from: number, foot: number) =>
	bare(
		pieces
			.filter(({ y }) => y > from && y < height - foot)
			.map(({ text }) => text)
			.join('')
	);

function edges(model: PaperModel): { head: number; foot: number } {
	const { margins, height } = PAGE_FORMATS[model.format];
	return { head: margins[1] + laterHeadHeight(model) - 4, foot: height === 'auto' ? 0 : margins[3] - 2 };
}

/** What a paper lacks: words that cannot be read, texts beyond the edge, a signature lost, doubled or alone on its page. */
async function faultsOf(model: PaperModel, words: readonly string[]): Promise<readonly string[]> {
	const pages = await readPages(await makePdf([model]));
	const { head, foot } = edges(model);
	const letters = lettersOf(pages, head, foot);
	const lost = words
		.filter((word) => !isReadable(word, letters, pages.length))
		.map((word) => `lost: ${word.slice(0, 60)}`);
	const beyond = pages.flatMap(({ width, height, pieces }, index) =>
		pieces
			.filter((one) => one.x < EDGE || one.x + one.width > width - EDGE || one.y > height - EDGE || one.y < EDGE)
			.map(({ text }) => `beyond the edge of page ${index + 1}: ${text.slice(0, 60)}`)
	);
	const empty = pages.flatMap((page, index) =>
		bodyOf(page, index === 0 ? 0 : head, foot) === '' ? [`nothing on page ${index + 1}`] : []
	);
	return [
		...lost,
		...beyond,
		...empty,
		...signatureFaults(model, pages, head, foot),
		...headFaults(model, pages),
		...footFaults(model, pages)
	];
}

function signatureFaults(model: PaperModel, pages: readonly PageOfPdf[], head: number, foot: number): string[] {
	const places = model.blocks.find((block) => block.type === 'signatures');
	if (!places) return [];
	const own = places.parties.map(({ role, name }) => bare(role.kk + role.ru + (name ?? '')).length);
	const alone = own.reduce((sum, letters) => sum + letters, 10);
	const signed = pages.flatMap((page, index) => {
		const body = bodyOf(page, index === 0 ? 0 : head, foot);
		return body.includes(SIGNED) ? [{ page: index + 1, before: body.slice(0, body.indexOf(SIGNED)) }] : [];
	});
	if (signed.length !== 1) return [`signatures stand on ${signed.length} pages`];
	return signed[0]!.page > 1 && signed[0]!.before.length < alone ? [`alone on page ${signed[0]!.page}`] : [];
}

function headFaults({ number, format }: PaperModel, pages: readonly PageOfPdf[]): string[] {
	if (number === null || format === 'roll-80') return [];
	return pages.flatMap(({ pieces }, index) =>
		bare(pieces.map(({ text }) => text).join('')).includes(number) ? [] : [`no number on page ${index + 1}`]
	);
}

/** What is too much for a foot is dropped by pdfmake without an error. */
function footFaults({ blocks }: PaperModel, pages: readonly PageOfPdf[]): string[] {
	const lines = blocks.flatMap((block) => (block.type === 'footer' ? block.lines : []));
	const values = lines.map((line) => bare(typeof line === 'string' ? line : 'value' in line ? line.value : line.ru));
	return pages.flatMap(({ pieces }, index) => {
		const letters = bare(pieces.map(({ text }) => text).join(''));
		return values.filter((value) => !letters.includes(value)).map((value) => `not on page ${index + 1}: ${value}`);
	});
}

describe('every word of a paper, at every length that its fields allow', () => {
	it.each(RANDOM_KINDS)(
		'P60 is on the PDF of a %s, inside the edges, with number on each page and the signature never alone',
		async (kind) => {
			for (let seed = FIRST; seed < FIRST + SEEDS; seed++) {
				const { model, words } = randomPaper(kind, seed);
				expect(await faultsOf(model, words), `seed ${seed}`).toEqual([]);
			}
		},
		// A drill runs as long as it runs.
		SEEDS * 60_000
	);
});
