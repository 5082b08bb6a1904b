import { TicketRequestSchema, type TicketResponse } from '#lib/protocol/device-messages.ts';
import { challengeFor, takeTicket } from '#lib/server/devices/tickets.ts';
import { answer, problem } from '#lib/server/http/problem.ts';
import { readJson } from '#lib/server/http/read-json.ts';
import { openedAt } from '#lib/server/people/sessions.ts';
import type { RequestHandler } from './$types';

/** What opens reading to a device for a while, for a signature by its key. */
export const POST: RequestHandler = async ({ request, locals: { db, device, session } }) => {
	if (!device) return problem('unknownDevice');
	if (device.isRevoked) return problem('notAllowed');
	const read = await readJson(request, TicketRequestSchema);
	if (!read.ok) return read.response;
	// It has to show its key first.
	if (device.key === null) return problem('wrongProof');
	const { key } = device;
	const { signed } = read.value;
	const at = Date.now();
	if (!signed) return answer({ challenge: await challengeFor(db, { key, at }) } satisfies TicketResponse);
	const unlockedAt = session && session.person.org === device.org ? openedAt(session) : null;
	const asked = await takeTicket(db, signed, { key, at, unlockedAt });
	if (asked.ok) return answer(asked.answer);
	return problem(asked.why === 'stale' ? 'staleChallenge' : 'wrongProof');
};
