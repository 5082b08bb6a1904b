import { refuseRequest, problemResponse } from '#lib/server/exchange/exchange-problem.ts';
import { giveToken, TOKEN_SECONDS } from '#lib/server/exchange/token.ts';
import { answer } from '#lib/server/http/problem.ts';
import { readBody } from '#lib/server/http/read-body.ts';
import { createPace } from '#lib/server/http/shares.ts';
import type { RequestHandler } from './$types';

const LIMIT = { bytes: 16 * 1024, ms: 10_000, shape: { depth: 16, values: 2000 } } as const;
const MINUTE_MS = 60_000;
/** Of one address: a token holds ten minutes, so a system asks six times in an hour. */
const MOST = 60;
const pace = createPace(MINUTE_MS);

export const POST: RequestHandler = async ({ request, url, locals: { db }, getClientAddress }) => {
	const at = Date.now();
	const wait = pace.wait(getClientAddress(), MOST, at);
	if (wait > 0) {
		const retryAfterSeconds = Math.ceil(wait / 1000);
		const sentence = `A token holds ${TOKEN_SECONDS / 60} minutes: use it again, and ask for the next one in ${retryAfterSeconds} seconds`;
		return refuseRequest('tooMany', sentence, { retryAfterSeconds });
	}
	const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
	const form = 'Send the request as a form: content-type application/x-www-form-urlencoded';
	if (type !== 'application/x-www-form-urlencoded')
		return refuseRequest('badRequest', form, { error: 'invalid_request' });
	const body = await readBody(request, LIMIT);
	if (!body.ok) return refuseRequest('badRequest', body.detail ?? form, { error: 'invalid_request' });
	const audiences = [`${url.origin}/api/exchange/v1/token`, url.origin];
	const given = await giveToken(db, new URLSearchParams(body.text), { audiences, at });
	if (!given.ok) return problemResponse(given.problem);
	return answer({
		access_token: given.token,
		token_type: 'Bearer',
		expires_in: TOKEN_SECONDS,
		scope: given.client.roles.join(' ')
	});
};
