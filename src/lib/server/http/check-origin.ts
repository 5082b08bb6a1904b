const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Why a request may not change anything: another site caused it, or the proxy in front hides what the browser asked for. */
type Foreign = 'foreignOrigin' | 'wrongHost';

/**
 * Whether a request may change anything here. A browser of today says in `sec-fetch-site` whether the page that asks is of the
 * very address it asks, and no page can write that itself: where it says so, a proxy in front may have changed the host. An older one names
 * the page in `origin` only. A request without either comes from a program, which holds no one's cookie.
 * @param ownOrigin protocol, host and port as this server sees them
 */
export function foreignBy(request: Pick<Request, 'method' | 'headers'>, ownOrigin: string): Foreign | null {
	if (READING.has(request.method)) return null;
	const site = request.headers.get('sec-fetch-site');
	if (site === 'same-origin' || site === 'none') return null;
	const origin = request.headers.get('origin');
	if (site !== null) return 'foreignOrigin';
	if (origin === null || origin === ownOrigin) return null;
	return hostOf(origin) === hostOf(ownOrigin) ? 'wrongHost' : 'foreignOrigin';
}

const hostOf = (origin: string): string => (URL.canParse(origin) ? new URL(origin).hostname : origin);
