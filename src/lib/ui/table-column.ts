/** A column of a table on the screen. */
export type TableColumn = {
	readonly key: string;
	readonly label: string;
	readonly align?: 'start' | 'center' | 'end';
	/** Any CSS width, for the wide form only. */
	readonly width?: string;
	/** The head of its row for readers; the first column where none is. */
	readonly isHead?: boolean;
	/** For columns of buttons: readers hear the label, eyes do not need it. */
	readonly labelHidden?: boolean;
};
