import { readFileSync } from 'node:fs';
import pdfMake from 'pdfmake';
import { type PaperModel } from '#lib/domain/documents/paper-model.ts';
import { paperDefinition } from '../paper-definition.ts';
import { FONT_FAMILY, FONT_FILES } from '../paper-fonts.ts';
import { createMeasure } from '../text-measure.ts';

const [NORMAL, BOLD] = [`static/fonts/${FONT_FILES.normal}`, `static/fonts/${FONT_FILES.bold}`] as const;

/** Widths of the faces that papers are set in. */
export const measure = createMeasure(readFileSync(NORMAL), readFileSync(BOLD));

/** The file that the worker would make, uncompressed, so that a test can read it. */
export async function makePdf(models: readonly PaperModel[]): Promise<string> {
	pdfMake.setUrlAccessPolicy(() => false);
	pdfMake.setLocalAccessPolicy((path) => path.includes('static/fonts/'));
	pdfMake.addFonts({ [FONT_FAMILY]: { normal: NORMAL, bold: BOLD } });
	const bytes = await pdfMake.createPdf({ ...paperDefinition(models, measure), compress: false }).getBuffer();
	return Buffer.from(bytes).toString('latin1');
}
