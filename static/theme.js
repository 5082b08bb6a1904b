// Runs before the first paint, from a file of its own: the page's policy allows no script inside the page.
// The device's own choice is kept by src/lib/device/live/theme.svelte.ts; without one the system's is taken.
try {
	const theme = localStorage.getItem('tereze:theme');
	if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
	// A browser without storage shows its own look.
}
