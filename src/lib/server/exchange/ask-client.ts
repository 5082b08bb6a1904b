import { createPace } from '../http/shares.ts';
import { tokenHash } from '../http/secret-token.ts';
import type { Database } from '../store/database.ts';
import { type Client, clientWithToken } from './clients.ts';
import { refuseRequest } from './exchange-problem.ts';

const AUTHORIZATION = /^Bearer ([A-Za-z0-9_-]{43})$/i;

const MINUTE_MS = 60_000;
/** Of one client in a minute, in one process: a body's busiest day is a tenth of it. */
const MOST = 600;
const pace = createPace(MINUTE_MS);

type Asked = { ok: true; client: Client } | { ok: false; response: Response };

/** Whose request this is, by its access token. */
export async function askClient(db: Database, request: Request, at: number = Date.now()): Promise<Asked> {
	const [, token] = AUTHORIZATION.exec(request.headers.get('authorization') ?? '') ?? [];
	const client = token === undefined ? undefined : await clientWithToken(db, tokenHash(token), at);
	if (!client) {
		const sentence =
			token === undefined
				? 'Send authorization: Bearer and the access token of /api/exchange/v1/token'
				: 'The token has ended, or its client was revoked: get a new one from /api/exchange/v1/token';
		return { ok: false, response: refuseRequest('invalidToken', sentence) };
	}
	const wait = pace.wait(client.id, MOST, at);
	if (wait === 0) return { ok: true, client };
	const retryAfterSeconds = Math.ceil(wait / 1000);
	const sentence = `At most ${MOST} requests in a minute: go on in ${retryAfterSeconds} seconds`;
	return { ok: false, response: refuseRequest('tooMany', sentence, { retryAfterSeconds }) };
}
