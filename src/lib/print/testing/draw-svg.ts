/** A picture of an SVG made by bwip-js, one byte a pixel: 0 black, 255 white. */
type Raster = { readonly pixels: Uint8ClampedArray; readonly width: number; readonly height: number };

type Point = readonly [x: number, y: number];

/**
 * Draws the two kinds of path that bwip-js writes: upright strokes (bars) and filled outlines (modules).
 * @param scale pixels to a unit of the view box
 */
export function drawSvg(svg: string, scale: number): Raster {
	const box = /viewBox="0 0 (\d+) (\d+)"/.exec(svg);
	const [columns, rows] = [Number(box?.[1]), Number(box?.[2])];
	const covers = pathsOf(svg);
	// All edges lie on whole units, so one look at the middle of each unit is enough.
	const dark = Array.from({ length: rows }, (_, y) =>
		Array.from({ length: columns }, (_, x) => covers.some((cover) => cover([x + 0.5, y + 0.5])))
	);
	const [width, height] = [columns * scale, rows * scale];
	const pixels = new Uint8ClampedArray(width * height);
	for (let at = 0; at < pixels.length; at++) {
		const [x, y] = [Math.floor((at % width) / scale), Math.floor(at / width / scale)];
		pixels[at] = dark[y]?.[x] ? 0 : 255;
	}
	return { pixels, width, height };
}

function pathsOf(svg: string): readonly ((at: Point) => boolean)[] {
	return [...svg.matchAll(/<path([^>]*)>/g)].map(([, attributes = '']) => {
		const data = / d="([^"]+)"/.exec(attributes)?.[1] ?? '';
		const lines = data
			.split('M')
			.filter((part) => part !== '')
			.map(pointsOf);
		const stroke = Number(/stroke-width="([\d.]+)"/.exec(attributes)?.[1] ?? 0);
		if (stroke > 0) return ([x]) => lines.some((line) => Math.abs(x - (line[0]?.[0] ?? 0)) < stroke / 2);
		return (at) => lines.filter((line) => isInside(line, at)).length % 2 === 1;
	});
}

function pointsOf(part: string): readonly Point[] {
	return part
		.replace('Z', '')
		.split('L')
		.map((pair): Point => {
			const [x = 0, y = 0] = pair.trim().split(/\s+/).map(Number);
			return [x, y];
		});
}

/** Even-odd rule. */
function isInside(outline: readonly Point[], [x, y]: Point): boolean {
	let inside = false;
	outline.forEach(([ax, ay], index) => {
		const [bx, by] = outline[(index + 1) % outline.length] ?? [ax, ay];
		if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
	});
	return inside;
}
