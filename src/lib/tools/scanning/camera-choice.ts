const KEY = 'tereze:camera';

/** The camera that was chosen on this device, '' for none: a desk's camera over the papers, not the one in the lid. */
export const keptCamera = (): string => localStorage.getItem(KEY) ?? '';

export function keepCamera(id: string): void {
	localStorage.setItem(KEY, id);
}
