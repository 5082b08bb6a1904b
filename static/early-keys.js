// A scanner does not wait for the program: keys that come before it listens are kept, and read by src/lib/state/scans.svelte.ts.
const MOST = 256;
const keys = [];
const keep = (event) => void (keys.length < MOST && keys.push(event));
addEventListener('keydown', keep, { capture: true });
window.earlyKeys = () => {
	removeEventListener('keydown', keep, { capture: true });
	return keys.splice(0);
};
