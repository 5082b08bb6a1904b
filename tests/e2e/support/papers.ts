import { type BrowserContext, expect } from '@playwright/test';

const TOLD = 'paperMade';

/** The files that a device has given to its printer, in order. */
export type Papers = {
	/** Waits until so many files were printed, and gives the last of them. */
	printed: (count: number) => Promise<Buffer>;
};

/**
 * Takes every PDF that a page hands to the print dialog; the dialog itself stays shut. Call it before the first page opens: the
 * scripts reach each page and its frames, the hidden one of the PDF, too.
 */
export async function takePapers(context: BrowserContext): Promise<Papers> {
	const files: Buffer[] = [];
	await context.exposeFunction(TOLD, (base64: string) => files.push(Buffer.from(base64, 'base64')));
	await context.addInitScript((told) => {
		window.print = () => undefined;
		const create = URL.createObjectURL.bind(URL);
		URL.createObjectURL = (object: Blob | MediaSource) => {
			if (object instanceof Blob && object.type === 'application/pdf') {
				const reader = new FileReader();
				const tell = (window as unknown as Record<string, (base64: string) => void>)[told];
				reader.addEventListener('load', () => tell?.(String(reader.result).split(',')[1] ?? ''));
				reader.readAsDataURL(object);
			}
			return create(object);
		};
	}, TOLD);
	return {
		async printed(count) {
			await expect.poll(() => files.length, { message: 'files printed', timeout: 20_000 }).toBe(count);
			return files[count - 1]!;
		}
	};
}
