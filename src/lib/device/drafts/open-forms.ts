/**
 * Open forms of all tabs, as Web Locks held while they are open: a lock ends with its tab, even when the tab crashes, so an update
 * never waits for a ghost.
 */
const PREFIX = 'tereze:form:';

/** Says that a form is open in this tab; gives a function that says it is closed. */
export function holdForm(): () => void {
	let release: () => void = () => undefined;
	const held = new Promise<void>((resolve) => (release = resolve));
	void navigator.locks?.request(`${PREFIX}${crypto.randomUUID()}`, () => held);
	return () => release();
}

export async function isAnyFormOpen(): Promise<boolean> {
	const { held = [] } = (await navigator.locks?.query()) ?? {};
	return held.some(({ name }) => name?.startsWith(PREFIX));
}
