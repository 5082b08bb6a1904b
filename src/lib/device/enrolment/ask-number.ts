import { type Enrolment } from '#lib/journal/device-meta.ts';
import { type Journal } from '#lib/journal/open-device-journal.ts';
import { type DeviceResponse, type EnrolBy } from '#lib/protocol/device-messages.ts';
import { forkRequest } from '#lib/sync/fork-request.ts';
import { keyProof } from '#lib/sync/key-proof.ts';
import { type Answer, enrolCall, forkCall } from '#lib/device/live/server-calls.ts';

/**
 * Asks the server for the number and token of the present journal, showing this store's key, and stores them. A lost answer is simply
 * asked for again.
 * @param token of before: a device that was enrolled proves it by its token, and asks after a fork without a code
 */
export async function askNumber(
	journal: Journal,
	where: EnrolBy,
	token: string | null
): Promise<Answer<{ enrolment: Enrolment; number: number }>> {
	const answer = (await asContinued(journal, token)) ?? (await asEnrolled(journal, where, token));
	if (!answer.ok) return answer;
	const { number, ...enrolment } = answer.value;
	await journal.keep('enrolment', enrolment);
	await journal.setDeviceNumber(number);
	return { ok: true, value: { enrolment, number } };
}

const subtle = (): SubtleCrypto | undefined => crypto.subtle as SubtleCrypto | undefined;

/** By this store's key alone; undefined where nothing forked here, or the server wants more than that. */
async function asContinued(journal: Journal, token: string | null): Promise<Answer<DeviceResponse> | undefined> {
	const request = token === null ? null : await forkRequest(journal, subtle());
	if (token === null || !request) return undefined;
	const answer = await forkCall(request, token);
	return answer.ok || answer.offline ? answer : undefined;
}

async function asEnrolled(journal: Journal, where: EnrolBy, token: string | null): Promise<Answer<DeviceResponse>> {
	const { head, deviceNumber } = await journal.state();
	const proof = await keyProof(journal, head.journal, subtle());
	const had = deviceNumber ? { had: deviceNumber } : {};
	return enrolCall({ journal: head.journal, ...where, ...had, ...(proof ? { proof } : {}) }, token ?? undefined);
}
