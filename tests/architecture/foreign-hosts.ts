/** This machine itself, and names of XML vocabularies, which nothing ever fetches. */
const OWN = new Set(['localhost', '127.0.0.1', '[::1]', 'www.w3.org', 'w3.org']);

/**
 * Hosts other than this machine that a text names in an absolute address, each once, in order of appearance. A host that
 * is only known at run time (`http://${host}`) is none: the page's own policy and the end-to-end tests watch those.
 */
export function foreignHosts(text: string): string[] {
	const hosts = [...text.matchAll(/\b(?:https?|wss?):\/\/(\[::1\]|[a-z0-9][a-z0-9.-]*)/gi)].map((match) =>
		(match[1] ?? '').toLowerCase()
	);
	return [...new Set(hosts)].filter((host) => !OWN.has(host));
}
