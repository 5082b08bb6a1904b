import { type SyncRequest, type SyncResponse } from '#lib/protocol/sync-messages.ts';
import { type SyncDevice } from '../sync/group-state.ts';
import { type SyncServer } from '../sync/sync-server.ts';

/**
 * Takes a device's request, notes what it tells of itself, and names the version of its org's context. Of a revoked device only
 * what still waits there is noted: the administrator sees when all of it has come.
 */
export async function answerDevice(
	{ receiver, contexts, deviceReports }: Pick<SyncServer, 'receiver' | 'contexts' | 'deviceReports'>,
	request: SyncRequest,
	device: SyncDevice
): Promise<SyncResponse> {
	const response = await receiver.receive(request, device);
	const waiting = Math.max(0, request.lastSeq - response.ackedSeq);
	const report = device.isRevoked ? undefined : request.report;
	deviceReports.note(device.id, { at: response.serverTime, waiting, report });
	if (device.isRevoked || device.withheld) return response;
	const context = await contexts.of(device.org);
	return { ...response, ...(context === undefined ? {} : { context }) };
}
