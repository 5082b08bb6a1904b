/** A page of an uncompressed PDF of pdfmake: its size in points and its text without any white space. */
type ReadPage = { readonly width: number; readonly height: number; readonly text: string };

type Objects = ReadonlyMap<string, string>;
type LetterMap = ReadonlyMap<string, string>;

/**
 * Reads the pages of a PDF as pdfkit writes it: one object after the other, glyphs as four hex digits, their letters
 * in the face's ToUnicode table. Not a general reader: it proves that the letters are in the file.
 */
export function readPdf(pdf: string): readonly ReadPage[] {
	const objects: Objects = new Map(
		[...pdf.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj/gm)].map(([, id = '', body = '']) => [id, body])
	);
	const kids = /\/Kids \[([^\]]*)\]/.exec(pdf)?.[1] ?? '';
	return [...kids.matchAll(/(\d+) 0 R/g)].map(([, id = '']) => readPage(objects.get(id) ?? '', objects));
}

function readPage(page: string, objects: Objects): ReadPage {
	const [width = 0, height = 0] = (/\/MediaBox \[0 0 ([\d. ]+)\]/.exec(page)?.[1] ?? '').split(' ').map(Number);
	const content = objects.get(/\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '') ?? '';
	const resources = objects.get(/\/Resources (\d+) 0 R/.exec(page)?.[1] ?? '') ?? page;
	const faces = new Map(
		[...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, lettersOf(id, objects)])
	);
	return { width, height, text: textOf(content, faces).replace(/\s/gu, '') };
}

function lettersOf(fontId: string, objects: Objects): LetterMap {
	const toUnicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(fontId) ?? '')?.[1] ?? '';
	const table = objects.get(toUnicode) ?? '';
	const letters = new Map<string, string>();
	for (const [, first = '0', , list = ''] of table.matchAll(/<([\da-f]+)> <([\da-f]+)> \[([^\]]*)\]/gi)) {
		[...list.matchAll(/<([\da-f ]+)>/gi)].forEach(([, units = ''], index) => {
			const glyph = (parseInt(first, 16) + index).toString(16).padStart(4, '0');
			letters.set(glyph, lettersOfUnits(units.replaceAll(' ', '')));
		});
	}
	return letters;
}

/** UTF-16 in hex, four digits a unit. */
function lettersOfUnits(hex: string): string {
	return (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(parseInt(unit, 16))).join('');
}

function textOf(content: string, faces: ReadonlyMap<string, LetterMap>): string {
	let letters: LetterMap = new Map();
	let text = '';
	for (const [, face, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
		if (face !== undefined) letters = faces.get(face) ?? new Map();
		for (const [, glyphs = ''] of (shown ?? '').matchAll(/<([\da-f]+)>/gi)) {
			text += (glyphs.toLowerCase().match(/.{4}/g) ?? []).map((glyph) => letters.get(glyph) ?? '\ufffd').join('');
		}
	}
	return text;
}
