/**
 * Prints one part of the page and nothing around it (see `[data-print-only]` in ProcessDiagram). Chromium holds the script
 * while its dialog is open, other browsers do not: the mark is taken away when printing is over, not when the call returns.
 */
export function printOnly(part: HTMLElement, page: Window = window): void {
	const { documentElement } = page.document;
	part.dataset['printed'] = '';
	documentElement.dataset['printOnly'] = '';
	page.addEventListener(
		'afterprint',
		() => {
			delete part.dataset['printed'];
			delete documentElement.dataset['printOnly'];
		},
		{ once: true }
	);
	page.print();
}

/** Gives a text to the person as a file. */
export function saveText(text: string, name: string, type: string): void {
	const address = URL.createObjectURL(new Blob([text], { type }));
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	// The browser reads the address after this turn.
	setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
