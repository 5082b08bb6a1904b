import type { Frame } from './decoder.ts';

/** One byte of brightness per pixel, row by row. */
export interface GreyImage {
	readonly data: Uint8ClampedArray;
	readonly width: number;
	readonly height: number;
}

/** Brightness of a picture, by the weights of ITU-R BT.601 (0.299, 0.587, 0.114) in 1/1024. */
export function greyOf({ data, width, height }: Frame): GreyImage {
	const grey = new Uint8ClampedArray(width * height);
	for (let pixel = 0, at = 0; pixel < grey.length; pixel++, at += 4) {
		grey[pixel] = (306 * data[at]! + 601 * data[at + 1]! + 117 * data[at + 2]! + 512) >> 10;
	}
	return { data: grey, width, height };
}

/** The picture turned by 90° clockwise. */
export function quarterTurn({ data, width, height }: GreyImage): GreyImage {
	const turned = new Uint8ClampedArray(data.length);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) turned[x * height + (height - 1 - y)] = data[y * width + x]!;
	}
	return { data: turned, width: height, height: width };
}
