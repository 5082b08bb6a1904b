import pdfMake from 'pdfmake';
import { type PaperModel } from '../../domain/documents/paper-model';
import { paperDefinition } from '../paper-definition';
import { FONT_FAMILY, FONT_FILES } from '../paper-fonts';

/** The file that the worker would make, uncompressed, so that a test can read it. */
export async function makePdf(models: readonly PaperModel[]): Promise<string> {
	pdfMake.setUrlAccessPolicy(() => false);
	pdfMake.setLocalAccessPolicy((path) => path.includes('static/fonts/'));
	pdfMake.addFonts({
		[FONT_FAMILY]: { normal: `static/fonts/${FONT_FILES.normal}`, bold: `static/fonts/${FONT_FILES.bold}` }
	});
	const bytes = await pdfMake.createPdf({ ...paperDefinition(models), compress: false }).getBuffer();
	return Buffer.from(bytes).toString('latin1');
}
