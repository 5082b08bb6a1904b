import { type Attachment } from 'svelte/attachments';
import { digitOfKey } from '#lib/ui/digit-of-key.ts';

/** Digits by the place of their keys in the fields inside: the top row of the Kazakh layout has letters there. */
export const digitKeys: Attachment<HTMLElement> = (node) => {
	const onkeydown = (event: KeyboardEvent) => {
		const { target, code, key } = event;
		if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.isComposing) return;
		const digit = digitOfKey(code);
		if (digit === undefined || key === digit || !(target instanceof HTMLInputElement)) return;
		event.preventDefault();
		const from = target.selectionStart ?? target.value.length;
		target.setRangeText(digit, from, target.selectionEnd ?? from, 'end');
		target.dispatchEvent(new InputEvent('input', { bubbles: true }));
	};
	node.addEventListener('keydown', onkeydown);
	return () => node.removeEventListener('keydown', onkeydown);
};
