import { type PaperModel } from '../../domain/documents/paper-model';
import { type PageFormat } from '../page-formats';
import { type Measure } from '../text-measure';

/** What every block may need of its paper: type sizes, the codes, and how wide a text is. */
export type DrawContext = { readonly format: PageFormat; readonly model: PaperModel; readonly measure: Measure };
