import { answerDevice } from '#lib/server/devices/answer-device.ts';
import { isOwnJournal } from '#lib/server/devices/own-journal.ts';
import { problem } from '#lib/server/http/problem.ts';
import { acceptedEncoding, readSyncRequest, syncAnswer } from '#lib/server/sync/sync-http.ts';
import { syncServerOf } from '#lib/server/sync/sync-server.ts';
import type { RequestHandler } from './$types';

/** One idempotent request does push and pull. It authenticates the device; the people are in the facts. */
export const POST: RequestHandler = async ({ request, locals: { db, device } }) => {
	if (!device) return problem('unknownDevice');
	const read = await readSyncRequest(request);
	if (!read.ok) return read.response;
	const server = await syncServerOf(db);
	const { metrics, store } = server;
	if (!(await isOwnJournal(db, store, device, read.request.journal))) return problem('notAllowed');
	const timed = metrics.seconds.startTimer();
	try {
		const response = await answerDevice(server, read.request, device);
		metrics.facts.inc(read.request.facts.length);
		metrics.pulled.inc(response.facts.length);
		metrics.requests.inc({ result: response.forked ? 'forked' : 'taken' });
		return await syncAnswer(response, acceptedEncoding(request.headers));
	} catch (error) {
		metrics.requests.inc({ result: 'failed' });
		throw error;
	} finally {
		timed();
	}
};
