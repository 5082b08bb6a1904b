/**
 * A worker is governed by the headers of its own file, not by the page's policy, and the framework's static files carry
 * none. Decoding barcodes needs WebAssembly, hence 'wasm-unsafe-eval' here and nowhere else.
 */
const WORKER_POLICY =
	"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' blob: data:; img-src 'self' blob: data:; font-src 'self'; worker-src 'self'";
const SERVICE_WORKER_POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'";

const EVERYWHERE = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin'
};

/** Headers that the server adds before a file or a page is sent; a page's own headers win over these. */
export function staticHeaders(path: string): Record<string, string> {
	if (path === '/service-worker.js') {
		return { ...EVERYWHERE, 'content-security-policy': SERVICE_WORKER_POLICY, 'cache-control': 'no-cache' };
	}
	if (/^\/_app\/immutable\/workers\/.+\.js$/.test(path)) {
		return { ...EVERYWHERE, 'content-security-policy': WORKER_POLICY };
	}
	return EVERYWHERE;
}
