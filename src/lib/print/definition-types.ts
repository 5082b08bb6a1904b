/** The part of pdfmake's document definition that the papers use. Lengths are points. */

/** Left, top, right, bottom. */
export type Sides = readonly [left: number, top: number, right: number, bottom: number];

type Common = {
	readonly margin?: Sides;
	readonly width?: number | 'auto' | '*';
	readonly alignment?: 'left' | 'center' | 'right';
	readonly unbreakable?: boolean;
	/** Columns of a table that a cell takes. */
	readonly colSpan?: number;
	readonly absolutePosition?: { readonly x: number; readonly y: number };
};

export type TextRun = {
	readonly text: string;
	readonly bold?: boolean;
	readonly fontSize?: number;
	readonly noWrap?: boolean;
	readonly color?: string;
};

export type TextNode = Common & {
	readonly text: string | readonly (TextRun | string)[];
	readonly bold?: boolean;
	readonly fontSize?: number;
	readonly lineHeight?: number;
	readonly characterSpacing?: number;
	readonly noWrap?: boolean;
	readonly color?: string;
};

export type StackNode = Common & { readonly stack: readonly Content[] };
export type ColumnsNode = Common & { readonly columns: readonly Content[]; readonly columnGap?: number };
type SvgNode = Common & { readonly svg: string; readonly height: number };

export type TableLayout = {
	readonly hLineWidth: (row: number) => number;
	readonly vLineWidth: (column: number) => number;
	readonly hLineColor?: (row: number) => string;
	readonly vLineColor?: (column: number) => string;
	readonly paddingLeft: () => number;
	readonly paddingRight: () => number;
	readonly paddingTop: () => number;
	readonly paddingBottom: () => number;
};

export type TableNode = Common & {
	readonly table: {
		readonly headerRows?: number;
		readonly keepWithHeaderRows?: number;
		readonly dontBreakRows?: boolean;
		readonly widths: readonly (number | 'auto' | '*')[];
		readonly heights?: (row: number) => number;
		readonly body: readonly (readonly Content[])[];
	};
	readonly layout: TableLayout;
};

export type Content = TextNode | StackNode | ColumnsNode | SvgNode | TableNode;

/** Called for each page once all pages are laid out; pages are counted from 1 over the whole file. */
export type PageEdge = (page: number, pages: number) => Content | null;

/** A paper of its own size and margins inside the file. */
export type SectionNode = {
	readonly section: readonly Content[];
	readonly pageSize: { readonly width: number; readonly height: number | 'auto' };
	readonly pageMargins: Sides;
	readonly header: PageEdge;
	readonly footer: PageEdge;
	readonly watermark?: {
		text: string;
		color: string;
		opacity: number;
		bold: boolean;
		font: string;
		fontSize?: number;
		angle?: number;
	};
};

export type PaperDefinition = {
	readonly language: string;
	readonly info: Readonly<Record<string, string>>;
	readonly displayTitle: boolean;
	/** False only where a test reads the file's text. */
	readonly compress: boolean;
	readonly defaultStyle: { readonly font: string; readonly fontSize: number; readonly lineHeight: number };
	readonly content: readonly SectionNode[];
};
