import type { Problem } from '#lib/protocol/problem.ts';

/** What is known of a request and its answer; never what was typed. */
type Asked = {
	method: string;
	/** The path alone: a query may hold a name. */
	path: string;
	address: string;
	/** Staff number of who is signed in, before or by this request. */
	person?: string | undefined;
	/** Number of the device, by its token. */
	device?: number | undefined;
};

/** A line for whoever watches the server: what was done to accounts and devices, and what was refused. */
type AccessLine = Asked & { event: 'refused' | 'done'; status: number; code?: Problem['code'] };

/** Nobody is signed in yet when a page first asks who is: that is no event. */
const QUIET = new Set<string>(['notSignedIn', 'notFound', 'methodNotAllowed']);
const CHANGES = /^\/api\/(?:session|devices|registry|first-start|exchange-clients|exchange\/v1\/token)(?:\/|$)/;

/**
 * The line that an answer is worth; undefined for all the rest. Refusals are told by status (401, 403, 422 of a code, 429), and what
 * changes a session, a credential, a device or the registry is told when it was done (OWASP ASVS 4.0, 7.1.3 and 7.2).
 */
export async function accessLine(asked: Asked, response: Response): Promise<AccessLine | undefined> {
	const { status } = response;
	if (status === 401 || status === 403 || status === 422 || status === 429) {
		const code = await codeOf(response);
		if (code !== undefined && QUIET.has(code)) return undefined;
		return { ...asked, event: 'refused', status, ...(code === undefined ? {} : { code }) };
	}
	const isDone = status < 300 && asked.method !== 'GET' && asked.method !== 'HEAD' && CHANGES.test(asked.path);
	return isDone ? { ...asked, event: 'done', status } : undefined;
}

async function codeOf(response: Response): Promise<Problem['code'] | undefined> {
	const body: unknown = await response
		.clone()
		.json()
		.catch(() => null);
	return (body as Partial<Problem> | null)?.code;
}
