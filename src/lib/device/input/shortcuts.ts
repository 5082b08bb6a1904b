import { goto } from '$app/navigation';
import { type Role } from '#lib/domain/fact/ids.ts';
import { menuOf } from '#lib/screens/menu.ts';
import { type ScreenKey } from '#lib/screens/screens.ts';
import { desk } from '../session/desk.svelte.ts';

type Shortcut = ScreenKey & { run: () => unknown };

const LOCK: Shortcut = { keys: 'F9', code: 'F9', label: 'help.keys.lock', run: () => desk.lock() };

/**
 * Keys that work on every screen: those that open a screen of the role, and the one that locks. Function keys and Ctrl only
 * (WCAG 2.1.4). Screens add their own main key, Ctrl+Enter.
 */
export const shortcutsOf = (role: Role): readonly Shortcut[] => [
	...menuOf(role).flatMap(({ key, href }) => (key ? [{ ...key, run: () => goto(href) }] : [])),
	LOCK
];

/** Runs the shortcut that an event asks for, if any. */
export function runShortcut(event: KeyboardEvent): void {
	const { role } = desk;
	if (!role || event.repeat || event.altKey || event.shiftKey || event.metaKey) return;
	const found = shortcutsOf(role).find(({ code, ctrl }) => code === event.code && (ctrl ?? false) === event.ctrlKey);
	if (!found) return;
	event.preventDefault();
	void found.run();
}
