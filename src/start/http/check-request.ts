import type { ProblemCode } from '#lib/protocol/problem.ts';

/** What is looked at before anything else sees a request. `rawHeaders`: names and values in turn, as they came. */
export type Asked = {
	method?: string | undefined;
	url?: string | undefined;
	headers: { host?: string | undefined };
	rawHeaders: string[];
};
export type Checked =
	/** `url` begins with one slash; `path` is decoded. */
	{ ok: true; url: string; path: string } | { ok: false; code: ProblemCode; detail: string };

/** Longer than any address of this program by far; what a person searches for has a hundred letters at most. */
const LONGEST_URL = 4096;
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const HOST = /^(?:[a-z\d_](?:[a-z\d_.-]*[a-z\d_.])?|\[[\da-f:.]+\])(?::\d{1,5})?$/i;
/** Which of a header's values holds is a matter of taste, and two programs in a row may differ in it. */
const ONLY_ONCE = new Set(['host', 'content-length', 'content-type', 'authorization', 'origin', 'range']);

/** Whether a request is one that this server can understand: its method, address, host and the headers that decide. */
export function checkRequest({ method = '', url = '', headers, rawHeaders }: Asked): Checked {
	if (!METHODS.has(method)) return refuse('methodNotAllowed', 'Method');
	if (headers.host !== undefined && !HOST.test(headers.host))
		return refuse('badRequest', 'The host is not in its form');
	const seen = new Set<string>();
	for (let place = 0; place < rawHeaders.length; place += 2) {
		const name = rawHeaders[place]!.toLowerCase();
		if (ONLY_ONCE.has(name) && seen.has(name)) return refuse('badRequest', `Two headers ${name}`);
		seen.add(name);
	}
	if (url.length > LONGEST_URL) return refuse('addressTooLong', 'Address');
	// A proxy may name the whole address (RFC 9112, 3.2.2); whose it is stands in `host`.
	const own = url.replace(/^https?:\/\/[^/?#]*/i, '');
	const relative = own.startsWith('/') ? own : `/${own}`;
	const [raw = '/'] = relative.split(/[?#]/);
	const path = decoded(raw);
	if (path === null) return refuse('badRequest', 'The address is not in its form');
	// `//name` would be read as another host, and no address here has an empty part.
	if (path.includes('//') || path.includes('\\')) return refuse('notFound', 'Address');
	return { ok: true, url: relative.split('#')[0]!, path };
}

/** Null where the escapes are broken or hide a control character. */
function decoded(raw: string): string | null {
	try {
		const path = decodeURIComponent(raw);
		return /\p{Cc}/u.test(path) ? null : path;
	} catch {
		return null;
	}
}

const refuse = (code: ProblemCode, detail: string) => ({ ok: false, code, detail }) as const;
