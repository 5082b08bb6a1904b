const KEY = 'tereze:theme';

export const THEMES = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEMES)[number];

const kept = (): ThemeChoice => THEMES.find((choice) => choice === localStorage.getItem(KEY)) ?? 'system';

/** Light, dark, or as the device is set; kept on the device. `static/theme.js` applies it before the first paint. */
class Theme {
	choice = $state<ThemeChoice>(kept());

	choose(choice: ThemeChoice): void {
		this.choice = choice;
		const root = document.documentElement;
		if (choice === 'system') {
			localStorage.removeItem(KEY);
			delete root.dataset['theme'];
		} else {
			localStorage.setItem(KEY, choice);
			root.dataset['theme'] = choice;
		}
	}
}

export const theme = new Theme();
