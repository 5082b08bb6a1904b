import { PinRequestSchema } from '$lib/protocol/session-messages';
import { problem } from '$lib/server/http/problem';
import { readJson } from '$lib/server/http/read-json';
import { setPin } from '$lib/server/people/person';
import type { RequestHandler } from './$types';

export const PUT: RequestHandler = async ({ request, locals }) => {
	if (!locals.session) return problem('notSignedIn');
	const read = await readJson(request, PinRequestSchema);
	if (!read.ok) return read.response;
	await setPin(locals.db, locals.session.person.id, read.value.verifier);
	return new Response(null, { status: 204 });
};
