import { isSignedBy, KeyRequestSchema } from '#lib/protocol/device-key.ts';
import { isOwnJournal } from '#lib/server/devices/own-journal.ts';
import { recordKey } from '#lib/server/devices/record-key.ts';
import { problem } from '#lib/server/http/problem.ts';
import { readJson } from '#lib/server/http/read-json.ts';
import { TERMINAL } from '#lib/server/registry/adopt-rows.ts';
import { syncServerOf } from '#lib/server/sync/sync-server.ts';
import type { RequestHandler } from './$types';

/** The first key that a device shows is its own. Another one needs an administrator: the token alone may be a copy. */
export const PUT: RequestHandler = async ({ request, locals: { db, device } }) => {
	if (!device) return problem('unknownDevice');
	if (device.isRevoked) return problem('notAllowed');
	const read = await readJson(request, KeyRequestSchema);
	if (!read.ok) return read.response;
	const { journal, key, signature } = read.value;
	const { store, registry } = await syncServerOf(db);
	if (!(await isOwnJournal(db, store, device, journal))) return problem('notAllowed');
	if (!(await isSignedBy(key, signature, { purpose: 'enrol', journal, key }))) return problem('wrongProof');
	const isSet = await recordKey(registry, { device: device.id, key, anew: false }, TERMINAL);
	return isSet ? new Response(null, { status: 204 }) : problem('codeNeeded');
};
