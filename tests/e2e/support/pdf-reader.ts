import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type Page } from '@playwright/test';

const PDFJS = join(import.meta.dirname, '../../../node_modules/pdfjs-dist/build');
const SITE = 'http://pdf-reader.test';

/** Millimetres from the upper left corner of a page. */
export type Window = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
/** One byte a pixel: 0 black, 255 white. */
export type GreyPicture = { readonly width: number; readonly height: number; readonly grey: Buffer };

/** A reader of PDF files that shares no code with the program that wrote them: Mozilla's, in a page of its own. */
export type PdfReader = {
	/** The text of each page, without any white space. */
	texts: (pdf: Buffer) => Promise<string[]>;
	/** A part of the first page in pixels. @param dotsPerMm pixels to a millimetre */
	draw: (pdf: Buffer, part: Window, dotsPerMm: number) => Promise<GreyPicture>;
	close: () => Promise<void>;
};

export async function openPdfReader(browser: Browser): Promise<PdfReader> {
	const context = await browser.newContext();
	const page = await context.newPage();
	await serveReader(page);
	await page.goto(`${SITE}/`);
	return {
		texts: (pdf) => page.evaluate(readTexts, pdf.toString('base64')),
		async draw(pdf, part, dotsPerMm) {
			const grey = await page.evaluate(drawPart, { base64: pdf.toString('base64'), part, dotsPerMm });
			const { width, height } = pixelsOf(part, dotsPerMm);
			return { width, height, grey: Buffer.from(grey, 'base64') };
		},
		close: () => context.close()
	};
}

const pixelsOf = ({ width, height }: Window, dotsPerMm: number) => ({
	width: Math.round(width * dotsPerMm),
	height: Math.round(height * dotsPerMm)
});

async function serveReader(page: Page): Promise<void> {
	await page.route(`${SITE}/**`, (route) => {
		const name = new URL(route.request().url()).pathname.slice(1);
		if (name === '') return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>PDF</title>' });
		return route.fulfill({ contentType: 'text/javascript', body: readFileSync(join(PDFJS, name)) });
	});
}

/** What of pdf.js is used in the page. */
type PdfJs = {
	GlobalWorkerOptions: { workerSrc: string };
	getDocument: (options: { data: Uint8Array }) => { promise: Promise<PdfDocument> };
};
type PdfDocument = { numPages: number; getPage: (number: number) => Promise<PdfPage> };
type PdfPage = {
	getTextContent: () => Promise<{ items: { str?: string }[] }>;
	getViewport: (options: { scale: number; offsetX?: number; offsetY?: number }) => object;
	render: (options: { canvas: HTMLCanvasElement; viewport: object }) => { promise: Promise<void> };
};

// The next two run in the page: nothing of this file but what they are given is there.
async function readTexts(base64: string): Promise<string[]> {
	const address: string = '/pdf.min.mjs';
	const pdfjs = (await import(address)) as PdfJs;
	pdfjs.GlobalWorkerOptions.workerSrc = '/pdf.worker.min.mjs';
	const data = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
	const file = await pdfjs.getDocument({ data }).promise;
	const texts: string[] = [];
	for (let number = 1; number <= file.numPages; number++) {
		const { items } = await (await file.getPage(number)).getTextContent();
		texts.push(
			items
				.map(({ str = '' }) => str)
				.join('')
				.replace(/\s/gu, '')
		);
	}
	return texts;
}

type Drawing = { base64: string; part: Window; dotsPerMm: number };

async function drawPart({ base64, part, dotsPerMm }: Drawing): Promise<string> {
	const address: string = '/pdf.min.mjs';
	const pdfjs = (await import(address)) as PdfJs;
	pdfjs.GlobalWorkerOptions.workerSrc = '/pdf.worker.min.mjs';
	const data = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
	const sheet = await (await pdfjs.getDocument({ data }).promise).getPage(1);
	const canvas = document.createElement('canvas');
	canvas.width = Math.round(part.width * dotsPerMm);
	canvas.height = Math.round(part.height * dotsPerMm);
	// A point of a PDF is 25.4/72 mm.
	const scale = (dotsPerMm * 25.4) / 72;
	const viewport = sheet.getViewport({ scale, offsetX: -part.left * dotsPerMm, offsetY: -part.top * dotsPerMm });
	await sheet.render({ canvas, viewport }).promise;
	const { data: pixels } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
	let grey = '';
	for (let at = 0; at < pixels.length; at += 4)
		grey += String.fromCharCode(Math.round((pixels[at]! * 299 + pixels[at + 1]! * 587 + pixels[at + 2]! * 114) / 1000));
	return btoa(grey);
}
