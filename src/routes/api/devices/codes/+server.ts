import { formatOneTimeCode } from '#lib/domain/org/one-time-code.ts';
import { DeviceCodeRequestSchema, type DeviceCodeResponse } from '#lib/protocol/device-messages.ts';
import { issueEnrolmentCode } from '#lib/server/devices/enrolment-codes.ts';
import { refusedEnrolment } from '#lib/server/devices/refused-enrolment.ts';
import { answer, problem } from '#lib/server/http/problem.ts';
import { readJson } from '#lib/server/http/read-json.ts';
import { syncServerOf } from '#lib/server/sync/sync-server.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, locals: { db, session } }) => {
	if (!session) return problem('notSignedIn');
	const read = await readJson(request, DeviceCodeRequestSchema);
	if (!read.ok) return read.response;
	const { as: role, place } = read.value;
	const { id: actor, org, roles } = session.person;
	if (!roles.includes(role)) return problem('notAllowed');
	const by = { actor, role, org };
	const refusal = await refusedEnrolment((await syncServerOf(db)).registry, place, by);
	if (refusal) return problem('refused', { refusal });
	const { code, expiresAt } = await issueEnrolmentCode(db, place, by, Date.now());
	return answer({ code: formatOneTimeCode(code), expiresAt } satisfies DeviceCodeResponse);
};
