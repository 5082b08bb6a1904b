import { PinRequestSchema } from '#lib/protocol/session-messages.ts';
import { problem } from '#lib/server/http/problem.ts';
import { readJson } from '#lib/server/http/read-json.ts';
import { setPin } from '#lib/server/people/person.ts';
import type { RequestHandler } from './$types';

export const PUT: RequestHandler = async ({ request, locals }) => {
	if (!locals.session) return problem('notSignedIn');
	const read = await readJson(request, PinRequestSchema);
	if (!read.ok) return read.response;
	await setPin(locals.db, locals.session.person.id, read.value.verifier);
	return new Response(null, { status: 204 });
};
