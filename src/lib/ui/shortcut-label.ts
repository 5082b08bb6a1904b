const KEYCAPS: Readonly<Record<string, string>> = {
	Control: 'Ctrl',
	Enter: '↵',
	Escape: 'Esc',
	Backspace: '⌫',
	ArrowUp: '↑',
	ArrowDown: '↓'
};

/**
 * How a shortcut is shown on a button: `Control+Enter` → «Ctrl ↵». The argument has the form of `aria-keyshortcuts`,
 * so the same string serves readers.
 */
export function shortcutLabel(shortcut: string): string {
	return shortcut
		.split('+')
		.map((key) => KEYCAPS[key] ?? key)
		.join(' ');
}
