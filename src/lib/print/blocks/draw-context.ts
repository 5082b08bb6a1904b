import { type PaperModel } from '../../domain/documents/paper-model';
import { type PageFormat } from '../page-formats';

/** What every block may need of its paper: type sizes and the codes. */
export type DrawContext = { readonly format: PageFormat; readonly model: PaperModel };
