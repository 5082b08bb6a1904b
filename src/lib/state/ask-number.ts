import { type Enrolment } from '#lib/journal/device-meta.ts';
import { type Journal } from '#lib/journal/open-device-journal.ts';
import { type EnrolBy } from '#lib/protocol/device-messages.ts';
import { keyProof } from '#lib/sync/key-proof.ts';
import { type Answer, enrolCall } from './server-calls.ts';

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
	const { head, deviceNumber } = await journal.state();
	const proof = await keyProof(journal, head.journal, crypto.subtle as SubtleCrypto | undefined);
	const had = deviceNumber ? { had: deviceNumber } : {};
	const request = { journal: head.journal, ...where, ...had, ...(proof ? { proof } : {}) };
	const answer = await enrolCall(request, token ?? undefined);
	if (!answer.ok) return answer;
	const { number, ...enrolment } = answer.value;
	await journal.keep('enrolment', enrolment);
	await journal.setDeviceNumber(number);
	return { ok: true, value: { enrolment, number } };
}
