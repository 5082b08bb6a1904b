import pdfMake from 'pdfmake/build/pdfmake.min.js';
import { type PaperModel } from '#lib/domain/documents/paper-model.ts';
import { paperDefinition } from './paper-definition.ts';
import { FONT_FAMILY, FONT_FILES } from './paper-fonts.ts';
import { type PrintAnswer, type PrintFontUrls, type PrintRequest } from './print-messages.ts';
import { createMeasure, type Measure } from './text-measure.ts';
import { WARM_UP_PAPER } from './warm-up-paper.ts';

/*
 * Draws papers off the page's thread: pdfmake takes 0.7–1.0 s cold and 50–100 ms warm. Its own `vfs_fonts` is not
 * used: that Roboto has no ₸.
 */

let loading: Promise<Measure> | null = null;

self.addEventListener('message', (event: MessageEvent<PrintRequest>) => {
	void answer(event.data).then((message) => self.postMessage(message));
});

async function answer(request: PrintRequest): Promise<PrintAnswer> {
	const { id } = request;
	let measure: Measure;
	try {
		measure = await fontsLoaded(request.fonts);
	} catch (error) {
		return { type: 'failed', id, reason: 'fonts', detail: String(error) };
	}
	try {
		if (request.type === 'make') return { type: 'made', id, pdf: await draw(request.models, measure) };
		await draw([WARM_UP_PAPER], measure);
		return { type: 'ready', id };
	} catch (error) {
		return { type: 'failed', id, reason: 'layout', detail: String(error) };
	}
}

function draw(models: readonly PaperModel[], measure: Measure): Promise<Blob> {
	return pdfMake.createPdf(paperDefinition(models, measure)).getBlob();
}

/** Loads the faces once; a failed attempt is forgotten, so the next paper tries again. */
function fontsLoaded(urls: PrintFontUrls): Promise<Measure> {
	loading ??= loadFonts(urls).catch((error: unknown) => {
		loading = null;
		throw error;
	});
	return loading;
}

async function loadFonts(urls: PrintFontUrls): Promise<Measure> {
	const faces = await Promise.all([fetchFace(urls.normal), fetchFace(urls.bold)]);
	pdfMake.virtualfs.writeFileSync(FONT_FILES.normal, faces[0]);
	pdfMake.virtualfs.writeFileSync(FONT_FILES.bold, faces[1]);
	pdfMake.addFonts({ [FONT_FAMILY]: FONT_FILES });
	return createMeasure(faces[0], faces[1]);
}

async function fetchFace(url: string): Promise<Uint8Array> {
	const response = await fetch(url);
	if (!response.ok) throw new Error(`${url}: ${response.status}`);
	return new Uint8Array(await response.arrayBuffer());
}
