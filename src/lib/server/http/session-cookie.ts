import type { Cookies } from '@sveltejs/kit';

/** No other host of the domain and no page without TLS can put a cookie of this name; browsers refuse it where there is no TLS. */
const HOST_NAME = '__Host-tereze';
/** Without TLS, on the machine itself; and of sessions that were opened before the other name, until they end. */
const PLAIN_NAME = 'tereze-session';

/** The tokens of sessions that a browser holds, the one that counts first: two only where an older one has not ended yet. */
export const sessionTokens = (cookies: Pick<Cookies, 'get'>): string[] =>
	[cookies.get(HOST_NAME), cookies.get(PLAIN_NAME)].filter((token) => token !== undefined);

/** Gives the browser the token of a new session, in place of every earlier one. */
export function keepSessionToken(cookies: Cookies, url: URL, token: string, maxAge: number): void {
	dropSessionTokens(cookies, url);
	const secure = url.protocol === 'https:';
	const name = secure ? HOST_NAME : PLAIN_NAME;
	cookies.set(name, token, { path: '/', httpOnly: true, sameSite: 'strict', secure, maxAge });
}

/** Takes the tokens out of the browser. Without TLS it holds none of the other name. */
export function dropSessionTokens(cookies: Pick<Cookies, 'delete'>, url: URL): void {
	const secure = url.protocol === 'https:';
	if (secure) cookies.delete(HOST_NAME, { path: '/', httpOnly: true, sameSite: 'strict', secure });
	cookies.delete(PLAIN_NAME, { path: '/', httpOnly: true, sameSite: 'strict', secure });
}
