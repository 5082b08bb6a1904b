import { type Attachment } from 'svelte/attachments';

/** Puts the focus on the first field inside, after the dialog around it has taken the focus for itself. */
export const focusFirst: Attachment<HTMLElement> = (node) => {
	const timer = setTimeout(() => node.querySelector<HTMLElement>('input:checked, input, textarea, select')?.focus());
	return () => clearTimeout(timer);
};
