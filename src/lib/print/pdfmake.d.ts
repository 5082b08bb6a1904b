/** What Tereze uses of pdfmake 0.3, which ships no types. */
declare module 'pdfmake/build/pdfmake.min.js' {
	import { type PaperDefinition } from './definition-types.ts';
	const pdfMake: {
		virtualfs: { writeFileSync(path: string, content: unknown): void };
		addFonts(fonts: Record<string, { normal: string; bold: string }>): void;
		createPdf(definition: PaperDefinition): { getBlob(): Promise<Blob> };
	};
	export default pdfMake;
}

declare module 'pdfmake' {
	import { type PaperDefinition } from './definition-types.ts';
	const pdfMake: {
		setUrlAccessPolicy(allow: (url: string) => boolean): void;
		setLocalAccessPolicy(allow: (path: string) => boolean): void;
		addFonts(fonts: Record<string, { normal: string; bold: string }>): void;
		createPdf(definition: PaperDefinition): { getBuffer(): Promise<Uint8Array> };
	};
	export default pdfMake;
}
