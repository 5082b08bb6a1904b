import { type Attachment } from 'svelte/attachments';

/** A value that is cut to its line shows all of it under the pointer. @param selector of the elements that may be cut */
export const tipOfCut =
	(selector: string): Attachment<HTMLElement> =>
	(place) => {
		const tip = ({ target }: Event) => {
			const value = (target as Element).closest<HTMLElement>(selector);
			if (!value) return;
			if (value.scrollWidth > value.clientWidth) value.title = value.innerText;
			else value.removeAttribute('title');
		};
		place.addEventListener('pointerover', tip);
		return () => place.removeEventListener('pointerover', tip);
	};
