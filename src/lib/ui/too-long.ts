import { getContext, setContext } from 'svelte';

/** What facts hold at most of a text of several lines and of one. */
const MOST_OF_LINES = 4000;
const MOST_OF_LINE = 200;

type Words = (n: number, max: number) => string;
const KEY = Symbol('how a text that is too long is told');

/** How fields inside tell that their text is too long. Call while the frame initialises. */
export const tellTooLong = (words: Words): void => void setContext(KEY, words);
export const tooLongWords = (): Words => getContext<Words | undefined>(KEY) ?? ((n, max) => `${n} / ${max}`);

/** The bound of a field that names none: what is searched or typed as a number has its own. */
export function mostOf({ rows, type }: { rows: number; type: string }): number | undefined {
	if (rows > 1) return MOST_OF_LINES;
	return type === 'text' ? MOST_OF_LINE : undefined;
}

const FIELD = '[data-too-long]';

/**
 * The field whose text is too long for what is being pressed. A browser's own `maxlength` would cut a paste without a word; so the
 * text stays as it is, and what would record it leads to the field instead.
 */
function tooLongFor(press: Event): HTMLElement | null {
	const scope = document.querySelector('[role="dialog"]') ?? document.querySelector('main');
	if (press instanceof KeyboardEvent) {
		const isMain = press.ctrlKey && (press.code === 'Enter' || press.code === 'NumpadEnter');
		return isMain ? (scope?.querySelector<HTMLElement>(FIELD) ?? null) : null;
	}
	const button = press.target instanceof Element ? press.target.closest('button') : null;
	if (!button || !scope?.contains(button)) return null;
	if (button.matches('.primary, [type="submit"]')) return scope.querySelector<HTMLElement>(FIELD);
	return button.matches('.quiet') ? null : (button.closest('form')?.querySelector<HTMLElement>(FIELD) ?? null);
}

/** Keeps a press from recording a text that is too long. For the window's clicks and keys, on their way down. */
export function guardTooLong(press: Event): void {
	const field = tooLongFor(press);
	if (!field) return;
	press.preventDefault();
	press.stopImmediatePropagation();
	field.focus();
}
