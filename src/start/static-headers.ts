/**
 * A worker is governed by the headers of its own file, not by the page's policy, and a static file carries none. Decoding
 * barcodes needs WebAssembly, hence 'wasm-unsafe-eval' here and nowhere else.
 */
const WORKER_POLICY =
	"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' blob: data:; img-src 'self' blob: data:; font-src 'self'; worker-src 'self'";
const SERVICE_WORKER_POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'";

const EVERYWHERE = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin',
	// For browsers and proxies that do not know `frame-ancestors`.
	'x-frame-options': 'SAMEORIGIN'
};
const BEHIND_TLS = { 'strict-transport-security': 'max-age=31536000' };

const FOREVER = 'public, max-age=31536000, immutable';
/** Kept, and asked for again by its tag each time: the answer is usually that nothing has changed. */
const REVALIDATED = 'no-cache';
const A_WEEK = 'public, max-age=604800';

/** Headers that the server adds before a file or a page is sent; a page's own headers win over these. */
export function staticHeaders(path: string, protocol: 'http' | 'https' = 'http'): Record<string, string> {
	const policy = policyOf(path);
	return {
		...EVERYWHERE,
		...(protocol === 'https' && BEHIND_TLS),
		...(policy !== undefined && { 'content-security-policy': policy }),
		'cache-control': lifetimeOf(path)
	};
}

function policyOf(path: string): string | undefined {
	if (path === '/service-worker.js') return SERVICE_WORKER_POLICY;
	return /^\/_app\/immutable\/workers\/.+\.js$/.test(path) ? WORKER_POLICY : undefined;
}

function lifetimeOf(path: string): string {
	if (path.startsWith('/_app/immutable/')) return FOREVER;
	// Their names have no hash. The page's scripts must fit the page; a letter's shape may be a week old.
	return /^\/(?:fonts\/|icon)/.test(path) ? A_WEEK : REVALIDATED;
}
