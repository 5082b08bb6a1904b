import { type DeviceResponse, ForkRequestSchema } from '#lib/protocol/device-messages.ts';
import { continueJournal } from '#lib/server/devices/continue-journal.ts';
import { answer, problem } from '#lib/server/http/problem.ts';
import { readJson } from '#lib/server/http/read-json.ts';
import { syncServerOf } from '#lib/server/sync/sync-server.ts';
import type { RequestHandler } from './$types';

/** A number for the journal that a device with a key began after a fork; nobody has to sign in. */
export const POST: RequestHandler = async ({ request, locals: { db, device } }) => {
	if (!device) return problem('unknownDevice');
	if (device.isRevoked) return problem('notAllowed');
	const read = await readJson(request, ForkRequestSchema);
	if (!read.ok) return read.response;
	const { store, registry } = await syncServerOf(db);
	const result = await continueJournal(db, { store, registry }, read.value, { device, at: Date.now() });
	if (!result.ok) {
		if (result.why !== 'tooMany') return problem(result.why);
		return problem('tooMany', { retryAfterSeconds: Math.ceil(result.retryAfterMs / 1000) });
	}
	const { number, token, place } = result;
	return answer({ number, token, place } satisfies DeviceResponse);
};
