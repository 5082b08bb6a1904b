/** The meta tag of our own shell (src/app.html): the page of a proxy or a captive portal does not have it. */
const OUR_SHELL = '<meta name="application-name" content="Tereze"';

const TYPES: readonly (readonly [ending: RegExp, type: RegExp])[] = [
	[/\.m?js$/, /javascript/],
	[/\.css$/, /^text\/css/],
	[/\.wasm$/, /^application\/wasm/],
	[/\.svg$/, /^image\/svg/],
	[/\.png$/, /^image\/png/],
	[/\.(?:json|webmanifest)$/, /json/]
];

/**
 * Whether an answer really is the file that was asked for. A proxy between may answer any request with 200 and a page of its own;
 * kept in the cache in place of a script, that page breaks every screen until the next version.
 * @param path of the request, without query
 */
export async function isRightFile(path: string, response: Response): Promise<boolean> {
	if (response.status !== 200) return false;
	const type = response.headers.get('content-type') ?? '';
	if (path === '/') return type.startsWith('text/html') && (await response.clone().text()).includes(OUR_SHELL);
	const expected = TYPES.find(([ending]) => ending.test(path))?.[1];
	return expected ? expected.test(type) : !type.startsWith('text/html');
}
