/**
 * The code points of a TrueType file, read from its cmap tables of format 4 and 12.
 * Source: OpenType specification, «cmap — Character to Glyph Index Mapping Table».
 */
export function readCmap(file: Uint8Array): ReadonlySet<number> {
	const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
	const cmap = tableOffset(view, 'cmap');
	const points = new Set<number>();
	for (let index = 0; index < view.getUint16(cmap + 2); index++) {
		const table = cmap + view.getUint32(cmap + 4 + index * 8 + 4);
		const format = view.getUint16(table);
		if (format === 4) readFormat4(view, table, points);
		if (format === 12) readFormat12(view, table, points);
	}
	return points;
}

function tableOffset(view: DataView, tag: string): number {
	for (let index = 0; index < view.getUint16(4); index++) {
		const record = 12 + index * 16;
		const name = String.fromCharCode(...[0, 1, 2, 3].map((at) => view.getUint8(record + at)));
		if (name === tag) return view.getUint32(record + 8);
	}
	throw new Error(`No table ${tag}`);
}

function readFormat4(view: DataView, table: number, points: Set<number>): void {
	const doubled = view.getUint16(table + 6);
	for (let at = 0; at < doubled; at += 2) {
		const end = view.getUint16(table + 14 + at);
		const start = view.getUint16(table + 16 + doubled + at);
		const delta = view.getUint16(table + 16 + 2 * doubled + at);
		const rangeAt = table + 16 + 3 * doubled + at;
		const range = view.getUint16(rangeAt);
		for (let point = start; point <= end && point !== 0xffff; point++) {
			const glyph = range === 0 ? (point + delta) & 0xffff : view.getUint16(rangeAt + range + 2 * (point - start));
			if (glyph !== 0) points.add(point);
		}
	}
}

function readFormat12(view: DataView, table: number, points: Set<number>): void {
	for (let group = 0; group < view.getUint32(table + 12); group++) {
		const at = table + 16 + group * 12;
		for (let point = view.getUint32(at); point <= view.getUint32(at + 4); point++) points.add(point);
	}
}
