// Runs before the first paint, from a file of its own: the page's policy allows no script inside the page.
// The device's own choices are kept in src/lib/device/look; without them system, pointer and width decide.
try {
	const { dataset } = document.documentElement;
	const theme = localStorage.getItem('tereze:theme');
	if (theme === 'light' || theme === 'dark') dataset.theme = theme;
	const density = localStorage.getItem('tereze:density');
	const isDesk = density ? density === 'desk' : matchMedia('(pointer: fine) and (width >= 1200px)').matches;
	dataset.density = isDesk && matchMedia('(width >= 62rem)').matches ? 'desk' : 'touch';
	dataset.text = localStorage.getItem('tereze:text') ?? 'usual';
} catch {
	// A browser without storage shows its own look.
}
