const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request may change anything here. Browsers name the page that asks in `origin` and, more widely, in
 * `sec-fetch-site`; a request without either comes from a program, which holds no one's cookie.
 */
export function mayChange(request: Request, ownOrigin: string): boolean {
	if (READING.has(request.method)) return true;
	const origin = request.headers.get('origin');
	if (origin !== null) return origin === ownOrigin;
	const site = request.headers.get('sec-fetch-site');
	return site === null || site === 'same-origin' || site === 'none';
}
