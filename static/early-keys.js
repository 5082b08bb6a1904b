// A scanner does not wait for the program: keys that come before it listens are kept, and read by src/lib/device/input/scans.svelte.ts.
const MOST = 256;
const keys = [];
const keep = (event) => {
	// Ctrl+J and Ctrl+M right behind other keys are a scanner's line feed, not a wish to see downloads.
	const before = keys.findLast(({ key }) => key !== 'Control');
	const isEnd = event.ctrlKey && /^Key[JM]$/.test(event.code) && event.timeStamp - before?.timeStamp <= 150;
	if (isEnd) event.preventDefault();
	if (keys.length < MOST) keys.push(event);
};
addEventListener('keydown', keep, { capture: true });
window.earlyKeys = () => {
	removeEventListener('keydown', keep, { capture: true });
	return keys.splice(0);
};
