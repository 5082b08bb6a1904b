/** What is said to readers where the printed paper shows an empty box or line; in the language of the page. */
export type PaperWords = {
	readonly table: string;
	readonly toFill: string;
	readonly toTick: string;
	readonly ticked: string;
	readonly notTicked: string;
	/** «Штрихкод, нөмірі: …» */
	readonly barcode: string;
};
