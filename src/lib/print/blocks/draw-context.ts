import { type PaperModel } from '#lib/domain/documents/paper-model.ts';
import { type PageFormat } from '../page-formats.ts';
import { type Measure } from '../text-measure.ts';

/** What every block may need of its paper: type sizes, the codes, and how wide a text is. */
export type DrawContext = { readonly format: PageFormat; readonly model: PaperModel; readonly measure: Measure };
