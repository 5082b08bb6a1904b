import { type PaperModel } from '#lib/domain/documents/paper-model.ts';

/** Page to worker. */
export type PrintRequest =
	/** Where the faces are; the worker loads them at once, so that the first paper does not wait for them. */
	| { readonly type: 'warm-up'; readonly id: number; readonly fonts: PrintFontUrls }
	| {
			readonly type: 'make';
			readonly id: number;
			readonly fonts: PrintFontUrls;
			readonly models: readonly PaperModel[];
	  };

export type PrintFontUrls = { readonly normal: string; readonly bold: string };

/** Worker to page, one for each request. */
export type PrintAnswer =
	| { readonly type: 'ready'; readonly id: number }
	| { readonly type: 'made'; readonly id: number; readonly pdf: Blob }
	| { readonly type: 'failed'; readonly id: number; readonly reason: PrintFailure; readonly detail: string };

/**
 * `fonts`: a face could not be loaded (a letter would be missing, so nothing is drawn); `layout`: pdfmake gave up;
 * `worker`: the worker itself died or did not start; `timeout`: no answer.
 */
export type PrintFailure = 'fonts' | 'layout' | 'worker' | 'timeout';
