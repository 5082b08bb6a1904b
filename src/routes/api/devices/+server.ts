import { DeviceRequestSchema, type DeviceResponse } from '$lib/protocol/device-messages';
import { registerDevice } from '$lib/server/devices/register-device';
import { answer, problem } from '$lib/server/http/problem';
import { readJson } from '$lib/server/http/read-json';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, locals }) => {
	if (!locals.session) return problem('notSignedIn');
	const read = await readJson(request, DeviceRequestSchema);
	if (!read.ok) return read.response;
	const result = await registerDevice(locals.db, read.value, { by: locals.session.person, at: Date.now() });
	if (!result.ok) return problem(result.why);
	return answer({ number: result.number, token: result.token } satisfies DeviceResponse);
};
