/**
 * The letters of a TrueType file with their glyphs, read from its cmap tables of format 4 and 12.
 * Source: OpenType specification, «cmap — Character to Glyph Index Mapping Table».
 */
export function readCmap(file: Uint8Array): ReadonlyMap<number, number> {
	const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
	const cmap = tableOffset(view, 'cmap');
	const glyphs = new Map<number, number>();
	for (let index = 0; index < view.getUint16(cmap + 2); index++) {
		const table = cmap + view.getUint32(cmap + 4 + index * 8 + 4);
		const format = view.getUint16(table);
		if (format === 4) readFormat4(view, table, glyphs);
		if (format === 12) readFormat12(view, table, glyphs);
	}
	return glyphs;
}

/** Where a table of the file begins. */
export function tableOffset(view: DataView, tag: string): number {
	for (let index = 0; index < view.getUint16(4); index++) {
		const record = 12 + index * 16;
		const name = String.fromCharCode(...[0, 1, 2, 3].map((at) => view.getUint8(record + at)));
		if (name === tag) return view.getUint32(record + 8);
	}
	throw new Error(`No table ${tag}`);
}

function readFormat4(view: DataView, table: number, glyphs: Map<number, number>): void {
	const doubled = view.getUint16(table + 6);
	for (let at = 0; at < doubled; at += 2) {
		const end = view.getUint16(table + 14 + at);
		const start = view.getUint16(table + 16 + doubled + at);
		const delta = view.getUint16(table + 16 + 2 * doubled + at);
		const rangeAt = table + 16 + 3 * doubled + at;
		const range = view.getUint16(rangeAt);
		for (let point = start; point <= end && point !== 0xffff; point++) {
			const found = range === 0 ? point : view.getUint16(rangeAt + range + 2 * (point - start));
			const glyph = range !== 0 && found === 0 ? 0 : (found + delta) & 0xffff;
			if (glyph !== 0) glyphs.set(point, glyph);
		}
	}
}

function readFormat12(view: DataView, table: number, glyphs: Map<number, number>): void {
	for (let group = 0; group < view.getUint32(table + 12); group++) {
		const at = table + 16 + group * 12;
		const [first, last, glyph] = [0, 4, 8].map((offset) => view.getUint32(at + offset)) as [number, number, number];
		for (let point = first; point <= last; point++) glyphs.set(point, glyph + point - first);
	}
}
