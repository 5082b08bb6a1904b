import { readCmap, tableOffset } from './read-cmap.ts';

/** Width of a text in points, without kerning. */
export type Measure = (text: string, fontSize: number, bold: boolean) => number;

/** What a line may be narrower or wider than measured: pairs of letters are set closer or further apart. */
const KERNING = 0.985;

/**
 * Measures texts with the advance widths of the two faces, before anything is laid out.
 * Source: OpenType specification, «hmtx — Horizontal Metrics Table».
 */
export function createMeasure(normal: Uint8Array, bold: Uint8Array): Measure {
	const faces = { normal: readAdvances(normal), bold: readAdvances(bold) };
	return (text, fontSize, isBold) => {
		const advance = isBold ? faces.bold : faces.normal;
		let width = 0;
		for (const sign of text) width += advance(sign.codePointAt(0) ?? 0);
		return width * fontSize;
	};
}

/** Advance width of each letter, in parts of the type size. A letter that the face lacks counts as a wide one. */
function readAdvances(file: Uint8Array): (point: number) => number {
	const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
	const glyphs = readCmap(file);
	const unitsPerEm = view.getUint16(tableOffset(view, 'head') + 18);
	const metrics = view.getUint16(tableOffset(view, 'hhea') + 34);
	const hmtx = tableOffset(view, 'hmtx');
	return (point) => {
		const glyph = glyphs.get(point);
		return glyph === undefined ? 1 : view.getUint16(hmtx + 4 * Math.min(glyph, metrics - 1)) / unitsPerEm;
	};
}

/** The lines in which a text fills a width; a word that is wider than a line goes on in the next one. */
export function breakLines(text: string, width: number, measured: (text: string) => number): readonly string[] {
	const room = width * KERNING;
	return text.split('\n').flatMap((paragraph) => {
		const lines: string[] = [];
		let line = '';
		for (const word of paragraph.split(' ').flatMap((one) => cutWord(one, room, measured))) {
			const longer = line === '' ? word.text : `${line}${word.glued ? '' : ' '}${word.text}`;
			if (line !== '' && measured(longer) > room) {
				lines.push(line);
				line = word.text;
			} else line = longer;
		}
		return [...lines, line];
	});
}

type Piece = { readonly text: string; /** Goes on with the piece before it. */ readonly glued: boolean };

function cutWord(word: string, room: number, measured: (text: string) => number): readonly Piece[] {
	if (measured(word) <= room) return [{ text: word, glued: false }];
	const pieces: Piece[] = [];
	let piece = '';
	for (const sign of word) {
		if (piece !== '' && measured(piece + sign) > room) {
			pieces.push({ text: piece, glued: pieces.length > 0 });
			piece = '';
		}
		piece += sign;
	}
	return [...pieces, { text: piece, glued: pieces.length > 0 }];
}
