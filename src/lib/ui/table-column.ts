/** A column of a table on the screen. */
export type TableColumn = {
	readonly key: string;
	readonly label: string;
	readonly align?: 'start' | 'center' | 'end';
	/** Any CSS width, for the wide form only. */
	readonly width?: string;
	/** For columns of buttons: readers hear the label, eyes do not need it. */
	readonly labelHidden?: boolean;
};
