import { type PaperNumber } from '../number/paper-number.ts';
import { type Lang } from '../text/lang.ts';

/** A text in both languages; Kazakh is always shown first. */
export type Bilingual = { readonly kk: string; readonly ru: string };

/** Text without a language (a number, a name, a date), or in both languages. */
export type PaperText = string | Bilingual;

/** A short label in both languages and one value for both: «Басылған уақыты · Напечатано: 23.11.2026, 10:43». */
export type Labelled = { readonly label: Bilingual; readonly value: string };

/** A line of small print. */
export type PaperLine = PaperText | Labelled;

export type DocumentKind =
	| 'receipt'
	| 'packet-label'
	| 'result-label'
	| 'collection-sheet'
	| 'register-sheet'
	| 'result-register-sheet'
	| 'acknowledgement'
	| 'incomplete-slip'
	| 'movement-sheet'
	| 'journal-sheet'
	| 'talon'
	| 'result-letter'
	| 'ledger-sheet'
	| 'closing-sheet'
	| 'morning-sheet'
	| 'badge-card';

/** A4 dense is for full pages; A5 is landscape; the label is 58 × 40 mm; the roll is 80 mm wide and as long as its text. */
export type PaperFormat = 'A4' | 'A4-dense' | 'A4-landscape' | 'A5' | 'label-58x40' | 'roll-80';

/** The sender above the title; the paper's QR is beside it. */
export type LetterheadBlock = {
	readonly type: 'letterhead';
	readonly name: Bilingual;
	readonly lines: readonly PaperLine[];
	readonly marks: readonly Bilingual[];
};

/** Standing marks of a paper: made offline, amended, example data, training. */
export type MarksBlock = { readonly type: 'marks'; readonly marks: readonly Bilingual[] };

/** Level 1 is the title of the paper, level 2 a part of it. */
export type HeadingBlock = { readonly type: 'heading'; readonly level: 1 | 2; readonly text: Bilingual };

/** The paper's number in groups of four; its Code 128 is beside it. */
export type NumberBlock = { readonly type: 'number'; readonly label: Bilingual; readonly grouped: string };

/** A label and its value. `due` is larger: the applicant looks for it. */
export type FieldBlock = {
	readonly type: 'field';
	readonly label: Bilingual;
	readonly value: PaperText;
	readonly weight: 'normal' | 'due';
	/** `below` for a value that is a sentence, `beside` for a short one, `line` where both fit in one line. */
	readonly place: 'beside' | 'below' | 'line';
};

export type TableColumn = {
	readonly label: Bilingual;
	/** Millimetres, or `fill` to share what is left. */
	readonly width: number | 'fill';
	readonly align: 'start' | 'center' | 'end';
	/** Numbers of applications are bold. */
	readonly strong?: boolean;
};

/** `empty` is space to write by hand; `boxes` is a number of boxes to tick. */
export type TableCell = PaperText | { readonly boxes: number } | { readonly empty: true };

/** The column heads repeat on every page. */
export type TableBlock = {
	readonly type: 'table';
	readonly columns: readonly TableColumn[];
	readonly rows: readonly (readonly TableCell[])[];
	/** Space for handwriting in every row, in millimetres. */
	readonly rowHeight?: number;
	/** Small type and both languages in one line: for lists that must share a page, or that only a checker reads. */
	readonly small?: boolean;
};

/** Whether an account is even. Shown by shape and text, never by colour alone. */
export type TallySign = 'good' | 'bad';

/** One line of an account: what was counted, the count, a remark. */
export type TallyRow = {
	readonly label: Bilingual;
	/** A count or a time, right-aligned. Empty where the remark is enough. */
	readonly value: string;
	readonly remark: PaperLine | null;
	/** Whether it is a part of the line above. */
	readonly part?: boolean;
	readonly sign?: TallySign;
};

/** Counts below each other, as in a book of accounts. */
export type TallyBlock = { readonly type: 'tally'; readonly rows: readonly TallyRow[] };

/** A few large numbers side by side, to be seen first. */
export type FiguresBlock = {
	readonly type: 'figures';
	readonly figures: readonly { readonly label: Bilingual; readonly value: string }[];
};

/** A paragraph, or points numbered from 1, each with a name and a text. */
export type ProsePart = string | { readonly points: readonly { readonly name: string; readonly text: string }[] };

/** Running text in one language; it may span pages. */
export type ProseBlock = { readonly type: 'prose'; readonly lang: Lang; readonly parts: readonly ProsePart[] };

/** Boxes in a line, filled or to be ticked by hand. */
export type BoxesBlock = {
	readonly type: 'boxes';
	readonly label: Bilingual | null;
	readonly options: readonly { readonly text: Bilingual; readonly checked: boolean }[];
};

/** A line to be filled in by hand; `value` is its known part. */
export type BlankBlock = { readonly type: 'blank'; readonly label: Bilingual; readonly value?: string };

export type SignatureLine = 'name' | 'signature' | 'date-time' | 'seal';

/** Places to sign, side by side. */
export type SignaturesBlock = {
	readonly type: 'signatures';
	readonly parties: readonly {
		readonly role: Bilingual;
		readonly name: string | null;
		readonly detail: Bilingual | Labelled | null;
		readonly lines: readonly SignatureLine[];
	}[];
};

/** A sentence in both languages, one above the other or, if short, in one line. */
export type NoteBlock = { readonly type: 'note'; readonly text: Bilingual; readonly arrangement: 'lines' | 'line' };

/** A frame around what must not be overlooked. */
export type FrameBlock = { readonly type: 'frame'; readonly blocks: readonly (FieldBlock | NoteBlock)[] };

/** The last lines: copy, reason of a reprint, when it was printed. */
export type FooterBlock = { readonly type: 'footer'; readonly lines: readonly (Bilingual | Labelled)[] };

/** What a sticker shows besides its number and codes; the first line is bold. */
export type StickerBlock = {
	readonly type: 'sticker';
	readonly grouped: string;
	readonly lines: readonly string[];
};

/** A card of a person's size of pocket, to be cut out, with a QR of its own. */
export type CardBlock = {
	readonly type: 'card';
	readonly office: Bilingual;
	readonly name: string;
	readonly number: Bilingual;
	readonly qr: string;
};

export type Block =
	| LetterheadBlock
	| MarksBlock
	| HeadingBlock
	| NumberBlock
	| FieldBlock
	| TableBlock
	| TallyBlock
	| FiguresBlock
	| ProseBlock
	| BoxesBlock
	| BlankBlock
	| SignaturesBlock
	| NoteBlock
	| FrameBlock
	| FooterBlock
	| StickerBlock
	| CardBlock;

/**
 * The content of a paper as plain data. The same model is drawn as a PDF and as an accessible page, because
 * pdfmake's tagging is a stub: the PDF alone cannot be read aloud in order.
 */
export type PaperModel = {
	readonly kind: DocumentKind;
	readonly format: PaperFormat;
	readonly title: Bilingual;
	/** The paper's number, if it has one. */
	readonly number: PaperNumber | null;
	/** Code 128 contains the 16 digits; the QR contains a payload of `code-payloads`. */
	readonly codes: { readonly code128?: PaperNumber; readonly qr?: string };
	readonly blocks: readonly Block[];
	/** Page numbers, for papers meant to have several pages. */
	readonly pageCount: boolean;
	/** A paper of the training mode: marked by a watermark, so that it is never taken for a real one. */
	readonly training: boolean;
	/** A label to be cut off the foot of the last sheet, where there is only one printer. */
	readonly strip?: PaperModel;
};
