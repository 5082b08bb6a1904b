import { goto } from '$app/navigation';
import { type Role } from '#lib/domain/fact/ids.ts';
import { type MessageKey } from '#lib/i18n/message-key.ts';
import { COUNTER, WINDOW } from '#lib/screens/accept-place.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { HAND_OUT_BODY, HAND_OUT_WINDOW } from '#lib/screens/hand-out-place.ts';

type Shortcut = {
	keys: string;
	code: string;
	ctrl?: true;
	label: MessageKey;
	roles?: readonly Role[];
	run: () => unknown;
};

/**
 * Keys that work on every screen. Function keys and Ctrl only (WCAG 2.1.4), told apart by `code`: letters lie elsewhere on Kazakh
 * and Russian layouts. Screens add their own main key, Ctrl+Enter.
 */
const SHORTCUTS: readonly Shortcut[] = [
	{ keys: 'F2', code: 'F2', label: 'help.keys.accept', roles: WINDOW.roles, run: () => goto(WINDOW.href) },
	{ keys: 'F2', code: 'F2', label: 'help.keys.accept', roles: COUNTER.roles, run: () => goto(COUNTER.href) },
	{
		keys: 'F4',
		code: 'F4',
		label: 'help.keys.handOut',
		roles: HAND_OUT_WINDOW.roles,
		run: () => goto(HAND_OUT_WINDOW.href)
	},
	{
		keys: 'F4',
		code: 'F4',
		label: 'help.keys.handOut',
		roles: HAND_OUT_BODY.roles,
		run: () => goto(HAND_OUT_BODY.href)
	},
	{ keys: 'Control+K', code: 'KeyK', ctrl: true, label: 'help.keys.search', run: () => goto('/search') },
	{ keys: 'F9', code: 'F9', label: 'help.keys.lock', run: () => desk.lock() },
	{ keys: 'F1', code: 'F1', label: 'help.keys.help', run: () => goto('/help') }
];

const isFor = (role: Role) => (shortcut: Shortcut) => shortcut.roles?.includes(role) ?? true;

export const shortcutsOf = (role: Role): readonly Pick<Shortcut, 'keys' | 'label'>[] => SHORTCUTS.filter(isFor(role));

/** Runs the shortcut that an event asks for, if any. */
export function runShortcut(event: KeyboardEvent): void {
	const { role } = desk;
	if (!role || event.repeat || event.altKey || event.shiftKey || event.metaKey) return;
	const found = SHORTCUTS.filter(isFor(role)).find(
		({ code, ctrl }) => code === event.code && (ctrl ?? false) === event.ctrlKey
	);
	if (!found) return;
	event.preventDefault();
	void found.run();
}
