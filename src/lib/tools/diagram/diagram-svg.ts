import { type Drawing, type Ink, type Look, LOOKS, type Shape } from '#lib/domain/regulation/diagram-look.ts';
import { type Lang } from '#lib/i18n/language.ts';

/** A file leaves the page and its variables behind: the colours of the light ground, which is also the printer's. */
const COLOURS: Readonly<Record<Ink, string>> = {
	sheet: '#ffffff',
	hollow: '#f7f5f0',
	rule: '#d8d3c6',
	edge: '#78827d',
	ink: '#182023',
	inkQuiet: '#3c494f',
	accent: '#0a4f63',
	accentSoft: '#e1eef1',
	onAccent: '#ffffff',
	near: '#6d4300',
	none: 'none'
};

/** The fonts of the common systems that have all Kazakh letters; lines were broken with room to spare. */
const FONTS = "'Noto Sans', 'DejaVu Sans', 'Segoe UI', Arial, sans-serif";

/**
 * The text of an SVG file that opens anywhere by itself: no style sheet, no variable, no font file, no script.
 * @returns XML in UTF-8, A4 landscape wide when it is printed
 */
export function svgFile({ width, height, title, shapes }: Drawing, lang: Lang): string {
	const head = [
		'<svg xmlns="http://www.w3.org/2000/svg"',
		`viewBox="0 0 ${width} ${height}" width="277mm" height="${Math.round((277 * height) / width)}mm"`,
		`lang="${lang}" xml:lang="${lang}" role="img" aria-labelledby="title" font-family="${FONTS}">`
	].join(' ');
	const body = shapes.map((shape) => `\t${element(shape)}`).join('\n');
	return `<?xml version="1.0" encoding="UTF-8"?>\n${head}\n\t<title id="title">${escape(title)}</title>\n${body}\n</svg>\n`;
}

function element(shape: Shape): string {
	const look = attributes(LOOKS[shape.look]);
	switch (shape.kind) {
		case 'rect':
			return `<rect x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}" rx="${shape.radius}" ${look}/>`;
		case 'circle':
			return `<circle cx="${shape.x}" cy="${shape.y}" r="${shape.radius}" ${look}/>`;
		case 'path':
			return `<path d="${shape.d}" ${look}/>`;
		case 'text': {
			const weight = shape.bold ? ' font-weight="700"' : '';
			const place = `x="${shape.x}" y="${shape.y}" font-size="${shape.size}" text-anchor="${shape.anchor}"${weight}`;
			return `<text ${place} ${look}>${escape(shape.text)}</text>`;
		}
	}
}

function attributes({ fill, stroke, width, dash }: Look): string {
	const line = stroke === 'none' ? '' : ` stroke="${COLOURS[stroke]}" stroke-width="${width}"`;
	return `fill="${COLOURS[fill]}"${line}${dash === '' ? '' : ` stroke-dasharray="${dash}"`}`;
}

const escape = (text: string) =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
