import { DeviceRequestSchema, type DeviceResponse } from '#lib/protocol/device-messages.ts';
import { enrolDevice } from '#lib/server/devices/enrol-device.ts';
import { answer, problem } from '#lib/server/http/problem.ts';
import { readJson } from '#lib/server/http/read-json.ts';
import { createPace } from '#lib/server/http/shares.ts';
import { settingsNow } from '#lib/server/settings/read-settings.ts';
import { syncServerOf } from '#lib/server/sync/sync-server.ts';
import type { RequestHandler } from './$types';

const HOUR_MS = 60 * 60_000;
/** Of one address, which a whole Center may share. */
const perAddress = createPace(HOUR_MS);
const PEOPLE_AT_AN_ADDRESS = 5;

export const POST: RequestHandler = async ({ request, locals, getClientAddress }) => {
	if (!locals.session) return problem('notSignedIn');
	const read = await readJson(request, DeviceRequestSchema);
	if (!read.ok) return read.response;
	const at = Date.now();
	const { enrolmentsPerHour: perHour, demo } = settingsNow();
	const address = getClientAddress();
	const wait = perAddress.wait(address, perHour * PEOPLE_AT_AN_ADDRESS, at);
	if (wait > 0) return tooMany(wait);
	const { registry } = await syncServerOf(locals.db);
	const context = {
		by: locals.session.person,
		address,
		at,
		perHour,
		isFree: demo !== 'off',
		device: locals.device
	};
	const result = await enrolDevice(locals.db, registry, read.value, context);
	if (!result.ok) return result.why === 'tooMany' ? tooMany(result.retryAfterMs) : problem(result.why);
	const { number, token, place } = result;
	return answer({ number, token, place } satisfies DeviceResponse);
};

const tooMany = (ms: number): Response =>
	problem('tooMany', {
		detail: 'So many devices were enrolled within the hour',
		retryAfterSeconds: Math.ceil(ms / 1000)
	});
